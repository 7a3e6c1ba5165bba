// The built program, run in the process of the tests: it shares its index with what runs in processes of its own, and
// takes a tenth of their time.

import { createRequire } from 'node:module';
import type { run } from '../../src/cli/run.ts';
import { type CliResult, cliOf } from '../support/cli.ts';

const loader: { load(piece: string): { run: typeof run } } = createRequire(import.meta.url)(
  '../../dist/start.cjs',
);
const built = cliOf((...given) => loader.load('./run.js').run(...given));

export function inProcess(words: readonly string[], root: string, today: string): Promise<CliResult> {
  return built(words, { cwd: root, today });
}
