// The index on disk: `.pipeline/index.db`, a cache of what files say. To save in it never matters: where that fails, the
// next command reads the files.

import { rmSync } from 'node:fs';
import { reasonOf } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import { asValue, type Said, type Sayable, said } from '../base/said.ts';
import { type Database, isBusy, openDatabase, sqliteCode } from '../sqlite/database.ts';
import { makePrivateFolder, privatePath } from '../workspace/private-folder.ts';
import { IndexUnsure } from './index-unsure.ts';
import {
  columnIn,
  type IndexChanges,
  type KeptMemo,
  type KeptReading,
  type Memo,
  memoInputsIn,
  memoValueIn,
  pathsIn,
  readingsIn,
  Unusable,
  writeRows,
} from './rows.ts';

const WAIT_MS = 2_000;
const FILE = 'index.db';

/**
 * The index of a workspace. Up to `release`, or the first time that something is kept, what it has is of one moment.
 * All questions throw IndexUnsure where the answer would not be what was kept.
 */
export class Index {
  /** A sentence for stderr where it was not simply there or simply absent. */
  readonly note: Sayable | undefined;
  readonly #root: string;
  /** What saving has to do: add to it, make it anew, or leave it alone. */
  #state: 'usable' | 'replace' | 'out-of-reach';
  #database: Database | undefined;
  #isHeld: boolean;
  /** How often each memo was. */
  readonly #saved = new Map<string, number>();

  constructor(
    root: string,
    state: 'usable' | 'replace' | 'out-of-reach',
    database?: Database,
    note?: Sayable,
  ) {
    this.#root = root;
    this.#state = state;
    this.#database = database;
    this.#isHeld = database !== undefined;
    this.note = note;
  }

  /** What is kept of these files, by path; of many, maybe of others too. */
  readings(paths: readonly string[]): ReadonlyMap<string, KeptReading> {
    return this.#ask((database) => readingsIn(database, paths)) ?? new Map();
  }

  /** The paths of all files of which something is kept. */
  paths(): readonly string[] {
    return this.#ask(pathsIn) ?? [];
  }

  memo(key: string): KeptMemo | undefined {
    const then = this.#moment(key);
    const inputs = this.#ask((database) => memoInputsIn(database, key));
    if (inputs === undefined) return undefined;
    const askAgain = <Answer>(question: (database: Database) => Answer): Answer | undefined => {
      try {
        const answer = this.#ask(question);
        if (this.#moment(key) === then) return answer;
      } catch (error) {
        if (this.#moment(key) === then) throw error;
      }
      throw this.changed(); // what looks like damage is another command's work
    };
    return {
      inputs,
      value: () => askAgain((database) => memoValueIn(database, key, inputs)) ?? '',
      column: (name) => askAgain((database) => columnIn(database, key, inputs, name)),
    };
  }

  /** It differs where this command has written that memo meanwhile, or another one anything. */
  #moment(key: string): string {
    const others = this.#ask((database) => database.rows('PRAGMA data_version')[0]?.[0]);
    return `${this.#saved.get(key) ?? 0} ${String(others)}`;
  }

  /** Why a command has to begin again: the index is not as it was written. */
  damaged(cause?: unknown): IndexUnsure {
    return new IndexUnsure(this.#root, 'damaged', { cause });
  }

  /** Why a command has to begin again: another one has changed the index meanwhile. */
  changed(cause?: unknown): IndexUnsure {
    return new IndexUnsure(this.#root, 'changed', { cause });
  }

  #ask<Answer>(question: (database: Database) => Answer): Answer | undefined {
    if (this.#database === undefined) return undefined;
    try {
      return question(this.#database);
    } catch (error) {
      throw isBusy(error) ? this.changed(error) : this.damaged(error);
    }
  }

  /**
   * Keeps what was learned, all or nothing.
   * @returns a sentence for stderr where it can't be kept; nothing is lost then but time
   */
  save(changes: IndexChanges): Sayable | undefined {
    const { readings, gone, memos } = changes;
    const isNothing = readings.length + gone.length + memos.length === 0;
    if (this.#state === 'usable' && isNothing) return undefined;
    return this.#write(changes).note;
  }

  /**
   * Keeps one result of many at once, so that they need not be held up to the end. What the index says afterwards may
   * be of another moment.
   * @returns false where that failed: then what is left is for `save`, which tells why
   */
  keep(memo: Memo): boolean {
    const { note, isBusy: busy } = this.#write({ readings: [], gone: [], memos: [memo] });
    return note === undefined && busy !== true;
  }

  #write(changes: IndexChanges): { readonly note?: Sayable; readonly isBusy?: boolean } {
    if (this.#state === 'out-of-reach') return {};
    for (const { key } of changes.memos) this.#saved.set(key, (this.#saved.get(key) ?? 0) + 1);
    try {
      makePrivateFolder(this.#root);
      if (this.#state === 'replace') dropIndex(this.#root);
      this.#database ??= openFile(this.#root);
      writeRows(this.#database, this.#root, changes);
      this.#state = 'usable';
      if (this.#isHeld) this.#database.exec('COMMIT');
      this.#isHeld = false;
      return {};
    } catch (error) {
      this.#letGo('ROLLBACK');
      if (isBusy(error) || error instanceof Unusable) return { isBusy: true }; // another command keeps its own
      if (error instanceof Failure) return { note: withoutDriver(error) };
      if (!isDamage(error))
        return { note: said("The index can't be kept: {reason}.", { reason: reasonOf(error) }) };
      this.close();
      dropIndex(this.#root);
      return { note: 'The index was damaged; the next command builds it anew.' };
    }
  }

  /** Lets other commands write to it. */
  release(): void {
    this.#letGo('COMMIT');
  }

  /** A transaction that only read has nothing to lose: where it can't be ended in good order, the file is closed. */
  #letGo(how: 'COMMIT' | 'ROLLBACK'): void {
    if (!this.#isHeld) return;
    this.#isHeld = false;
    try {
      this.#database?.exec(how);
    } catch {
      this.close();
    }
  }

  close(): void {
    this.#database?.close();
    this.#database = undefined;
  }
}

/** Reading goes on without the driver, and writing does not: the lock needs it. */
function withoutDriver({ said: { message, hint = '' } }: Failure): Said {
  return said('{message} Till then nothing can be written. {hint}', {
    message: asValue(message),
    hint: asValue(hint),
  });
}

/** The database of the index, made where there is none. @throws Failure where there is no driver, and what SQLite throws */
export function openFile(root: string): Database {
  const database = openDatabase(indexPath(root), WAIT_MS);
  try {
    database.exec('PRAGMA synchronous = OFF'); // a power cut may damage it, and damage is seen
    return database;
  } catch (error) {
    database.close(); // a file that is no database opens, and fails at the first statement
    throw error;
  }
}

/** Where it lies. */
export function indexPath(root: string): string {
  return privatePath(root, FILE);
}

/** Removes it, with what SQLite keeps beside it. */
export function dropIndex(root: string): void {
  for (const name of [FILE, `${FILE}-journal`, `${FILE}-wal`, `${FILE}-shm`])
    rmSync(privatePath(root, name), { force: true, recursive: true });
}

function isDamage(error: unknown): boolean {
  const code = sqliteCode(error) ?? '';
  return /^SQLITE_(CORRUPT|NOTADB|ERROR|SCHEMA|MISMATCH|CONSTRAINT)/.test(code);
}
