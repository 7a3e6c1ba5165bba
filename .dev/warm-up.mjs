// Runs commands on a demo workspace: to see which pieces each loads, and to fill the code cache with what they use.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TODAY = '2026-11-23';
const BEGIN = ['init', '--demo'];
const FIRST_DAY = [BEGIN, ['stale']];
/** What everybody waits for, again and again. */
const EVERY_DAY = [
  ['--help'],
  ['--complete', 'zsh', '--', 's'],
  ['--complete', 'zsh', '--', 'list', '--stage', ''],
  ['--complete', 'zsh', '--', 'list', '--closing', ''],
  ['--complete', 'zsh', '--', 'show', ''],
  ['stale'],
  ['diff'],
];
const WEEK = [
  BEGIN,
  ['status'],
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

/**
 * Leaves the cache in dist/cache. Of the pieces that every day needs it holds what that day runs and no more: what is
 * in the cache is read by each start. What the rest of the week needs of them is compiled then.
 */
export function warmUp(root) {
  inWorkspace(root, [FIRST_DAY, ''], [EVERY_DAY, 'keepCache']);
  inWorkspace(root, [WEEK, 'keepCache']);
}

/** The names of the pieces that each of these calls loads, on a warm workspace. */
export function piecesLoadedBy(root, calls) {
  return calls.map((words) => JSON.parse(inWorkspace(root, [FIRST_DAY, ''], [[words], 'loadedPieces'])));
}

/** Runs each list of commands in a process of its own, then calls a function of the loader. What the last one prints. */
function inWorkspace(root, ...runs) {
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-warm-up-'));
  try {
    writeFileSync(
      join(folder, 'deals.csv'),
      'Deal Name,Amount,Stage,Close Date,Record ID\nA,100,Lead,2026-12-01,1\n',
    );
    let printed = '';
    for (const [calls, then] of runs) {
      writeFileSync(join(folder, 'run.cjs'), script(join(root, 'dist', 'start.cjs'), calls, then));
      const { status, stdout, stderr } = spawnSync(process.execPath, ['run.cjs'], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, NODE_OPTIONS: '' },
      });
      if (status !== 0) throw new Error(`The commands did not run:\n${stderr}`);
      printed = stdout;
    }
    return printed;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function script(start, calls, then) {
  return `
const loader = require(${JSON.stringify(start)});
loader.optimiseLate();
const { run } = loader.load('./run.js');
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
  for (const words of ${JSON.stringify(calls)}) {
    const status = await run(words, io);
    if (status > 3) throw new Error(words.join(' ') + ' ended with ' + status);
  }
  ${then === 'keepCache' ? "loader.load('./main.js'); // says how to begin" : ''}
  ${then === 'loadedPieces' ? 'console.log(JSON.stringify(loader.loadedPieces()));' : ''}
  ${then === 'keepCache' ? "process.once('exit', loader.keepCache);" : ''}
})();
`;
}
