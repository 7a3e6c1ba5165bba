// A folder that takes the place of another is two renames: whatever happens between them, one of the two is there.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { withLock } from '../../src/workspace/lock.ts';
import { commitFiles } from '../../src/workspace/transaction.ts';
import { filesIn, folderWith, put } from './folder.ts';
import { beforeRounds, replaceChanges, replacedState } from './rounds.ts';

/** Asked before each rename of a temporary: throws what that rename is to end with. */
const fault = vi.hoisted(() => ({ before: (_from: string, _to: string): void => undefined }));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const renameSync = (from: string, to: string) => {
    if (from.endsWith('.pipeline-tmp') || to.endsWith('.pipeline-tmp')) fault.before(from, to);
    real.renameSync(from, to);
  };
  return { ...real, renameSync };
});
beforeEach(() => {
  fault.before = () => undefined;
});

const who = { command: 'test', now: new Date('2026-11-23T10:00:00Z') };
const replace = (root: string) => withLock(root, who, () => commitFiles(root, replaceChanges(1)));
const recovered = (root: string) => withLock(root, who, ({ notes }) => notes.map(String));
const eio = (path: string) =>
  Object.assign(new Error('EIO: i/o error'), { code: 'EIO', errno: -5, syscall: 'rename', path });
const isNew = (from: string, to: string) => from.endsWith('.0.pipeline-tmp') && to.endsWith('/now');

test.each([1, 2])(
  'a replacement that dies before its rename %i is completed by the next command',
  async (at) => {
    const root = folderWith(beforeRounds());
    let renames = 0;
    fault.before = () => {
      if (++renames === at) throw new Error('died'); // no error of the system: nothing is taken back
    };
    await expect(replace(root)).rejects.toThrow('died');
    fault.before = () => undefined;
    expect(await recovered(root)).toEqual([
      'A command was interrupted while it wrote; its change is completed now.',
    ]);
    expect(filesIn(root)).toEqual(replacedState(1));
    expect(readdirSync(join(root, 'snapshots'))).toEqual(['now']);
    expect(readdirSync(join(root, '.pipeline')).sort()).toEqual(['.gitignore', 'lock']);
  },
);

test('a replacement whose second rename fails leaves the old folder in its place', async () => {
  const root = folderWith(beforeRounds());
  fault.before = (from, to) => {
    if (isNew(from, to)) throw eio(from);
  };
  await expect(replace(root)).rejects.toMatchObject({ code: 'io', exitStatus: 5 });
  const shown = Object.entries(filesIn(root)).filter(([path]) => !path.includes('.pipeline-tmp'));
  expect(Object.fromEntries(shown)).toEqual(replacedState(0));
  fault.before = () => undefined;
  expect(await recovered(root)).toHaveLength(1);
  expect(filesIn(root)).toEqual(replacedState(1));
});

test('a replacement of which no rename to the target works is completed once one does', async () => {
  const root = folderWith(beforeRounds());
  fault.before = (from, to) => {
    if (to.endsWith('/now')) throw eio(from);
  };
  await expect(replace(root)).rejects.toMatchObject({
    code: 'io',
    hint: 'Nothing is lost: the next command that writes completes it once that is mended.',
  });
  await expect(recovered(root)).rejects.toMatchObject({ code: 'io' });
  fault.before = () => undefined;
  expect(await recovered(root)).toHaveLength(1);
  expect(filesIn(root)).toEqual(replacedState(1));
});

test('a folder that was set aside goes back where its journal is lost, and is never swept', async () => {
  const aside = { aside: 'snapshots/.1.pipeline-tmp', path: 'snapshots/now' };
  const intent = { temporaries: ['snapshots/.0.pipeline-tmp'], folders: [], asides: [aside] };
  const root = folderWith({
    'snapshots/.1.pipeline-tmp/deals.csv': 'old',
    'snapshots/.0.pipeline-tmp/deals.csv': 'new',
    '.pipeline/intent.json': JSON.stringify(intent),
  });
  expect(await recovered(root)).toHaveLength(1);
  expect(filesIn(root)).toEqual({ 'snapshots/now/deals.csv': 'old' });
  put(root, 'snapshots/.1.pipeline-tmp/deals.csv', 'older');
  put(root, '.pipeline/intent.json', JSON.stringify(intent));
  await recovered(root);
  expect(filesIn(root)).toEqual({ 'snapshots/now/deals.csv': 'old' });
});

test('what lies where a folder would be set aside is no obstacle, and stays', async () => {
  const left = { 'snapshots/.1.pipeline-tmp/deals.csv': 'of something else' };
  const root = folderWith({ ...beforeRounds(), ...left });
  await replace(root);
  expect(filesIn(root)).toEqual({ ...replacedState(1), ...left });
});
