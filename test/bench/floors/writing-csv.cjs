// P: formats the CSV of a snapshot, SHA-256, fsync, rename. Prints its milliseconds.
const { createHash } = require('node:crypto');
const {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} = require('node:fs');
const { join } = require('node:path');

const snapshots = 'snapshots';
const newest = readdirSync(snapshots).sort().at(-1);
const rows = readFileSync(join(snapshots, newest, 'deals.csv'), 'utf8')
  .split('\n')
  .map((line) => line.split(','));
const folder = join(process.argv[2], 'snapshot');
const started = performance.now();
mkdirSync(`${folder}.tmp`);
const text = rows
  .map((cells) =>
    cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','),
  )
  .join('\n');
createHash('sha256').update(text).digest('hex');
const fd = openSync(join(`${folder}.tmp`, 'deals.csv'), 'w');
writeSync(fd, text);
fsyncSync(fd);
closeSync(fd);
renameSync(`${folder}.tmp`, folder);
console.log(performance.now() - started);
rmSync(folder, { recursive: true });
