// The rows of the index. Each is a fact that holds by itself: what one reader makes of the file with that path and
// fingerprint; its checksum covers all of that. So whatever is wrong with the database costs time, and nothing else.

import { lstatSync } from 'node:fs';
import type { Database } from '../sqlite/database.ts';
import type { Message } from '../words/message.ts';
import { BUILD_ID } from './build-id.ts';
import { checksum } from './checksum.ts';
import type { Column, Columns } from './columns.ts';

/** What a reader made of a file. */
export interface KeptReading {
  readonly path: string;
  /** Which reader, and what else its result depends on: `deal PLN`. */
  readonly reader: string;
  readonly fingerprint: string;
  /** Hash of the file's bytes where the fingerprint alone is not to be trusted (isRacy); else ''. */
  readonly hash: string;
  /** JSON. */
  readonly reading: string;
}

/** A result that was computed from many files. */
export interface Memo {
  readonly key: string;
  /** All that it was computed from. */
  readonly inputs: string;
  /** JSON. */
  readonly value: string;
  /** What of it are many records. */
  readonly columns?: Columns;
}

/** A memo in the index: most are only asked what they are of. */
export interface KeptMemo {
  readonly inputs: string;
  value(): string;
  /** One of its columns; undefined where it has none of that name. */
  column(name: string): Column | undefined;
}

export interface IndexChanges {
  readonly readings: readonly KeptReading[];
  /** Paths of files that are no more. */
  readonly gone: readonly string[];
  readonly memos: readonly Memo[];
}

const SCHEMA_VERSION = 2;

const SCHEMA = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE reading (
    path TEXT NOT NULL UNIQUE,
    reader TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    hash TEXT NOT NULL,
    reading TEXT NOT NULL,
    checksum INTEGER NOT NULL
  );
  CREATE TABLE memo (
    key TEXT NOT NULL UNIQUE,
    inputs TEXT NOT NULL,
    inputs_checksum INTEGER NOT NULL,
    value TEXT NOT NULL,
    value_checksum INTEGER NOT NULL
  );
  CREATE TABLE memo_column (
    memo TEXT NOT NULL,
    name TEXT NOT NULL,
    cells BLOB NOT NULL,
    places BLOB NOT NULL,
    checksum INTEGER NOT NULL,
    UNIQUE (memo, name)
  );
  PRAGMA user_version = ${SCHEMA_VERSION};
`;
const READINGS = 'SELECT path, reader, fingerprint, hash, reading, checksum FROM reading';
const MEMO_INPUTS = 'SELECT inputs, inputs_checksum FROM memo WHERE key = ?';
const MEMO_VALUE = 'SELECT value, value_checksum FROM memo WHERE key = ? AND inputs = ?';
const COLUMN = 'SELECT cells, places, checksum FROM memo_column WHERE memo = ? AND name = ?';

/** What is wrong with an index that was found, as the end of a sentence. */
export class Unusable extends Error {
  /** Goes on from "the index". */
  readonly why: Message;

  constructor(why: Message) {
    super(why);
    this.why = why;
  }
}

/** Whether nothing was ever kept in it. */
export function isBlank(database: Database): boolean {
  return database.rows('SELECT 1 FROM sqlite_schema LIMIT 1').length === 0;
}

/** @throws Unusable where another version, another build or another workspace made it */
export function checkIdentity(database: Database, root: string): void {
  const version = database.rows('PRAGMA user_version')[0]?.[0];
  if (version !== SCHEMA_VERSION) throw new Unusable('is of another version of pipeline');
  const meta = new Map(database.rows('SELECT key, value FROM meta').map(([key, value]) => [key, value]));
  if (meta.get('build') !== BUILD_ID) throw new Unusable('is of another version of pipeline');
  if (meta.get('workspace') !== identityOf(root)) throw new Unusable('is of another workspace');
}

/** A workspace that is moved stays the same; a copy is another one. */
function identityOf(root: string): string {
  return String(lstatSync(root, { bigint: true }).ino);
}

/** Of so many files and more, all readings are read at once. */
const MANY = 500;

/** What is kept of these files, by path. @throws Unusable at the first row that is not as it was written */
export function readingsIn(database: Database, paths: readonly string[]): Map<string, KeptReading> {
  if (paths.length >= MANY) return byPath(database.rows(READINGS));
  return byPath(paths.flatMap((path) => database.rows(`${READINGS} WHERE path = ?`, path)));
}

function byPath(rows: readonly unknown[][]): Map<string, KeptReading> {
  const found = new Map<string, KeptReading>();
  for (const [path, reader, fingerprint, hash, reading, sum] of rows) {
    const kept = {
      path: String(path),
      reader: String(reader),
      fingerprint: String(fingerprint),
      hash: String(hash),
      reading: String(reading),
    };
    assertIntact(sum, checksumOfReading(kept));
    found.set(kept.path, kept);
  }
  return found;
}

/** The paths of all files of which something is kept. */
export function pathsIn(database: Database): string[] {
  return database.rows('SELECT path FROM reading').map(([path]) => String(path));
}

/** What the memo of that key was computed from; undefined where there is none. @throws Unusable likewise */
export function memoInputsIn(database: Database, key: string): string | undefined {
  const [row] = database.rows(MEMO_INPUTS, key);
  if (row === undefined) return undefined;
  const inputs = String(row[0]);
  assertIntact(row[1], checksumOfText(key, inputs));
  return inputs;
}

/** The value of a memo that was computed from these inputs. @throws Unusable likewise, also where it is of others by now */
export function memoValueIn(database: Database, key: string, inputs: string): string {
  const [value, sum] = database.rows(MEMO_VALUE, key, inputs)[0] ?? [];
  assertIntact(sum, checksumOfValue(key, inputs, String(value)));
  return String(value);
}

/** A column of a memo that was computed from these inputs. @throws Unusable likewise */
export function columnIn(database: Database, memo: string, inputs: string, name: string): Column | undefined {
  const [row] = database.rows(COLUMN, memo, name);
  if (row === undefined) return undefined;
  const [values, places, sum] = row;
  if (!(values instanceof Uint8Array && places instanceof Uint8Array)) throw new Unusable('was damaged');
  const column = { values, places };
  assertIntact(sum, checksumOfColumn(checksumOfText(memo, inputs), name, column));
  return column;
}

function assertIntact(sum: unknown, computed: number): void {
  if (sum !== computed) throw new Unusable('was damaged');
}

function checksumOfReading({ path, reader, fingerprint, hash, reading }: KeptReading): number {
  return checksum(`${path}\n${reader}\n${fingerprint}\n${hash}\n${reading}`);
}

function checksumOfText(key: string, text: string): number {
  return checksum(text, checksum(key));
}

/** What is kept of a memo holds for its inputs alone. */
function checksumOfValue(key: string, inputs: string, value: string): number {
  return checksum(value, checksumOfText(key, inputs));
}

/** @param of checksumOfText of the memo and its inputs */
function checksumOfColumn(of: number, name: string, { values, places }: Column): number {
  return checksum(places, checksum(values, checksum(`${name}\n${values.length}`, of)));
}

/** Adds what was learned, in one transaction. @throws Unusable where another command put another index there */
export function writeRows(database: Database, root: string, { readings, gone, memos }: IndexChanges): void {
  database.transaction(() => {
    if (isBlank(database)) {
      database.exec(SCHEMA);
      database.run("INSERT INTO meta VALUES ('build', ?), ('workspace', ?)", BUILD_ID, identityOf(root));
    } else checkIdentity(database, root);
    for (const path of gone) database.run('DELETE FROM reading WHERE path = ?', path);
    for (const kept of readings) writeReading(database, kept);
    for (const memo of memos) writeMemo(database, memo);
  });
}

function writeReading(database: Database, kept: KeptReading): void {
  const { path, reader, fingerprint, hash, reading } = kept;
  const sum = checksumOfReading(kept);
  const sql = 'REPLACE INTO reading VALUES (?, ?, ?, ?, ?, ?)';
  database.run(sql, path, reader, fingerprint, hash, reading, sum);
}

function writeMemo(database: Database, memo: Memo): void {
  const { key, inputs, value, columns } = memo;
  const of = checksumOfText(key, inputs);
  const sum = checksumOfValue(key, inputs, value);
  database.run('REPLACE INTO memo VALUES (?, ?, ?, ?, ?)', key, inputs, of, value, sum);
  database.run('DELETE FROM memo_column WHERE memo = ?', key);
  for (const [name, column] of columns ?? []) {
    const { values, places } = column;
    const sum = checksumOfColumn(of, name, column);
    database.run('INSERT INTO memo_column VALUES (?, ?, ?, ?, ?)', key, name, values, places, sum);
  }
}
