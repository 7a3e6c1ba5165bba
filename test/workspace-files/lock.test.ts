import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { Failure } from '../../src/base/failure.ts';
import { openDatabase } from '../../src/sqlite/database.ts';
import { assertLocked, withLock } from '../../src/workspace/lock.ts';
import { childCommand, childEnvironment, startChild } from './child-process.ts';
import { filesIn, folderWith, put } from './folder.ts';
import { outside } from './outside.ts';
import { beforeRounds } from './rounds.ts';

vi.setConfig({ testTimeout: 60_000 }); // disks are slow when they are shared

const TRACER = 'strace';
const canTrace = outside(TRACER, '-o', '/dev/null', 'true');
const who = { command: 'import', now: new Date('2026-11-23T10:00:00Z') };
const failureOf = async (work: Promise<unknown>): Promise<Failure> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Failure)) throw new Error(`no Failure: ${error}`);
  return error;
};

test('the work’s result comes back, and the lock is free again, also after an error', async () => {
  const root = folderWith();
  expect(await withLock(root, who, () => 7)).toBe(7);
  await expect(withLock(root, who, () => Promise.reject(new RangeError('x')))).rejects.toThrow(RangeError);
  expect(await withLock(root, who, async () => 8)).toBe(8);
});

test('what lies in .pipeline/ is ignored by git whatever the workspace says', async () => {
  const root = folderWith();
  await withLock(root, who, () => undefined);
  expect(readFileSync(join(root, '.pipeline/.gitignore'), 'utf8')).toBe('*\n');
});

test('a second command waits, then gives up and says who holds the lock', async () => {
  const root = folderWith();
  const child = await startChild('hold', root);
  const began = performance.now();
  const failure = await failureOf(withLock(root, who, () => 0, { waitMs: 150 }));
  expect(performance.now() - began).toBeGreaterThan(140);
  expect(failure.exitStatus).toBe(4);
  expect(failure.message).toMatch(
    new RegExp(
      `^pipeline holding \\(process ${child.pid} on .+, since 2026-01-02T03:04:05.000Z\\) is writing`,
    ),
  );
  child.kill();
});

test('a second command goes on as soon as the first has ended', async () => {
  const root = folderWith();
  const child = await startChild('hold', root);
  setTimeout(() => child.kill(), 100);
  expect(await withLock(root, who, () => 'mine', { waitMs: 5_000 })).toBe('mine');
});

test('a killed holder leaves no lock, and is not named by the next one', async () => {
  const root = folderWith();
  const killed = await startChild('hold', root);
  await killed.kill();
  expect(existsSync(join(root, '.pipeline/lock.json'))).toBe(true);
  expect(await withLock(root, who, () => 'mine', { waitMs: 0 })).toBe('mine');
  expect(existsSync(join(root, '.pipeline/lock.json'))).toBe(false);
});

const gone = 2 ** 22 + 1; // no system gives a process such a number
const told = { pid: gone, host: hostname(), command: 'import', since: '2026-01-02T03:04:05.000Z' };
const named = 'pipeline import (process';
test.each([
  ['nobody, where nothing is told', undefined, 'Another command is writing'],
  ['nobody, where it is no JSON', '{"pid":', 'Another command is writing'],
  [
    'nobody, where the one told is gone from this machine',
    JSON.stringify(told),
    'Another command is writing',
  ],
  ['the one told, where it lives', JSON.stringify({ ...told, pid: 1 }), named],
  ['the one told, where it is on another machine', JSON.stringify({ ...told, host: 'elsewhere' }), named],
])('whoever waits is told %s', async (_, text, expected) => {
  const root = folderWith();
  await withLock(root, who, () => undefined);
  const other = openDatabase(join(root, '.pipeline/lock'), 0);
  other.exec('BEGIN EXCLUSIVE');
  if (text !== undefined) put(root, '.pipeline/lock.json', text);
  const failure = await failureOf(withLock(root, who, () => 0, { waitMs: 0 }));
  other.close();
  expect(failure.message).toContain(expected);
  expect(failure).toMatchObject({
    code: 'locked',
    hint: 'Nothing was changed. Run this again when that one has ended.',
  });
});

test('a holder that is somebody else’s process is named: it lives, and may not be signalled', async () => {
  const root = folderWith();
  await withLock(root, who, () => undefined);
  const other = openDatabase(join(root, '.pipeline/lock'), 0);
  other.exec('BEGIN EXCLUSIVE');
  put(root, '.pipeline/lock.json', JSON.stringify(told));
  const kill = vi.spyOn(process, 'kill').mockImplementation(() => {
    throw Object.assign(new Error('EPERM'), { code: 'EPERM', syscall: 'kill' });
  });
  const failure = await failureOf(withLock(root, who, () => 0, { waitMs: 0 }));
  kill.mockRestore();
  other.close();
  expect(failure.message).toContain(`${named} ${gone} on`);
});

test('a lock that another one holds is not emptied', async () => {
  const root = folderWith({ '.pipeline/x': '' });
  const path = join(root, '.pipeline/lock');
  const other = openDatabase(path, 0);
  other.exec('CREATE TABLE t (x); BEGIN EXCLUSIVE');
  const { size } = statSync(path);
  expect((await failureOf(withLock(root, who, () => 0, { waitMs: 0 }))).code).toBe('locked');
  expect(statSync(path).size).toBe(size);
  other.close();
});

test('while it works the holder is told beside the lock, and no longer', async () => {
  const root = folderWith();
  const holder = join(root, '.pipeline/lock.json');
  const text = await withLock(root, who, () => readFileSync(holder, 'utf8'));
  expect(JSON.parse(text)).toEqual({
    pid: process.pid,
    host: hostname(),
    command: 'import',
    since: '2026-11-23T10:00:00.000Z',
  });
  expect(existsSync(holder)).toBe(false);
});

test('where nobody can be told who holds the lock, it is held all the same', async () => {
  const root = folderWith({ '.pipeline/lock.json/x': '' });
  expect(await withLock(root, who, () => 'mine')).toBe('mine');
});

test('waiting for the lock can be interrupted', async () => {
  const root = folderWith();
  const child = await startChild('hold', root);
  const interruption = new AbortController();
  setTimeout(() => interruption.abort('SIGINT'), 50);
  const waiting = withLock(root, who, () => 0, { waitMs: 60_000, signal: interruption.signal });
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  child.kill();
});

test('a damaged lock file locks as well as a sound one', async () => {
  const root = folderWith();
  put(root, '.pipeline/lock', 'no database at all\n'.repeat(300));
  expect(await withLock(root, who, () => 'mine', { waitMs: 0 })).toBe('mine');
  const child = await startChild('hold', root);
  expect((await failureOf(withLock(root, who, () => 0, { waitMs: 0 }))).code).toBe('locked');
  child.kill();
});

test('a lock file that is a link is replaced, and what it leads to stays as it is', async () => {
  const elsewhere = folderWith({ precious: 'precious\n'.repeat(200) });
  const root = folderWith({ '.pipeline/x': '' });
  symlinkSync(join(elsewhere, 'precious'), join(root, '.pipeline/lock'));
  symlinkSync(join(elsewhere, 'precious'), join(root, '.pipeline/lock.json'));
  expect(await withLock(root, who, () => 'mine')).toBe('mine');
  expect(readFileSync(join(elsewhere, 'precious'), 'utf8')).toBe('precious\n'.repeat(200));
});

test('a .pipeline that is no folder is told, not followed', async () => {
  const elsewhere = folderWith();
  const root = folderWith();
  symlinkSync(elsewhere, join(root, '.pipeline'));
  const failure = await failureOf(withLock(root, who, () => 0));
  expect(failure.exitStatus).toBe(5);
  expect(failure.message).toBe("The workspace can't be locked for writing: .pipeline is not a folder.");
  expect(failure.hint).toBe(`It needs to write to ${root}/.pipeline`);
  expect(readdirSync(elsewhere)).toEqual([]);
});

test('a holder whose lock file was removed does not write', async () => {
  const root = folderWith();
  await withLock(root, who, () => {
    expect(() => assertLocked(root)).not.toThrow();
    rmSync(join(root, '.pipeline/lock'));
    writeFileSync(join(root, '.pipeline/lock'), '');
    expect(() => assertLocked(root)).toThrow(Failure);
    rmSync(join(root, '.pipeline'), { recursive: true });
    expect(() => assertLocked(root)).toThrow(
      expect.objectContaining({
        code: 'locked',
        message: 'Someone removed .pipeline/ while this command was running.',
        hint: 'Nothing was written. Run it again.',
      }),
    );
  });
  expect(() => assertLocked(root)).toThrow('without the lock');
});

test('a workspace that is reached by a link is the same workspace', async () => {
  const root = folderWith();
  const link = join(folderWith(), 'link');
  symlinkSync(root, link);
  await withLock(link, who, async () => {
    expect(() => assertLocked(root)).not.toThrow();
    await expect(withLock(root, who, () => 0)).rejects.toThrow('taken twice');
  });
});

test('writing without the lock, and taking it twice, are bugs', async () => {
  const root = folderWith();
  expect(() => assertLocked(root)).toThrow('without the lock');
  await withLock(root, who, () => expect(withLock(root, who, () => 0)).rejects.toThrow('taken twice'));
});

test.skipIf(!canTrace)(
  'a lock file that can only be read locks nothing, and is refused (needs strace)',
  () => {
    const root = folderWith({ ...beforeRounds(), '.pipeline/lock': '' });
    const refuse = ['-P', join(root, '.pipeline/lock'), '-e', 'inject=openat:error=EACCES:when=1'];
    const ran = spawnSync(
      TRACER,
      ['-o', '/dev/null', ...refuse, '--', ...childCommand('rounds', root, '1', '1')],
      {
        env: childEnvironment,
        encoding: 'utf8',
      },
    );
    expect(ran.stderr).toMatch(/^io: The workspace can't be locked for writing: .+\.\n$/);
    expect(ran.status).toBe(5);
    expect(filesIn(root)).toEqual(beforeRounds());
  },
);
