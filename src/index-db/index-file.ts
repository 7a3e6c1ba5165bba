// The index on disk: `.pipeline/index.db`, a cache of what files say. A row is a fact that holds by itself: what
// one reader makes of the file with that path and fingerprint; its checksum covers all of that. So whatever is
// wrong with the database can cost time, never give another result.

import { lstatSync, rmSync } from 'node:fs';
import { reasonOf } from '../base/errno.ts';
import { type Database, isBusy, openDatabase, sqliteCode } from '../sqlite/database.ts';
import { makePrivateFolder, privatePath } from '../workspace/private-folder.ts';
import { buildId } from './build-id.ts';
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

export interface LoadedIndex {
  readonly readings: ReadonlyMap<string, KeptReading>;
  readonly memos: ReadonlyMap<string, Memo>;
  /** What saving has to do: add to it, make it anew, or leave it alone. */
  readonly state: 'usable' | 'replace' | 'out-of-reach';
  /** A sentence for stderr where it was not simply there or simply absent. */
  readonly note: string | undefined;
}

export interface IndexChanges {
  readonly readings: readonly KeptReading[];
  /** Paths of files that are no more. */
  readonly gone: readonly string[];
  readonly memos: readonly Memo[];
}

const SCHEMA_VERSION = 1;
const WAIT_MS = 2_000;
const FILE = 'index.db';

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
class Unusable extends Error {}

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
    write(database, root, changes);
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

function isBlank(database: Database): boolean {
  return database.rows('SELECT 1 FROM sqlite_schema LIMIT 1').length === 0;
}

/** @throws Unusable where another version, another build or another workspace made it */
function checkIdentity(database: Database, root: string): void {
  const version = database.rows('PRAGMA user_version')[0]?.[0];
  if (version !== SCHEMA_VERSION) throw new Unusable('is of another version of pipeline');
  const meta = new Map(database.rows('SELECT key, value FROM meta').map(([key, value]) => [key, value]));
  if (meta.get('build') !== buildId()) throw new Unusable('is of another version of pipeline');
  if (meta.get('workspace') !== identityOf(root)) throw new Unusable('is of another workspace');
}

/** A workspace that is moved stays the same; a copy is another one. */
function identityOf(root: string): string {
  return String(lstatSync(root, { bigint: true }).ino);
}

/** @throws Unusable at the first row that is not as it was written */
function readingsIn(database: Database, path?: string): Map<string, KeptReading> {
  const rows =
    path === undefined ? database.rows(READINGS) : database.rows(`${READINGS} WHERE path = ?`, path);
  const found = new Map<string, KeptReading>();
  for (const row of rows) {
    const [path, reader, fingerprint, hash, reading] = intact(row);
    found.set(path, { path, reader, fingerprint, hash, reading });
  }
  return found;
}

function memosIn(database: Database): Map<string, Memo> {
  const found = new Map<string, Memo>();
  for (const row of database.rows(MEMOS)) {
    const [key, inputs, value] = intact(row);
    found.set(key, { key, inputs, value });
  }
  return found;
}

/** A row's texts, once its checksum, the last column, has confirmed them; as many as were written. */
function intact(row: readonly unknown[]): [string, string, string, string, string] {
  const texts = row.slice(0, -1).map(String);
  if (checksum(texts.join('\n')) !== row.at(-1)) throw new Unusable('was damaged');
  const [a = '', b = '', c = '', d = '', e = ''] = texts;
  return [a, b, c, d, e];
}

function write(database: Database, root: string, { readings, gone, memos }: IndexChanges): void {
  database.exec('PRAGMA synchronous = OFF'); // a power cut may damage it, and damage is seen
  database.transaction(() => {
    if (isBlank(database)) {
      database.exec(SCHEMA);
      database.run("INSERT INTO meta VALUES ('build', ?), ('workspace', ?)", buildId(), identityOf(root));
    } else checkIdentity(database, root);
    for (const path of gone) database.run('DELETE FROM reading WHERE path = ?', path);
    for (const { path, reader, fingerprint, hash, reading } of readings) {
      const texts = [path, reader, fingerprint, hash, reading];
      database.run('REPLACE INTO reading VALUES (?, ?, ?, ?, ?, ?)', ...texts, checksum(texts.join('\n')));
    }
    for (const { key, inputs, value } of memos) {
      const texts = [key, inputs, value];
      database.run('REPLACE INTO memo VALUES (?, ?, ?, ?)', ...texts, checksum(texts.join('\n')));
    }
  });
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
