import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { Failure } from '../../src/base/failure.ts';
import { asItIs } from '../../src/base/said.ts';
import { fingerprintOf } from '../../src/workspace/fingerprint.ts';
import { withLock } from '../../src/workspace/lock.ts';
import { commitFiles } from '../../src/workspace/transaction.ts';
import type { FileChange } from '../../src/workspace/write-plan.ts';
import { filesIn, folderWith, put } from './folder.ts';
import { beforeRounds, roundChanges, stateAfter } from './rounds.ts';

vi.setConfig({ testTimeout: 60_000 }); // disks are slow when they are shared

const who = { command: 'test', now: new Date('2026-11-23T10:00:00Z') };
const commit = (root: string, changes: readonly FileChange[]) =>
  withLock(root, who, () => commitFiles(root, changes));
const failureOf = async (work: Promise<unknown>): Promise<Failure> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Failure)) throw new Error(`no Failure: ${error}`);
  return error;
};
const fingerprint = (root: string, path: string) =>
  fingerprintOf(lstatSync(join(root, path), { bigint: true }));
const leftIn = (root: string) => readdirSync(join(root, '.pipeline')).sort();

test('every kind of change in one write is done, and nothing is left beside', async () => {
  const root = folderWith(beforeRounds());
  for (const round of [1, 2, 3]) {
    expect((await commit(root, roundChanges(root, round))).notes).toEqual([]);
    expect(filesIn(root)).toEqual(stateAfter(round));
  }
  expect(leftIn(root)).toEqual(['.gitignore', 'lock']);
});

test('bytes are written as they are', async () => {
  const root = folderWith();
  const content = Uint8Array.from([0, 255, 13, 10, 128]);
  await commit(root, [{ kind: 'write', path: 'a/b/c.bin', content, expected: 'absent' }]);
  expect(new Uint8Array(readFileSync(join(root, 'a/b/c.bin')))).toEqual(content);
  expect(readdirSync(root, { recursive: true }).filter((path) => !String(path).startsWith('.'))).toEqual([
    'a',
    'a/b',
    'a/b/c.bin',
  ]);
});

test('a file keeps its mode when it is replaced', async () => {
  const root = folderWith({ 'deals/a.yaml': 'one' });
  chmodSync(join(root, 'deals/a.yaml'), 0o640);
  await commit(root, [{ kind: 'write', path: 'deals/a.yaml', content: 'two', expected: 'any' }]);
  expect(statSync(join(root, 'deals/a.yaml')).mode & 0o777).toBe(0o640);
});

test('a file that a person saved meanwhile stays, and nothing else is written either', async () => {
  const root = folderWith({ 'deals/a.yaml': 'one', 'deals/b.yaml': 'one' });
  const [a, b] = [fingerprint(root, 'deals/a.yaml'), fingerprint(root, 'deals/b.yaml')];
  put(root, 'deals/b.yaml', 'hers');
  const failure = await failureOf(
    commit(root, [
      { kind: 'write', path: 'deals/a.yaml', content: 'two', expected: a },
      { kind: 'write', path: 'deals/b.yaml', content: 'two', expected: b },
      { kind: 'write', path: 'deals/new/c.yaml', content: 'two', expected: 'absent' },
    ]),
  );
  expect(failure.code).toBe('changed-meanwhile');
  expect(failure.exitStatus).toBe(4);
  expect(failure.message).toBe('deals/b.yaml was changed by someone else meanwhile.');
  expect(failure.hint).toBe('Nothing was written. Run the command again.');
  expect(filesIn(root)).toEqual({ 'deals/a.yaml': 'one', 'deals/b.yaml': 'hers' });
  expect(readdirSync(join(root, 'deals')).sort()).toEqual(['a.yaml', 'b.yaml']);
  expect(leftIn(root)).toEqual(['.gitignore', 'lock']);
});

test('of many files that were changed meanwhile one is named, and how many more there are', async () => {
  const root = folderWith({ a: '1', b: '2', c: '3' });
  const changes = ['a', 'b', 'c'].map((path): FileChange => {
    return { kind: 'write', path, content: 'x', expected: path === 'a' ? 'any' : 'absent' };
  });
  const failure = await failureOf(commit(root, [...changes, { kind: 'folder', path: 'a.d', files: [] }]));
  expect(failure.message).toBe('b (and 1 more) was changed by someone else meanwhile.');
});

test.each<[string, FileChange]>([
  [
    'a file that is there already is not overwritten',
    { kind: 'write', path: 'b', content: 'x', expected: 'absent' },
  ],
  ['a move does not overwrite', { kind: 'move', from: 'a', to: 'b', expected: 'any' }],
  ['a folder that is there already is not replaced unasked', { kind: 'folder', path: 'f', files: [] }],
])('%s', async (_, change) => {
  const files = { a: '1', b: '2', 'f/x': '3' };
  const root = folderWith(files);
  expect((await failureOf(commit(root, [change]))).code).toBe('changed-meanwhile');
  expect(filesIn(root)).toEqual(files);
});

test('a removal and a move of a file that has changed since are refused', async () => {
  const root = folderWith({ a: 'one' });
  const expected = fingerprint(root, 'a');
  put(root, 'a', 'more');
  expect((await failureOf(commit(root, [{ kind: 'remove', path: 'a', expected }]))).code).toBe(
    'changed-meanwhile',
  );
  const move: FileChange = { kind: 'move', from: 'a', to: 'c', expected };
  expect((await failureOf(commit(root, [move]))).code).toBe('changed-meanwhile');
  expect(filesIn(root)).toEqual({ a: 'more' });
});

test('a file that a person removed meanwhile is not made anew', async () => {
  const root = folderWith({ a: 'one' });
  const expected = fingerprint(root, 'a');
  rmSync(join(root, 'a'));
  const change: FileChange = { kind: 'write', path: 'a', content: 'two', expected };
  expect((await failureOf(commit(root, [change]))).code).toBe('changed-meanwhile');
  expect(filesIn(root)).toEqual({});
});

test('for what is taken away no folder is made', async () => {
  const root = folderWith();
  await commit(root, [{ kind: 'remove', path: 'gone/a', expected: 'any' }]);
  await commit(root, [{ kind: 'move', from: 'gone/a', to: 'b', expected: 'any' }]);
  expect(readdirSync(root)).toEqual(['.pipeline']);
});

test('a folder that may be replaced is made where there is none', async () => {
  const root = folderWith();
  const files = [{ name: 'x', content: 'new' }];
  expect(await commit(root, [{ kind: 'folder', path: 'f', files, replace: true }])).toEqual({
    notes: [],
    change: 'for-good',
  });
  expect(filesIn(root)).toEqual({ 'f/x': 'new' });
});

test('a folder is looked at before it is put in its place, and what its reader refuses is not', async () => {
  const root = folderWith();
  const verify = (folder: string) => {
    expect(readFileSync(join(folder, 'deals.csv'), 'utf8')).toBe('id\n');
    throw new Failure('snapshot-damaged', asItIs('It was not read back as it was written.'));
  };
  const files = [{ name: 'deals.csv', content: 'id\n' }];
  const failure = await failureOf(
    commit(root, [{ kind: 'folder', path: 'snapshots/2026-11-23', files, verify }]),
  );
  expect(failure.code).toBe('snapshot-damaged');
  expect(readdirSync(root)).toEqual(['.pipeline']);
});

test.each(['../out', 'a/../../out', '/etc/out', 'a//b', '', 'a/./b', 'nul\0'])(
  'a path that is not plainly inside the workspace is refused: %j',
  async (path) => {
    const root = folderWith();
    expect(
      await failureOf(commit(root, [{ kind: 'write', path, content: '', expected: 'any' }])),
    ).toMatchObject({ code: 'usage', message: `"${path}" is no path inside the workspace.` });
  },
);

test('nothing is written through a linked folder or over a link', async () => {
  const outside = folderWith({ 'x.yaml': 'theirs' });
  const root = folderWith({ 'deals/a.yaml': '' });
  symlinkSync(outside, join(root, 'linked'));
  symlinkSync(join(outside, 'x.yaml'), join(root, 'deals/x.yaml'));
  for (const [path, why] of [
    ['linked/x.yaml', 'linked is a symbolic link.'],
    ['linked/more/y.yaml', 'linked is a symbolic link.'],
    ['deals/x.yaml', 'it is a symbolic link.'],
    ['deals/a.yaml/z.yaml', 'deals/a.yaml is not a folder.'],
  ] as const) {
    const failure = await failureOf(
      commit(root, [{ kind: 'write', path, content: 'ours', expected: 'any' }]),
    );
    expect(failure.exitStatus, path).toBe(5);
    expect(failure.message).toBe(`${path} can't be written: ${why}`);
    expect(failure.hint).toBe(
      why.startsWith('it ')
        ? 'Move it out of the way, and run the command again.'
        : 'Nothing is written through links, or outside of the workspace.',
    );
  }
  expect(filesIn(outside)).toEqual({ 'x.yaml': 'theirs' });
});

test('a folder in the place of the file is told before anything is written', async () => {
  const root = folderWith();
  mkdirSync(join(root, 'deals/a.yaml'), { recursive: true });
  const failure = await failureOf(
    commit(root, [{ kind: 'write', path: 'deals/a.yaml', content: '', expected: 'any' }]),
  );
  expect(failure.message).toBe("deals/a.yaml can't be written: it is a folder.");
});

test('two changes of one path are a bug, not a race', async () => {
  const change: FileChange = { kind: 'write', path: 'a', content: '', expected: 'any' };
  await expect(commit(folderWith(), [change, change])).rejects.toThrow('two changes concern a');
});

test('no changes write nothing', async () => {
  const root = folderWith();
  expect(await commit(root, [])).toEqual({ notes: [], change: 'none' });
  expect(leftIn(root)).toEqual(['.gitignore', 'lock']);
});

test('a temporary that an older crash left is no obstacle', async () => {
  const root = folderWith({ 'deals/.0.pipeline-tmp': 'left' });
  await commit(root, [{ kind: 'write', path: 'deals/a.yaml', content: 'two', expected: 'absent' }]);
  expect(filesIn(root)).toEqual({ 'deals/a.yaml': 'two' });
});

test('hundreds of files are written in one go', async () => {
  const root = folderWith();
  const changes = Array.from({ length: 600 }, (_, n): FileChange => {
    return { kind: 'write', path: `deals/${n % 7}/d${n}.yaml`, content: `n: ${n}\n`, expected: 'absent' };
  });
  const seen: number[] = [];
  await withLock(root, who, () => commitFiles(root, changes, { progress: (done) => void seen.push(done) }));
  expect(Object.keys(filesIn(root))).toHaveLength(600);
  expect(seen).toEqual(Array.from({ length: 600 }, (_, n) => n + 1));
});
