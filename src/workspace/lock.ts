// The workspace's lock: one command writes at a time. An exclusive SQLite transaction on `.pipeline/lock`, which
// the operating system ends with the process, however that dies. Never open that file by other means: on POSIX
// any close of it would drop the lock.

import { accessSync, constants, lstatSync, realpathSync, rmSync, truncateSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isErrno, reasonAt, reasonOf } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import { type Sayable, said } from '../base/said.ts';
import { type Database, isBusy, openDatabase, sqliteCode } from '../sqlite/database.ts';
import { recover } from './journal.ts';
import { forgetHolder, lockedBy, tellHolder, type Who } from './lock-holder.ts';
import { makePrivateFolder, privatePath } from './private-folder.ts';

export interface LockOptions {
  /** How long to wait for another command before giving up. */
  readonly waitMs?: number;
  readonly signal?: AbortSignal;
}

/** What the holder of the lock is told. */
export interface Held {
  /** What an interrupted command had left and what became of it, a sentence each, for stderr. */
  readonly notes: readonly Sayable[];
}

const WAIT_MS = 5_000;
const LOCK = 'lock';

/** By the workspace's real path, the inode of the lock file that this process holds. */
const heldHere = new Map<string, bigint>();

/**
 * Does `work` while no other command writes to the workspace. What an interrupted command left is first
 * completed or swept away.
 * @throws Failure `locked`, naming the holder, where the wait is over; `io` where the lock can't be used
 */
export async function withLock<Result>(
  root: string,
  who: Who,
  work: (held: Held) => Result | Promise<Result>,
  options: LockOptions = {},
): Promise<Result> {
  const place = realpathSync(root);
  if (heldHere.has(place)) throw new Error('the lock is taken twice in one process');
  const lock = await acquire(place, options);
  try {
    heldHere.set(place, inodeOf(place));
    tellHolder(place, who);
    return await work({ notes: recoverOrSay(place) });
  } finally {
    heldHere.delete(place);
    forgetHolder(place);
    lock.close();
  }
}

/**
 * Makes sure that this process still holds the workspace's lock.
 * @throws Failure `locked` where someone removed the lock file; Error where it was never taken
 */
export function assertLocked(root: string): void {
  const place = realpathSync(root);
  const inode = heldHere.get(place);
  if (inode === undefined) throw new Error('files are written without the lock');
  if (inodeOf(place) !== inode) {
    throw new Failure('locked', 'Someone removed .pipeline/ while this command was running.', {
      hint: 'Nothing was written. Run it again.',
    });
  }
}

/** 0 where the file is gone. */
function inodeOf(root: string): bigint {
  return lstatSync(privatePath(root, LOCK), { bigint: true, throwIfNoEntry: false })?.ino ?? 0n;
}

async function acquire(root: string, { waitMs = WAIT_MS, signal }: LockOptions): Promise<Database> {
  const deadline = performance.now() + waitMs;
  for (let attempt = 0; ; attempt++) {
    const lock = tryAcquire(root);
    if (lock !== undefined) return lock;
    if (performance.now() >= deadline) throw lockedBy(root);
    await sleep(pause(attempt), undefined, { signal });
  }
}

/** Short, and of another length in each process, so that none is always too late. */
function pause(attempt: number): number {
  return 2 + ((process.pid * 7 + attempt * 13) % 19);
}

/** Undefined where another process holds it. */
function tryAcquire(root: string): Database | undefined {
  const path = privatePath(root, LOCK);
  try {
    makePrivateFolder(root);
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat?.isSymbolicLink() === true) rmSync(path);
    else if (stat !== undefined) accessSync(path, constants.W_OK); // it says why not, as SQLite does not
    try {
      return begin(path);
    } catch (error) {
      if (sqliteCode(error) !== 'SQLITE_NOTADB') throw error;
      truncateSync(path); // nobody can hold what is no database; and the file stays the same one
      return begin(path);
    }
  } catch (error) {
    if (isBusy(error)) return undefined;
    if (error instanceof Failure) throw error; // the driver is not there: it says what to type
    throw new Failure(
      'io',
      said("The workspace can't be locked for writing: {reason}.", { reason: reasonOf(error) }),
      {
        hint: said('It needs to write to {privatePath}', { privatePath: privatePath(root, '') }),
        cause: error,
      },
    );
  }
}

/**
 * SQLite reads where it may not write, and what it begins there excludes nobody: so it is told to write, which is
 * never committed.
 */
function begin(path: string): Database {
  const lock = openDatabase(path, 0);
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE; PRAGMA user_version = 0');
    return lock;
  } catch (error) {
    lock.close();
    throw error;
  }
}

/** @throws Failure `io` where what was begun can't be completed now */
function recoverOrSay(root: string): readonly Sayable[] {
  try {
    return recover(root);
  } catch (error) {
    if (!isErrno(error)) throw error;
    const what = said("What an interrupted command began can't be completed: {reason}.", {
      reason: reasonAt(error),
    });
    throw new Failure('io', what, { hint: 'Mend that, and run any command that writes.', cause: error });
  }
}
