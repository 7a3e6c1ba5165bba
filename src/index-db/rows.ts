// The rows of the index. Each is a fact that holds by itself: what one reader makes of the file with that path and
// fingerprint; its checksum covers all of that. So whatever is wrong with the database costs time, and nothing else.

import { lstatSync } from 'node:fs';
import type { Database } from '../sqlite/database.ts';
import { BUILD_ID } from './build-id.ts';
import { checksum } from './checksum.ts';

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
}

export interface IndexChanges {
  readonly readings: readonly KeptReading[];
  /** Paths of files that are no more. */
  readonly gone: readonly string[];
  readonly memos: readonly Memo[];
}

const SCHEMA_VERSION = 1;

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
    value TEXT NOT NULL,
    checksum INTEGER NOT NULL
  );
  PRAGMA user_version = ${SCHEMA_VERSION};
`;
const READINGS = 'SELECT path, reader, fingerprint, hash, reading, checksum FROM reading';
const MEMOS = 'SELECT key, inputs, value, checksum FROM memo';

/** What is wrong with an index that was found, as the end of a sentence. */
export class Unusable extends Error {}

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

/** @throws Unusable at the first row that is not as it was written */
export function readingsIn(database: Database, path?: string): Map<string, KeptReading> {
  const rows =
    path === undefined ? database.rows(READINGS) : database.rows(`${READINGS} WHERE path = ?`, path);
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

/** @throws Unusable likewise */
export function memosIn(database: Database): Map<string, Memo> {
  const found = new Map<string, Memo>();
  for (const [key, inputs, value, sum] of database.rows(MEMOS)) {
    const memo = { key: String(key), inputs: String(inputs), value: String(value) };
    assertIntact(sum, checksumOfMemo(memo));
    found.set(memo.key, memo);
  }
  return found;
}

function assertIntact(sum: unknown, computed: number): void {
  if (sum !== computed) throw new Unusable('was damaged');
}

function checksumOfReading({ path, reader, fingerprint, hash, reading }: KeptReading): number {
  return checksum(`${path}\n${reader}\n${fingerprint}\n${hash}\n${reading}`);
}

function checksumOfMemo({ key, inputs, value }: Memo): number {
  return checksum(`${key}\n${inputs}\n${value}`);
}

/** Adds what was learned, in one transaction. @throws Unusable where another command put another index there */
export function writeRows(database: Database, root: string, { readings, gone, memos }: IndexChanges): void {
  database.exec('PRAGMA synchronous = OFF'); // a power cut may damage it, and damage is seen
  database.transaction(() => {
    if (isBlank(database)) {
      database.exec(SCHEMA);
      database.run("INSERT INTO meta VALUES ('build', ?), ('workspace', ?)", BUILD_ID, identityOf(root));
    } else checkIdentity(database, root);
    for (const path of gone) database.run('DELETE FROM reading WHERE path = ?', path);
    for (const kept of readings) {
      const { path, reader, fingerprint, hash, reading } = kept;
      const sum = checksumOfReading(kept);
      database.run(
        'REPLACE INTO reading VALUES (?, ?, ?, ?, ?, ?)',
        path,
        reader,
        fingerprint,
        hash,
        reading,
        sum,
      );
    }
    for (const memo of memos) {
      const { key, inputs, value } = memo;
      database.run('REPLACE INTO memo VALUES (?, ?, ?, ?)', key, inputs, value, checksumOfMemo(memo));
    }
  });
}
