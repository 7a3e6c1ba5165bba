// pipeline query: SQL over what the files say now; nothing that writes gets through, and Ctrl-C ends what takes too long.

import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { TABLES } from '../src/export/tables.ts';
import { demoWorkspace } from './book/demo-workspace.ts';
import { cli } from './support/cli.ts';
import { put } from './workspace-files/folder.ts';

const WRITING = [
  'DELETE FROM deals',
  "INSERT INTO deals (id) VALUES ('x') RETURNING id",
  "WITH x AS (SELECT 'y' AS id) UPDATE deals SET owner = 'x' RETURNING id",
  "ATTACH 'other.db' AS other",
  "VACUUM INTO 'copy.db'",
  'PRAGMA query_only = OFF',
  '/* first */ -- second\n PRAGMA journal_mode = wal',
  'CREATE TABLE x (y)',
  'DROP TABLE deals',
  'BEGIN',
];

test('what is asked is answered from the files as they are at that moment, in figures that other verbs have too', async () => {
  const cwd = demoWorkspace();
  const view = async (sql: string) =>
    JSON.parse((await cli(['query', sql, '--format', 'json'], { cwd })).stdout);
  const count = 'SELECT count(*) AS deals, sum(value) AS value FROM open_deals';
  const list = JSON.parse((await cli('list --format json', { cwd })).stdout);
  const before = await view(count);
  expect(before).toEqual({
    schema: 'pipeline/query/1',
    sql: count,
    columns: ['deals', 'value'],
    rows: [{ deals: list.total.count, value: Number(list.total.value) }],
  });
  put(cwd, 'deals/one-more.yaml', 'name: One more\nstage: lead\namount: 0.10\n');
  expect((await view(count)).rows).toEqual([
    { deals: list.total.count + 1, value: Number(list.total.value) + 0.1 },
  ]);
  const diff = JSON.parse(
    (await cli('diff 2026-11-09 2026-11-16 --only slipped --format json', { cwd })).stdout,
  );
  expect(
    (
      await view(
        "SELECT id, days FROM movements WHERE movement = 'slipped' AND to_date = '2026-11-16' ORDER BY id",
      )
    ).rows,
  ).toEqual(
    diff.deals
      .map(({ id, movements }: { id: string; movements: { kind: string; days: number }[] }) => ({
        id,
        days: movements.find(({ kind }) => kind === 'slipped')?.days,
      }))
      .sort((a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)),
  );
  expect((await view('SELECT 1 AS a, 2 AS a, NULL AS b, 0.1 + 0.2 AS c')).rows).toEqual([
    { a: 1, a_2: 2, b: null, c: 0.3 },
  ]);
  const csv = await cli(['query', '-', '--format', 'csv'], { cwd, stdin: "SELECT '=1+1' AS x, 7 AS y" });
  expect(csv.stdout).toBe("x,y\n'=1+1,7\n");
  const shown = await cli(['query', "SELECT char(27) || '[31m' AS x"], { cwd, tty: true });
  expect(shown.stdout).not.toContain('\u001b');

  const lines = (await cli('query', { cwd })).stdout;
  for (const name of Object.keys(TABLES)) expect(lines).toContain(`${name}: `);
  const names = readdirSync(cwd);
  for (const sql of WRITING) {
    const { status, stdout, stderr } = await cli(['query', sql], { cwd });
    expect([sql, status, stdout]).toEqual([sql, 2, '']);
    expect(stderr).toContain('no statement that only reads');
  }
  expect(readdirSync(cwd)).toEqual(names);
  const wrong = async (sql: string) => (await cli(['query', sql], { cwd })).stderr;
  expect(await wrong('SELECT id,\n  ownr FROM deals')).toContain(
    'line 2, column 3: no such column: ownr.\n  → Did you mean owner?',
  );
  expect(await wrong('SELECT 1 FROM deal')).toContain('Did you mean deals?');
  expect(await wrong('SELECT 1; SELECT 2')).toContain('more than one statement');
  expect(await wrong("SELECT load_extension('x')")).toContain('not authorized');
});

test('Ctrl-C ends a product of tables that would take for ever', async () => {
  const cwd = demoWorkspace();
  const sql = 'WITH RECURSIVE n AS (SELECT 1 AS x UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n';
  const child = spawn(process.execPath, [resolve('bin/pipeline.js'), 'query', sql], { cwd, stdio: 'ignore' });
  const ended = new Promise((done) => child.once('exit', (status, signal) => done(signal ?? status)));
  const again = setInterval(() => child.kill('SIGINT'), 1_000);
  expect(await ended).toBeOneOf(['SIGINT', 130]);
  clearInterval(again);
  expect(readdirSync(join(cwd, 'deals')).length).toBeGreaterThan(0);
}, 60_000);
