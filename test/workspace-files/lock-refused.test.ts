// What the system refuses while the lock is taken, and how whoever waits for it looks again.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { openDatabase } from '../../src/sqlite/database.ts';
import { withLock } from '../../src/workspace/lock.ts';
import { folderWith } from './folder.ts';

/** Asked before each such call: throws what it is to end with. */
const system = vi.hoisted(() => ({
  before: (_call: 'access' | 'rename', _path: string): void => undefined,
  slept: [] as unknown[],
}));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  return {
    ...real,
    accessSync: (path: string, mode: number) => {
      system.before('access', path);
      real.accessSync(path, mode);
    },
    renameSync: (from: string, to: string) => {
      system.before('rename', from);
      real.renameSync(from, to);
    },
  };
});
vi.mock('node:timers/promises', () => ({
  setTimeout: (ms: unknown) => {
    system.slept.push(ms);
    return new Promise((done) => setImmediate(done));
  },
}));
beforeEach(() => {
  Object.assign(system, { before: () => undefined, slept: [] });
});

const who = { command: 'import', now: new Date('2026-11-23T10:00:00Z') };

test('a lock file that may not be written is refused for what it is', async () => {
  const root = folderWith({ '.pipeline/lock': '' });
  system.before = (call) => {
    if (call === 'access') throw Object.assign(new Error('x'), { code: 'EACCES', syscall: 'access' });
  };
  await expect(withLock(root, who, () => 0)).rejects.toMatchObject({
    code: 'io',
    message: "The workspace can't be locked for writing: permission denied.",
  });
});

test('a bug in completing what was begun is no trouble of the disk', async () => {
  const steps = [{ kind: 'put', temporary: '.0.pipeline-tmp', path: 'a', expected: 'any' }];
  const journal = JSON.stringify({ format: 1, steps });
  const root = folderWith({ '.0.pipeline-tmp': 'new', '.pipeline/journal.json': journal });
  system.before = (call) => {
    if (call === 'rename') throw new RangeError('a bug');
  };
  await expect(withLock(root, who, () => 0)).rejects.toThrow(RangeError);
  expect(readFileSync(join(root, '.pipeline/journal.json'), 'utf8')).toBe(journal);
});

/** How long a process of that number sleeps between its looks at a lock that another one holds. */
async function pausesOf(pid: number): Promise<readonly number[]> {
  const root = folderWith({ '.pipeline/x': '' });
  const other = openDatabase(join(root, '.pipeline/lock'), 0);
  other.exec('BEGIN EXCLUSIVE');
  vi.spyOn(process, 'pid', 'get').mockReturnValue(pid);
  await expect(withLock(root, who, () => 0, { waitMs: 200 })).rejects.toMatchObject({ code: 'locked' });
  vi.restoreAllMocks();
  other.close();
  return system.slept.splice(0).map(Number);
}

test('who waits looks again within 20 ms, never at once, and in no step with another one', async () => {
  const [one, other] = [await pausesOf(1), await pausesOf(2)];
  expect([...one, ...other].filter((ms) => !(ms >= 2 && ms <= 20))).toEqual([]);
  expect(new Set(one.slice(0, 19)).size).toBeGreaterThan(5);
  expect(one.slice(0, 5)).not.toEqual(other.slice(0, 5));
});
