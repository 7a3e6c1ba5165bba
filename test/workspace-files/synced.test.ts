// In which order a write reaches the disk: a power cut at any moment finds all of it or none.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { withLock } from '../../src/workspace/lock.ts';
import { commitFiles } from '../../src/workspace/transaction.ts';
import type { FileChange } from '../../src/workspace/write-plan.ts';
import { folderWith } from './folder.ts';

/** What was synced, renamed and removed, in this order; what is open, by its number. */
const system = vi.hoisted(() => ({ root: '', done: [] as string[], open: new Map<number, string>() }));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const short = (path: string) => path.slice(system.root.length + 1);
  return {
    ...real,
    openSync: (path: string, flags: string) => {
      const fd = real.openSync(path, flags);
      system.open.set(fd, path);
      return fd;
    },
    closeSync: (fd: number) => {
      system.open.delete(fd);
      real.closeSync(fd);
    },
    writeFileSync: (path: string | number, text: string, options?: { readonly flush?: boolean }) => {
      if (options?.flush === true) system.done.push(`sync ${short(String(path))}`);
      real.writeFileSync(path, text, options);
    },
    fsyncSync: (fd: number) => void system.done.push(`sync ${short(system.open.get(fd) ?? '')}`),
    renameSync: (from: string, to: string) => {
      system.done.push(`rename ${short(to)}`);
      real.renameSync(from, to);
    },
    unlinkSync: (path: string) => {
      system.done.push(`remove ${short(path)}`);
      real.unlinkSync(path);
    },
  };
});
beforeEach(() => {
  system.done = [];
});

const who = { command: 'test', now: new Date('2026-11-23T10:00:00Z') };
async function doneBy(files: Readonly<Record<string, string>>, ...changes: FileChange[]) {
  system.root = folderWith(files);
  await withLock(system.root, who, () => commitFiles(system.root, changes));
  return system.done;
}

test('all that a write needs is on disk before its journal, the journal before a step, and the steps in the end', async () => {
  const done = await doneBy(
    { 'deals/b.yaml': 'b', 'archive/x.yaml': 'x', 'old/c.yaml': 'c', 'snapshots/now/x': 'old' },
    { kind: 'write', path: 'deals/new/a.yaml', content: 'a', expected: 'absent' },
    { kind: 'move', from: 'deals/b.yaml', to: 'archive/b.yaml', expected: 'any' },
    { kind: 'remove', path: 'old/c.yaml', expected: 'any' },
    { kind: 'folder', path: 'snapshots/now', files: [{ name: 'x', content: 'new' }], replace: true },
    { kind: 'write', path: 'top/d.yaml', content: 'd', expected: 'absent' },
  );
  const journal = done.indexOf('rename .pipeline/journal.json');
  expect(done.slice(0, journal).sort()).toEqual([
    'sync ',
    'sync .pipeline/journal.json.new',
    'sync deals',
    'sync deals/new/.0.pipeline-tmp',
    'sync snapshots/.6.pipeline-tmp',
    'sync snapshots/.6.pipeline-tmp/x',
    'sync top/.8.pipeline-tmp',
  ]);
  expect(done.slice(journal, journal + 8)).toEqual([
    'rename .pipeline/journal.json',
    'sync .pipeline',
    'rename deals/new/a.yaml',
    'rename archive/b.yaml',
    'remove old/c.yaml',
    'rename snapshots/.7.pipeline-tmp',
    'rename snapshots/now',
    'rename top/d.yaml',
  ]);
  expect(done.slice(journal + 8).sort()).toEqual([
    'sync archive',
    'sync deals',
    'sync deals/new',
    'sync old',
    'sync snapshots',
    'sync top',
  ]);
});

test.each<[FileChange, string[]]>([
  [
    { kind: 'write', path: 'deals/a.yaml', content: 'new', expected: 'any' },
    ['sync deals/.0.pipeline-tmp', 'rename deals/a.yaml', 'sync deals'],
  ],
  [
    { kind: 'move', from: 'deals/a.yaml', to: 'archive/a.yaml', expected: 'any' },
    ['sync ', 'rename archive/a.yaml', 'sync archive', 'sync deals'],
  ],
  [{ kind: 'remove', path: 'deals/a.yaml', expected: 'any' }, ['remove deals/a.yaml', 'sync deals']],
  [
    { kind: 'folder', path: 'deals/f', files: [] },
    ['sync deals/.0.pipeline-tmp', 'rename deals/f', 'sync deals'],
  ],
])('one rename or removal is done or not, and needs no journal: %j', async (change, expected) => {
  expect(await doneBy({ 'deals/a.yaml': 'old' }, change)).toEqual(expected);
  expect(readdirSync(join(system.root, '.pipeline')).sort()).toEqual(['.gitignore', 'lock']);
});

test('nothing stays open', async () => {
  await doneBy(
    { 'deals/a.yaml': 'old' },
    { kind: 'write', path: join('deals', 'a.yaml'), content: 'new', expected: 'any' },
    { kind: 'folder', path: 'f', files: [{ name: 'x', content: 'x' }] },
  );
  expect([...system.open.values()]).toEqual([]);
});
