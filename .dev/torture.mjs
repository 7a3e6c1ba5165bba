// `npm run torture [FILE…]`: every long test at its full length, and what each has counted. Takes hours; npm test runs a share.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testsWith } from './test-files.mjs';

const folder = mkdtempSync(join(tmpdir(), 'pipeline-torture-'));
const tally = join(folder, 'tally.jsonl');
/** Those that run a share of themselves in `npm test`, or the same random values each time. */
const long = testsWith(/support\/(torture|seeded|seeded-vitest|property)\.ts/);
const words = process.argv.slice(2);
const { status } = spawnSync(
  'npx',
  [
    'vitest',
    'run',
    '--config',
    '.dev/vitest.config.mjs',
    '--testTimeout',
    '36000000',
    '--hookTimeout',
    '36000000',
    ...(words.length > 0 ? words : long),
  ],
  { stdio: 'inherit', env: { ...process.env, PIPELINE_TORTURE: '1', PIPELINE_TALLY: tally } },
);
const lines = existsSync(tally) ? readFileSync(tally, 'utf8').trim().split('\n') : [];
rmSync(folder, { recursive: true });
console.log('\nCounted');
for (const { what, counts } of lines.map((line) => JSON.parse(line))) {
  const text = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
  console.log(`  ${what.padEnd(44)} ${text.join(' · ')}`);
}
process.exit(status ?? 1);
