// `npm run bench:forecast [-- --steps]`: what was asked of the forecast, what the prototype reached, what ours does; with
// --steps what each step beyond the sixth buys. docs/forecast-goals.md keeps it.

import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const bundle = join(root, 'dist', 'forecast-goals.mjs');
mkdirSync(dirname(bundle), { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: ['test/forecast/goals.ts'],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
const { goalRows, stepRows } = await import(pathToFileURL(bundle).href);
rmSync(bundle);
const line = (...cells) => console.log(`| ${cells.join(' | ')} |`);
if (process.argv.includes('--steps')) {
  line('set', 'steps', 'WAPE of P50 at the start / ⅓ / ⅔', 'within P10–P90', 'pinball loss');
  line('---', '---', '---:', '---:', '---:');
  for (const cells of stepRows()) line(...cells);
} else {
  line('what', 'goal', 'prototype', 'ours', '');
  line('---', '---', '---:', '---:', '---');
  let isMet = true;
  for (const row of goalRows()) {
    line(row.what, row.goal, row.prototype, row.ours, row.isMet ? '' : 'missed');
    isMet &&= row.isMet;
  }
  process.exitCode = isMet ? 0 : 1;
}
