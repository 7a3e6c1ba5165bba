// W: csv-parse of the export, and a plain write of one small file for each of its rows. Prints its milliseconds.
const { mkdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { parse } = require('csv-parse/sync');

const [, , scratch, exported] = process.argv;
const folder = join(scratch, 'written');
const started = performance.now();
const rows = parse(readFileSync(exported), { columns: true });
mkdirSync(folder);
rows.forEach((row, n) => {
  writeFileSync(
    join(folder, `${n}.yaml`),
    Object.entries(row)
      .map(([key, value]) => `${key}: ${value}\n`)
      .join(''),
  );
});
console.log(performance.now() - started);
rmSync(folder, { recursive: true });
