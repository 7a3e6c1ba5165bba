// A write that is done, and that the disk does not confirm: nobody is told that nothing was changed.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { withLock } from '../../src/workspace/lock.ts';
import { commitFiles } from '../../src/workspace/transaction.ts';
import type { FileChange } from '../../src/workspace/write-plan.ts';
import { filesIn, folderWith } from './folder.ts';

const disk = vi.hoisted(() => ({ confirms: true, wearsOut: false }));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const thenWorn =
    <Args extends unknown[]>(work: (...args: Args) => void) =>
    (...args: Args): void => {
      work(...args);
      if (disk.wearsOut) disk.confirms = false;
    };
  const fsyncSync = (fd: number) => {
    if (!disk.confirms) throw Object.assign(new Error('EIO'), { code: 'EIO', errno: -5, syscall: 'fsync' });
    real.fsyncSync(fd);
  };
  return {
    ...real,
    fsyncSync,
    renameSync: thenWorn(real.renameSync),
    unlinkSync: thenWorn(real.unlinkSync),
  };
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
