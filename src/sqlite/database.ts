// SQLite, as much of it as this program needs. The only importer of better-sqlite3, so that another driver
// would be one file. Opening reads nothing: a file that is no database throws at the first statement.

import BetterSqlite from 'better-sqlite3';
import { driverMissing } from './driver-missing.ts';

/** What a column may hold here: no floats, no 64-bit integers; those are written as text. */
type Cell = string | number | Uint8Array | null;

export interface Database {
  /** Runs statements without parameters; results are dropped. */
  exec(sql: string): void;
  /** Changes rows. The statement is prepared once and kept. */
  run(sql: string, ...values: readonly Cell[]): void;
  /** All rows, each the list of its columns. What they hold is for the caller to check: files get damaged. */
  rows(sql: string, ...values: readonly Cell[]): unknown[][];
  /** Runs `work` in one transaction; whatever it throws rolls back. */
  transaction<Result>(work: () => Result): Result;
  /**
   * A statement of a person's, prepared and not run yet.
   * @throws SqliteError where it is no sound SQL, RangeError where it is several statements
   */
  ask(sql: string): Question;
  close(): void;
}

/** A statement of a person's. */
export interface Question {
  /** Whether SQLite says that it answers with rows and changes nothing. */
  readonly isReading: boolean;
  /** The names of its columns. */
  columns(): readonly string[];
  /** Its rows, one at a time: each the list of its columns. */
  rows(): Iterable<readonly unknown[]>;
}

/** Older ones can corrupt a database that two processes write to. */
const OLDEST = [3, 51, 3] as const;

/**
 * Opens a database, making the file where there is none and it is not only to be read.
 * @throws Failure `io` where the driver is not there, or is one of another Node
 * @param waitMs how long a statement waits for another process's lock before it throws SQLITE_BUSY
 */
export function openDatabase(path: string, waitMs: number, toRead = false): Database {
  const raw = lasting(opened(path, { timeout: waitMs, readonly: toRead }));
  assertSafeOnce(raw);
  const prepared = new Map<string, BetterSqlite.Statement<Cell[], unknown[]>>();
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? lasting(raw.prepare<Cell[], unknown[]>(sql));
    prepared.set(sql, known);
    return known;
  };
  return {
    exec: (sql) => void raw.exec(sql),
    run: (sql, ...values) => void statement(sql).run(...values),
    rows: (sql, ...values) =>
      statement(sql)
        .raw()
        .all(...values),
    ask: (sql) => {
      const asked = lasting(raw.prepare<[], unknown[]>(sql));
      return {
        isReading: asked.reader && asked.readonly,
        columns: () => asked.columns().map(({ name }) => name),
        rows: () => lasting(asked.raw().iterate()),
      };
    },
    transaction: (work) => raw.transaction(work).immediate(),
    close: () => void raw.close(),
  };
}

const everMade: object[] = [];

/**
 * What the driver made, kept until the process ends. Compiled for Node 24.19 or newer, the driver's version 12 aborts
 * the process where the garbage collector takes an object of its while no JavaScript runs; its version 13 does not, and
 * crashes on Node 20. What is closed weighs little.
 */
function lasting<Made extends object>(made: Made): Made {
  everMade.push(made);
  return made;
}

function opened(path: string, options: BetterSqlite.Options): BetterSqlite.Database {
  try {
    return new BetterSqlite(path, options);
  } catch (error) {
    throw driverMissing(error) ?? error;
  }
}

/** SQLite's code (`SQLITE_BUSY`, `SQLITE_CORRUPT_VTAB`) where it is its error; else undefined. */
export function sqliteCode(error: unknown): string | undefined {
  return error instanceof BetterSqlite.SqliteError ? error.code : undefined;
}

/** Whether another process holds the lock that a statement needed. */
export function isBusy(error: unknown): boolean {
  return sqliteCode(error)?.startsWith('SQLITE_BUSY') === true;
}

let isSafe = false;

function assertSafeOnce(raw: BetterSqlite.Database): void {
  if (isSafe) return;
  assertSafeVersion(String(lasting(raw.prepare('SELECT sqlite_version()')).pluck().get()));
  isSafe = true;
}

/** @throws Error where the linked SQLite is older than the oldest that is known to be safe */
export function assertSafeVersion(version: string): void {
  const parts = version.split('.').map(Number);
  for (const [place, least] of OLDEST.entries()) {
    const part = parts[place] ?? 0;
    if (part > least) return;
    if (part < least)
      throw new Error(`SQLite ${version} is too old; ${OLDEST.join('.')} is the oldest allowed`);
  }
}
