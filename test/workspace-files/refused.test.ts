// The system refuses a step of a write, or a person interrupts it: a sentence, and all of the changes or none.

import { chownSync, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { Failure } from '../../src/base/failure.ts';
import { withLock } from '../../src/workspace/lock.ts';
import { type CommitOptions, commitFiles } from '../../src/workspace/transaction.ts';
import type { FileChange } from '../../src/workspace/write-plan.ts';
import { filesIn, folderWith } from './folder.ts';
import { outside } from './outside.ts';

type Call = 'lstat' | 'open' | 'mkdir' | 'rename' | 'chmod' | 'chown' | 'fsync' | 'unlink';

/** Asked before each call that a write makes: throws what that call is to end with. */
const fault = vi.hoisted(() => ({ before: (_call: Call, _path: string): void => undefined }));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const asked =
    <Args extends unknown[], Result>(call: Call, work: (...args: Args) => Result) =>
    (...args: Args): Result => {
      fault.before(call, String(args[0]));
      return work(...args);
    };
  return {
    ...real,
    lstatSync: asked('lstat', real.lstatSync),
    openSync: asked('open', real.openSync),
    mkdirSync: asked('mkdir', real.mkdirSync),
    renameSync: asked('rename', real.renameSync),
    fchmodSync: asked('chmod', real.fchmodSync),
    fchownSync: asked('chown', real.fchownSync),
    fsyncSync: asked('fsync', real.fsyncSync),
    unlinkSync: asked('unlink', real.unlinkSync),
  };
});
beforeEach(() => {
  fault.before = () => undefined;
});

const who = { command: 'test', now: new Date('2026-11-23T10:00:00Z') };
const commit = (root: string, changes: readonly FileChange[], options?: CommitOptions) =>
  withLock(root, who, () => commitFiles(root, changes, options));
const recovered = (root: string) => withLock(root, who, ({ notes }) => notes);
const write = (path: string): FileChange => ({ kind: 'write', path, content: 'new', expected: 'any' });
const leftIn = (root: string) => readdirSync(join(root, '.pipeline')).sort();
const NOTHING = ['.gitignore', 'lock'];

/** From now on that call ends so, where it concerns such a path; `times` of them. */
function refuse(call: Call, code: string, path = '', times = Number.POSITIVE_INFINITY): void {
  let left = times;
  fault.before = (asked, where) => {
    if (asked !== call || !where.includes(path) || left-- <= 0) return;
    throw Object.assign(new Error(`${code}: refused`), { code, syscall: call, path: where });
  };
}

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Failure)) throw new Error(`no Failure: ${error}`);
  return error;
}

test('a file that can not be made is named, and what was made before it is taken back', async () => {
  const root = folderWith({ 'deals/a.yaml': 'old' });
  refuse('open', 'EACCES', 'deals/more/.2.pipeline-tmp');
  const failure = await failureOf(commit(root, [write('deals/a.yaml'), write('deals/more/b.yaml')]));
  expect(failure).toMatchObject({
    code: 'io',
    message: "deals/more/b.yaml can't be written: permission denied.",
    hint: 'Nothing was changed.',
  });
  expect(filesIn(root)).toEqual({ 'deals/a.yaml': 'old' });
  expect(readdirSync(join(root, 'deals'))).toEqual(['a.yaml']);
  expect(leftIn(root)).toEqual(NOTHING);
});

test('a folder that can not be made is an error of the files', async () => {
  const root = folderWith();
  refuse('mkdir', 'ENOSPC', 'deals');
  const failure = await failureOf(commit(root, [write('deals/a.yaml')]));
  expect(failure.message).toBe("The files can't be written: the disk is full.");
});

test.each([
  [1, "a.yaml can't be written: the disk reports an error."],
  [2, "The files can't be written: the disk reports an error."],
])('a disk that does not take %i files says so of them', async (count, message) => {
  const root = folderWith();
  refuse('fsync', 'EIO');
  const changes = [write('a.yaml'), write('b.yaml')].slice(0, count);
  expect((await failureOf(commit(root, changes))).message).toBe(message);
  expect(filesIn(root)).toEqual({});
  expect(leftIn(root)).toEqual(NOTHING);
});

test('a rename that fails once is tried once more', async () => {
  const root = folderWith({ a: 'old' });
  refuse('rename', 'EIO', '.0.pipeline-tmp', 1);
  expect(await commit(root, [write('a')])).toEqual({ notes: [], change: 'for-good' });
  expect(filesIn(root)).toEqual({ a: 'new' });
});

test('one file whose rename fails for good is as it was', async () => {
  const root = folderWith({ a: 'old' });
  refuse('rename', 'EIO', '.0.pipeline-tmp');
  expect(await failureOf(commit(root, [write('a')]))).toMatchObject({
    message: "a can't be written: the disk reports an error.",
    hint: 'Nothing was changed.',
  });
  expect(filesIn(root)).toEqual({ a: 'old' });
  expect(leftIn(root)).toEqual(NOTHING);
});

test('of several files what is left to do is done by the next command', async () => {
  const root = folderWith({ a: 'old', b: 'old' });
  refuse('rename', 'EACCES', '.2.pipeline-tmp');
  expect(await failureOf(commit(root, [write('a'), write('b')]))).toMatchObject({
    code: 'io',
    message: `The files are written but not all in their places: permission denied (${root}/.2.pipeline-tmp).`,
    hint: 'Nothing is lost: the next command that writes completes it once that is mended.',
  });
  fault.before = () => undefined;
  expect(await recovered(root)).toHaveLength(1);
  expect(filesIn(root)).toEqual({ a: 'new', b: 'new' });
});

test('a file that can not be removed or moved is named, and is where it was', async () => {
  const root = folderWith({ a: 'old' });
  refuse('unlink', 'EPERM');
  expect((await failureOf(commit(root, [{ kind: 'remove', path: 'a', expected: 'any' }]))).message).toBe(
    "a can't be written: not permitted.",
  );
  refuse('rename', 'EPERM');
  const move: FileChange = { kind: 'move', from: 'a', to: 'b', expected: 'any' };
  expect((await failureOf(commit(root, [move]))).message).toBe("b can't be written: not permitted.");
  expect(filesIn(root)).toEqual({ a: 'old' });
  expect(leftIn(root)).toEqual(NOTHING);
});

test('what is no refusal of the system is a bug, and still leaves everything as it was', async () => {
  const root = folderWith({ a: 'old' });
  fault.before = (call, path) => {
    if (call === 'open' && path.endsWith('.0.pipeline-tmp')) throw new RangeError('a bug');
  };
  await expect(commit(root, [write('a')])).rejects.toThrow(RangeError);
  expect(filesIn(root)).toEqual({ a: 'old' });
  expect(leftIn(root)).toEqual(NOTHING);
});

test('a bug after the point of no return is not tried again', async () => {
  const root = folderWith({ a: 'old' });
  let renames = 0;
  fault.before = (call, path) => {
    if (call !== 'rename' || !path.endsWith('.0.pipeline-tmp')) return;
    renames += 1;
    throw new RangeError('a bug');
  };
  await expect(commit(root, [write('a')])).rejects.toThrow(RangeError);
  expect(renames).toBe(1);
});

test('a bug on the second try is a bug too', async () => {
  const root = folderWith({ a: 'old' });
  let renames = 0;
  fault.before = (call, path) => {
    if (call !== 'rename' || !path.endsWith('.0.pipeline-tmp')) return;
    if (renames++ > 0) throw new RangeError('a bug');
    throw Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'rename', path });
  };
  await expect(commit(root, [write('a')])).rejects.toThrow(RangeError);
});

test('a journal that can not be looked at now is kept for later', async () => {
  const steps = [{ kind: 'put', temporary: 'deals/.0.pipeline-tmp', path: 'deals/a', expected: 'any' }];
  const root = folderWith({
    'deals/.0.pipeline-tmp': 'new',
    '.pipeline/journal.json': JSON.stringify({ format: 1, steps }),
  });
  refuse('lstat', 'EIO', `${root}/deals`);
  expect((await failureOf(recovered(root))).message).toBe(
    `What an interrupted command began can't be completed: the disk reports an error (${root}/deals).`,
  );
  fault.before = () => undefined;
  expect(await recovered(root)).toHaveLength(1);
  expect(filesIn(root)).toEqual({ 'deals/a': 'new' });
});

test('a folder that someone else makes at the same moment is no obstacle', async () => {
  const root = folderWith();
  fault.before = (call, path) => {
    if (call !== 'mkdir' || !path.endsWith('deals')) return;
    fault.before = () => undefined;
    mkdirSync(path);
  };
  await commit(root, [write('deals/a')]);
  expect(filesIn(root)).toEqual({ 'deals/a': 'new' });
});

test('a command that is interrupted before its point of no return changes nothing', async () => {
  const root = folderWith({ a: 'old' });
  const interruption = new AbortController();
  const changes = [write('a'), write('more/b'), write('c')];
  const progress = (done: number) => {
    if (done === 2) interruption.abort('SIGINT');
  };
  await expect(commit(root, changes, { progress, signal: interruption.signal })).rejects.toBe('SIGINT');
  expect(filesIn(root)).toEqual({ a: 'old' });
  expect(readdirSync(root).sort()).toEqual(['.pipeline', 'a']);
  expect(leftIn(root)).toEqual(NOTHING);
});

test('an interruption is heard while many files are being made, not only when all are', async () => {
  const root = folderWith();
  const interruption = new AbortController();
  const changes = Array.from({ length: 400 }, (_, n) => write(`f${n}`));
  let made = 0;
  const progress = (done: number) => {
    made = done;
    if (done === 1) setImmediate(() => interruption.abort('SIGINT'));
  };
  await expect(commit(root, changes, { progress, signal: interruption.signal })).rejects.toBe('SIGINT');
  expect(made).toBe(100);
  expect(filesIn(root)).toEqual({});
});

test('a file keeps its owner, and its mode to the last bit, when it is replaced', async () => {
  const root = folderWith({ a: 'old' });
  if (process.getuid?.() === 0) chownSync(join(root, 'a'), 1234, 5678);
  const before = statSync(join(root, 'a'));
  await commit(root, [write('a')]);
  const { uid, gid, mode, ino } = statSync(join(root, 'a'));
  expect({ uid, gid, mode }).toEqual({ uid: before.uid, gid: before.gid, mode: before.mode });
  expect(ino).not.toBe(before.ino);
});

test('a file of one’s own is given to nobody', async () => {
  const root = folderWith({ a: 'old' });
  refuse('chown', 'EIO');
  await commit(root, [write('a')]);
  expect(filesIn(root)).toEqual({ a: 'new' });
});

test.skipIf(process.getuid?.() !== 0)(
  'who may not give a file away writes it as their own (needs root)',
  async () => {
    const root = folderWith({ a: 'old', b: 'old' });
    chownSync(join(root, 'a'), 1234, 0);
    refuse('chown', 'EPERM');
    await commit(root, [write('a')]);
    expect(filesIn(root)).toEqual({ a: 'new', b: 'old' });
    expect(statSync(join(root, 'a')).uid).toBe(0);
    refuse('chown', 'EIO');
    for (const [uid, gid] of [
      [0, 5678],
      [1234, 0],
    ] as const) {
      chownSync(join(root, 'a'), uid, gid);
      expect((await failureOf(commit(root, [write('a')]))).message).toBe(
        "a can't be written: the disk reports an error.",
      );
    }
  },
);

test('what is in the place of a file and is none is named for what it is', async () => {
  const root = folderWith();
  expect(outside('mkfifo', join(root, 'pipe'))).toBe(true);
  expect(await failureOf(commit(root, [write('pipe')]))).toMatchObject({
    message: "pipe can't be written: it is no regular file.",
    hint: 'Move it out of the way, and run the command again.',
  });
  expect(lstatSync(join(root, 'pipe')).isFIFO()).toBe(true);
});

test('a folder left under the name of a temporary is no obstacle', async () => {
  const root = folderWith({ '.0.pipeline-tmp/x': 'left', 'f/.2.pipeline-tmp/x': 'left' });
  const files = [{ name: 'deals.csv', content: 'id\n' }];
  await commit(root, [write('a'), { kind: 'folder', path: 'f/now', files }]);
  expect(filesIn(root)).toEqual({ a: 'new', 'f/now/deals.csv': 'id\n' });
});
