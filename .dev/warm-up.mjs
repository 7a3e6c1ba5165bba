// Runs the week on a demo workspace in one process, so that the code cache holds what these commands use.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TODAY = '2026-11-23';
const WEEK = [
  ['--help'],
  ['init', '--demo'],
  ['status'],
  ['stale'],
  ['stale'],
  ['diff'],
  ['diff', '2026-11-09', '2026-11-16', '--bridge'],
  ['check'],
  ['list'],
  ['list', '--format', 'json'],
  ['review'],
  ['snapshot', '--again'],
  ['snapshot', 'list'],
  ['import', 'deals.csv', '--partial'],
  ['import', 'deals.csv', '--partial'],
];

/** Leaves the cache in dist/cache. */
export async function warmUp(root) {
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-warm-up-'));
  writeFileSync(join(folder, 'week.cjs'), script(join(root, 'dist', 'start.cjs')));
  writeFileSync(
    join(folder, 'deals.csv'),
    'Deal Name,Amount,Stage,Close Date,Record ID\nA,100,Lead,2026-12-01,1\n',
  );
  const { status, stderr } = spawnSync(process.execPath, ['week.cjs'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  rmSync(folder, { recursive: true });
  if (status !== 0) throw new Error(`The week did not run:\n${stderr}`);
}

function script(start) {
  return `
const { load, keepCache } = require(${JSON.stringify(start)});
const { run } = load('./run.js');
const silent = { write() {}, isTTY: false, columns: undefined };
const io = {
  cwd: process.cwd(),
  env: { PIPELINE_TODAY: '${TODAY}' },
  stdin: { isTTY: false, readAll: async () => '' },
  stdout: silent,
  stderr: silent,
  now: () => new Date('${TODAY}T12:00:00Z'),
  random: (count) => new Uint8Array(count),
  signal: new AbortController().signal,
};
(async () => {
  for (const words of ${JSON.stringify(WEEK)}) {
    const status = await run(words, io);
    if (status > 3) throw new Error(words.join(' ') + ' ended with ' + status);
  }
  load('./main.js'); // says how to begin
  process.once('exit', keepCache);
})();
`;
}
