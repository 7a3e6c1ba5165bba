import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { assertSafeVersion, isBusy, openDatabase, sqliteCode } from '../../src/sqlite/database.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pipeline-sqlite-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const thrown = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
};

test('the SQLite that is linked in is safe for two processes', () => {
  const database = openDatabase(':memory:', 0);
  const [version] = database.rows('SELECT sqlite_version()')[0] ?? [];
  expect(() => assertSafeVersion(String(version))).not.toThrow();
  database.close();
});

test('a SQLite before 3.51.3 is refused, a later one is not', () => {
  for (const version of ['3.51.2', '3.50.9', '2.99.99', '3.51']) {
    expect(() => assertSafeVersion(version), version).toThrow('too old');
  }
  for (const version of ['3.51.3', '3.52.0', '3.53.2', '4.0.0']) {
    expect(() => assertSafeVersion(version), version).not.toThrow();
  }
});

test('a file that is no database opens, and throws at the first statement', () => {
  const path = join(folder, 'garbage.db');
  writeFileSync(path, 'this is no database\n'.repeat(500));
  const database = openDatabase(path, 0);
  expect(sqliteCode(thrown(() => database.exec('PRAGMA user_version')))).toBe('SQLITE_NOTADB');
  database.close();
});

test('a transaction that throws leaves nothing behind', () => {
  const database = openDatabase(join(folder, 'a.db'), 0);
  database.exec('CREATE TABLE t (a TEXT)');
  const work = () =>
    database.transaction(() => {
      database.run('INSERT INTO t VALUES (?)', 'x');
      throw new RangeError('stop');
    });
  expect(work).toThrow(RangeError);
  expect(database.rows('SELECT a FROM t')).toEqual([]);
  database.close();
});

test('what another connection has locked is told as busy, after the wait', () => {
  const path = join(folder, 'a.db');
  const first = openDatabase(path, 0);
  const second = openDatabase(path, 60);
  first.exec('BEGIN EXCLUSIVE');
  const began = performance.now();
  const error = thrown(() => second.exec('BEGIN EXCLUSIVE'));
  expect(isBusy(error)).toBe(true);
  expect(performance.now() - began).toBeGreaterThan(50);
  first.close();
  second.exec('BEGIN EXCLUSIVE');
  second.close();
});

test('an error that is not SQLite’s has no code', () => {
  expect(sqliteCode(new Error('x'))).toBeUndefined();
  expect(isBusy(undefined)).toBe(false);
});

/** Asks the garbage collector for all that nobody holds, and waits until it has told what that was. */
async function collectGarbage(isDone: () => boolean) {
  setFlagsFromString('--expose-gc');
  const gc: () => void = runInNewContext('gc');
  await vi.waitFor(async () => {
    gc();
    await wait(1);
    expect(isDone()).toBe(true);
  }, 30_000);
}

test('nothing that the driver made is garbage, which newer Nodes abort at', async () => {
  const collected: string[] = [];
  const registry = new FinalizationRegistry<string>((what) => collected.push(what));
  const { prepare } = BetterSqlite.prototype;
  onTestFinished(() => void Object.assign(BetterSqlite.prototype, { prepare }));
  BetterSqlite.prototype.prepare = function (this: BetterSqlite.Database, sql: string) {
    const statement = prepare.call(this, sql);
    registry.register(this, 'database');
    registry.register(statement, `statement ${sql}`);
    return statement;
  } as typeof prepare;

  (() => {
    const database = openDatabase(':memory:', 0);
    database.run('CREATE TABLE t (a TEXT)');
    database.transaction(() => database.run('INSERT INTO t VALUES (?)', 'x'));
    expect([...database.ask('SELECT a FROM t').rows()]).toEqual([['x']]);
    database.close();
    registry.register({}, 'something else');
  })();
  await collectGarbage(() => collected.length > 0);
  expect(collected).toEqual(['something else']);
});
