// A write that is done, and that the disk does not confirm: nobody is told that nothing was changed.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { withLock } from '../../src/workspace/lock.ts';
import { commitFiles } from '../../src/workspace/transaction.ts';
import { filesIn, folderWith } from './folder.ts';

const disk = vi.hoisted(() => ({ confirms: true }));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const fsyncSync = (fd: number) => {
    if (!disk.confirms) throw Object.assign(new Error('EIO'), { code: 'EIO', errno: -5, syscall: 'fsync' });
    real.fsyncSync(fd);
  };
  return { ...real, fsyncSync };
});

const who = { command: 'test', now: new Date('2026-11-23T10:00:00Z') };

test('a folder that is in its place when the disk fails is not said to be unchanged', async () => {
  const root = folderWith({ 'deals/a.yaml': 'one' });
  const verified = { name: 'x', content: 'new' };
  const change = {
    kind: 'folder',
    path: 'snapshots/now',
    files: [verified],
    verify: () => {
      disk.confirms = false; // the last look before the rename
    },
  } as const;
  const work = withLock(root, who, () => commitFiles(root, [change]));
  await expect(work).rejects.toMatchObject({
    code: 'io',
    message: 'snapshots/now is written, but the disk does not confirm it: the disk reports an error.',
    hint: 'It is there now. Look at it again once the disk is mended.',
  });
  disk.confirms = true;
  expect(filesIn(root)).toEqual({ 'deals/a.yaml': 'one', 'snapshots/now/x': 'new' });
  expect(readdirSync(join(root, '.pipeline')).sort()).toEqual(['.gitignore', 'lock']);
  expect(await withLock(root, who, ({ notes }) => notes)).toEqual([]);
});
