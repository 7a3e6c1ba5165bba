// At each system call by which a write changes the disk: the process is killed there, or the call fails.
// strace's fault injection; where tracing is not allowed the tests are skipped by name.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withLock } from '../../src/workspace/lock.ts';
import { childCommand, childEnvironment } from './child-process.ts';
import { filesIn, folderWith } from './folder.ts';
import { outside } from './outside.ts';
import { beforeRounds, replacedState, stateAfter } from './rounds.ts';

/** All of them where PIPELINE_RUNS is set; else every n-th, so that the suite stays short. */
const EVERY = process.env.PIPELINE_RUNS === undefined ? 9 : 1;
/** The calls by which a write changes the disk, with the ways in which each can fail. */
const ERRORS: Readonly<Record<string, readonly string[]>> = {
  openat: ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EMFILE'],
  write: ['ENOSPC', 'EIO'],
  fsync: ['EIO', 'ENOSPC'],
  rename: ['ENOSPC', 'EIO', 'EACCES', 'EROFS'],
  unlink: ['EIO', 'EACCES', 'EROFS'],
  mkdir: ['ENOSPC', 'EIO', 'EACCES', 'EROFS'],
  rmdir: ['EIO', 'EACCES', 'EROFS'],
};
const CALLS = Object.keys(ERRORS);
/** libuv waking its own threads: no file, and no error that it survives. */
const WAKING = /^write\(\d+, "\\1\\0/;
const TRACER = 'strace';
const canTrace = outside(TRACER, '-o', '/dev/null', 'true');
const who = { command: 'test', now: new Date('2026-11-23T10:00:00Z') };

interface Fault {
  readonly call: string;
  readonly nth: number;
}

function runTraced(job: string, root: string, traceFile: string, ...inject: readonly string[]) {
  const trace = ['-e', `trace=${CALLS.join(',')}`, '-s', '16', '-o', traceFile, ...inject];
  return spawnSync(TRACER, [...trace, '--', ...childCommand(job, root, '1', '1')], {
    env: childEnvironment,
    encoding: 'utf8',
  });
}

/** The calls that an undisturbed run makes from the moment that it has started, by name and number. */
function callsOfAWrite(job: string): Fault[] {
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-trace-'));
  const root = folderWith(beforeRounds());
  expect(runTraced(job, root, join(folder, 'trace')).status).toBe(0);
  const counts = new Map<string, number>();
  const found: Fault[] = [];
  let started = false;
  for (const line of readFileSync(join(folder, 'trace'), 'utf8').split('\n')) {
    const call = /^(\w+)\(/.exec(line)?.[1];
    if (call === undefined) continue;
    const nth = (counts.get(call) ?? 0) + 1;
    counts.set(call, nth);
    if (line.startsWith('write(1, "round')) break;
    if (started && !WAKING.test(line)) found.push({ call, nth });
    if (line.startsWith('write(1, "ready')) started = true;
  }
  rmSync(folder, { recursive: true });
  expect(found.length).toBeGreaterThan(15);
  return found.filter(({ call }, place) => call === 'rename' || place % EVERY === 0);
}

/** A write of every kind of change, and one of a single folder that takes the place of another. */
const JOBS: readonly (readonly [string, (round: number) => Record<string, string>])[] = [
  ['rounds', stateAfter],
  ['replace', replacedState],
];
const ROUND_FILE = 'snapshots/now/snapshot.yaml';

test.skipIf(!canTrace).each(JOBS)(
  '%s: a process killed at a system call of a write leaves all or nothing (needs strace)',
  async (job, stateAt) => {
    const seen = { before: 0, after: 0 };
    for (const { call, nth } of callsOfAWrite(job)) {
      const root = folderWith(beforeRounds());
      runTraced(job, root, '/dev/null', '-e', `inject=${call}:signal=KILL:when=${nth}`);
      await withLock(root, who, () => undefined, { waitMs: 0 });
      const files = filesIn(root);
      const done = files[ROUND_FILE] === stateAt(1)[ROUND_FILE];
      seen[done ? 'after' : 'before']++;
      expect(files, `killed at ${call} ${nth}`).toEqual(stateAt(done ? 1 : 0));
    }
    expect(seen.before).toBeGreaterThan(0);
    expect(seen.after).toBeGreaterThan(0);
    if (EVERY === 1) console.log('kills', seen);
  },
  600_000,
);

test.skipIf(!canTrace).each(JOBS)(
  '%s: a system call of a write that fails ends it with a sentence and all or nothing (needs strace)',
  async (job, stateAt) => {
    const seen = new Map<string, number>();
    for (const [place, { call, nth }] of callsOfAWrite(job).entries()) {
      const root = folderWith(beforeRounds());
      const errors = ERRORS[call] ?? [];
      const error = errors[place % errors.length] ?? '';
      const ran = runTraced(job, root, '/dev/null', '-e', `inject=${call}:error=${error}:when=${nth}`);
      const at = `${error} at ${call} ${nth}: ${ran.stderr}`;
      const done = ran.status === 0;
      if (!done) {
        expect(ran.status, at).toBe(5);
        expect(ran.stderr, at).toMatch(/^io: .+\.\n$/);
      }
      seen.set(`${ran.status} ${call}`, (seen.get(`${ran.status} ${call}`) ?? 0) + 1);
      expect(filesIn(root), at).toEqual(stateAt(done ? 1 : 0));
      await withLock(root, who, () => undefined, { waitMs: 0 });
      expect(filesIn(root), at).toEqual(stateAt(done ? 1 : 0));
    }
    if (EVERY === 1) console.log('faults', seen);
  },
  600_000,
);
