// A write that is done, and that the disk does not confirm: nobody is told that nothing was changed.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { withLock } from '../../src/workspace/lock.ts';
import { commitFiles } from '../../src/workspace/transaction.ts';
import type { FileChange } from '../../src/workspace/write-plan.ts';
import { filesIn, folderWith } from './folder.ts';

const disk = vi.hoisted(() => ({ confirms: true, wearsOut: false, recovers: false }));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const thenWorn =
    <Args extends unknown[]>(work: (...args: Args) => void) =>
    (...args: Args): void => {
      work(...args);
      if (disk.wearsOut && !String(args[1]).endsWith('/journal.json')) disk.confirms = false;
    };
  const fsyncSync = (fd: number) => {
    if (disk.confirms) return real.fsyncSync(fd);
    disk.confirms = disk.recovers;
    throw Object.assign(new Error('EIO'), { code: 'EIO', errno: -5, syscall: 'fsync' });
  };
  return {
    ...real,
    fsyncSync,
    renameSync: thenWorn(real.renameSync),
    unlinkSync: thenWorn(real.unlinkSync),
  };
});

afterEach(() => {
  Object.assign(disk, { confirms: true, wearsOut: false, recovers: false });
});

const who = { command: 'test', now: new Date('2026-11-23T10:00:00Z') };
const before = { 'deals/a.yaml': 'one', 'deals/b.yaml': 'two' };
const [a, b] = ['deals/a.yaml', 'deals/b.yaml'];

test.each<[FileChange, string, Record<string, string>]>([
  [
    { kind: 'folder', path: 'deals/now', files: [{ name: 'x', content: 'new' }] },
    'deals/now is written',
    { ...before, 'deals/now/x': 'new' },
  ],
  [
    { kind: 'write', path: a, content: 'new', expected: 'any' },
    'deals/a.yaml is written',
    { ...before, [a]: 'new' },
  ],
  [
    { kind: 'move', from: a, to: 'deals/c.yaml', expected: 'any' },
    'deals/c.yaml is written',
    { [b]: 'two', 'deals/c.yaml': 'one' },
  ],
  [{ kind: 'remove', path: a, expected: 'any' }, 'deals/a.yaml is removed', { [b]: 'two' }],
])('what is done when the disk fails is not said to be unchanged: %j', async (change, done, after) => {
  const root = folderWith(before);
  disk.wearsOut = true;
  const work = withLock(root, who, () => commitFiles(root, [change]));
  await expect(work).rejects.toMatchObject({
    code: 'io',
    message: `${done}, but the disk does not confirm it: the disk reports an error.`,
    hint: 'Look at it again once the disk is mended.',
  });
  Object.assign(disk, { confirms: true, wearsOut: false });
  expect(filesIn(root)).toEqual(after);
  expect(readdirSync(join(root, '.pipeline')).sort()).toEqual(['.gitignore', 'lock']);
  expect(await withLock(root, who, ({ notes }) => notes)).toEqual([]);
});

test('a disk that fails once is not asked again: it tells of what it lost one time only', async () => {
  const root = folderWith(before);
  Object.assign(disk, { wearsOut: true, recovers: true });
  const work = withLock(root, who, () => commitFiles(root, [{ kind: 'remove', path: a, expected: 'any' }]));
  await expect(work).rejects.toMatchObject({
    message: 'deals/a.yaml is removed, but the disk does not confirm it: the disk reports an error.',
  });
});

test('of several files it is said as well, and the next command looks again', async () => {
  const root = folderWith(before);
  const changes = [a, b].map((path): FileChange => ({ kind: 'remove', path, expected: 'any' }));
  disk.wearsOut = true;
  const work = withLock(root, who, () => commitFiles(root, changes));
  await expect(work).rejects.toMatchObject({
    code: 'io',
    message: 'The files are written but not all in their places: the disk reports an error.',
  });
  await expect(withLock(root, who, () => 0)).rejects.toThrow(
    /can't be completed: the disk reports an error\.$/,
  );
  disk.confirms = true;
  expect(await withLock(root, who, ({ notes }) => notes)).toHaveLength(1);
  expect(filesIn(root)).toEqual({});
});
