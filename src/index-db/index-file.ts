// The index on disk: `.pipeline/index.db`, a cache of what files say. Loading never fails and saving never matters:
// where the database is absent, damaged, another one's or out of reach, everything is read from the files.

import { lstatSync, rmSync } from 'node:fs';
import { reasonOf } from '../base/errno.ts';
import { type Database, isBusy, openDatabase, sqliteCode } from '../sqlite/database.ts';
import { makePrivateFolder, privatePath } from '../workspace/private-folder.ts';
import {
  checkIdentity,
  type IndexChanges,
  isBlank,
  type KeptReading,
  type Memo,
  memosIn,
  readingsIn,
  Unusable,
  writeRows,
} from './rows.ts';

export interface LoadedIndex {
  readonly readings: ReadonlyMap<string, KeptReading>;
  readonly memos: ReadonlyMap<string, Memo>;
  /** What saving has to do: add to it, make it anew, or leave it alone. */
  readonly state: 'usable' | 'replace' | 'out-of-reach';
  /** A sentence for stderr where it was not simply there or simply absent. */
  readonly note: string | undefined;
}

const WAIT_MS = 2_000;
const FILE = 'index.db';

/** All that the index has; with `path`, only what it has of that file. Never throws: without it all works too. */
export function loadIndex(root: string, path?: string): LoadedIndex {
  const file = privatePath(root, FILE);
  let database: Database | undefined;
  try {
    const stat = lstatSync(file, { throwIfNoEntry: false });
    if (stat === undefined) return without('usable');
    if (!stat.isFile()) throw new Unusable('is no regular file');
    database = openDatabase(file, WAIT_MS);
    if (isBlank(database)) return without('usable');
    checkIdentity(database, root);
    return {
      readings: readingsIn(database, path),
      memos: path === undefined ? memosIn(database) : new Map(),
      state: 'usable',
      note: undefined,
    };
  } catch (error) {
    if (isBusy(error)) return without('out-of-reach', 'The index is in use; everything is read anew.');
    const what = error instanceof Unusable ? error.message : 'was damaged';
    return without('replace', `The index ${what}; it is built anew.`);
  } finally {
    database?.close();
  }
}

/**
 * Keeps what was learned, all or nothing.
 * @returns a sentence for stderr where it can't be kept; nothing is lost then but time
 */
export function saveIndex(
  root: string,
  state: LoadedIndex['state'],
  changes: IndexChanges,
): string | undefined {
  const { readings, gone, memos } = changes;
  const isNothing = readings.length + gone.length + memos.length === 0;
  if (state === 'out-of-reach' || (state === 'usable' && isNothing)) return undefined;
  let database: Database | undefined;
  try {
    makePrivateFolder(root);
    if (state === 'replace') removeIndex(root);
    database = openDatabase(privatePath(root, FILE), WAIT_MS);
    writeRows(database, root, changes);
    return undefined;
  } catch (error) {
    database?.close();
    database = undefined;
    if (isBusy(error) || error instanceof Unusable) return undefined; // another command keeps its own
    if (!isDamage(error)) return `The index can't be kept: ${reasonOf(error)}.`;
    removeIndex(root);
    return 'The index was damaged; the next command builds it anew.';
  } finally {
    database?.close();
  }
}

function without(state: LoadedIndex['state'], note?: string): LoadedIndex {
  return { readings: new Map(), memos: new Map(), state, note };
}

/** With what SQLite keeps beside it. */
function removeIndex(root: string): void {
  for (const name of [FILE, `${FILE}-journal`, `${FILE}-wal`, `${FILE}-shm`])
    rmSync(privatePath(root, name), { force: true, recursive: true });
}

function isDamage(error: unknown): boolean {
  const code = sqliteCode(error) ?? '';
  return /^SQLITE_(CORRUPT|NOTADB|ERROR|SCHEMA|MISMATCH|CONSTRAINT)/.test(code);
}
