// Guards: pipeline report --from, an export and an empty folder to a report in one command, which a person can repeat by hand.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cli } from './support/cli.ts';

const EXPORTS = resolve('fixtures/exports');
const ENV = { LANG: 'en_US.UTF-8', TZ: 'UTC' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-from-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (line: string | readonly string[]) => cli(line, { cwd: folder, today: '2026-11-23', env: ENV });

test('makes the workspace, reads the export, makes the past, and writes the report', async () => {
  const { status, stdout, stderr } = await run(['report', '--from', join(EXPORTS, 'hubspot.csv')]);
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: expect.stringMatching(/^Wrote report\.html: \d+ kB\.\n$/),
  });
  expect(stderr.match(/^\$ pipeline .*$/gm)).toEqual([
    '$ pipeline init',
    `$ pipeline import ${join(EXPORTS, 'hubspot.csv')}`,
    '$ pipeline backfill --from dates',
  ]);
  expect(readdirSync(join(folder, 'deals')).length).toBeGreaterThan(0);
  expect(stderr).toContain('The reporting currency is PLN, that of most deals: currency in pipeline.yaml.');
  expect(readFileSync(join(folder, 'pipeline.yaml'), 'utf8')).toMatch(/^currency: PLN/m);
  expect(readFileSync(join(folder, 'report.html'), 'utf8')).toMatch(/^<!doctype html>/i);
});

test('is what the same commands by hand would give', async () => {
  await run(['report', '--from', join(EXPORTS, 'hubspot.csv'), '--quiet']);
  const [deals, snapshots] = ['deals', 'snapshots'].map((name) => readdirSync(join(folder, name)));
  rmSync(folder, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), 'report-from-'));
  for (const line of [
    ['init', '--currency', 'PLN'],
    ['import', join(EXPORTS, 'hubspot.csv')],
    ['backfill', '--from', 'dates'],
  ])
    await run(line);
  expect([deals, snapshots]).toEqual(['deals', 'snapshots'].map((name) => readdirSync(join(folder, name))));
});

test('keeps the currency of each deal where the reporting currency is that of most: no dollar becomes a zloty', async () => {
  const rows = ['A,100,PLN', 'B,200,PLN', 'C,300,USD', 'D,400,EUR'].map(
    (cells, at) => `${cells},Lead,2026-11-02,2026-12-01,${at}\n`,
  );
  writeFileSync(
    join(folder, 'deals.csv'),
    `Deal Name,Amount,Currency,Stage,Created,Close Date,Record ID\n${rows.join('')}`,
  );
  const { stderr } = await run('report --from deals.csv --locale en');
  expect(stderr).toContain('There is no rate to PLN on 2026-11-23 for EUR, USD.');
  expect(stderr).toContain('      EUR: "?"\n      USD: "?"\n');
  const { stdout } = await run('list --columns name,amount,currency --format csv');
  const [, ...deals] = stdout.trimEnd().split('\n');
  expect(deals.map((row) => row.split(',').slice(0, 3).join(' ')).sort()).toEqual([
    'A 100 PLN',
    'B 200 PLN',
    'C 300 USD',
    'D 400 EUR',
  ]);
});

test('of an old export the past ends a quarter after the last thing that is dated: each further week would be the same', async () => {
  writeFileSync(
    join(folder, 'deals.csv'),
    'Deal Name,Amount,Stage,Created,Close Date,Record ID\nA,100,Closed Won,2024-01-08,2024-02-05,1\nB,100,Closed Lost,2024-01-08,2024-03-04,2\n',
  );
  expect(await run('report --from deals.csv --locale en')).toMatchObject({ status: 0 });
  const made = readdirSync(join(folder, 'snapshots'))
    .filter((name) => name.startsWith('2'))
    .sort();
  expect([made[0], made.at(-1)]).toEqual(['2024-01-15', '2024-06-03']);
});

test('takes the currency of the system where the export names none', async () => {
  writeFileSync(
    join(folder, 'deals.csv'),
    'Deal Name,Amount,Stage,Created,Close Date,Record ID\nA,100,Lead,2026-11-02,2026-12-01,1\n',
  );
  expect(await run('report --from deals.csv --locale en')).toMatchObject({ status: 0 });
  expect(readFileSync(join(folder, 'pipeline.yaml'), 'utf8')).toMatch(/^currency: USD/m);
});

test('ends at the step that fails, with its status, and writes no report', async () => {
  const { status, stderr } = await run(['report', '--from', 'absent.csv']);
  expect(status).toBe(2);
  expect(stderr).toContain('absent.csv');
  expect(readdirSync(folder)).not.toContain('report.html');
});

test('leaves a workspace that has deals alone', async () => {
  await run('init');
  await run(['add', 'ERP', '--no-input']);
  const before = readdirSync(folder);
  const { status, stderr } = await run(['report', '--from', join(EXPORTS, 'hubspot.csv')]);
  expect({ status, stderr: stderr.split('\n')[1] }).toEqual({
    status: 2,
    stderr: `  → pipeline import ${join(EXPORTS, 'hubspot.csv')}, pipeline backfill --from dates, pipeline report`,
  });
  expect(readdirSync(folder)).toEqual(before);
});

test('an export that is not there leaves the folder as it was', async () => {
  const { status, stderr } = await run('report --from missing.csv');
  expect(status).toBe(2);
  expect(stderr).toContain('There is no file');
  expect(readdirSync(folder)).toEqual([]);
});

test('an export that can not be imported leaves the folder as it was, and the next one is read as if it were the first', async () => {
  writeFileSync(join(folder, '.gitignore'), '*.tmp\n');
  writeFileSync(join(folder, 'deals.csv'), 'Foo,Bar\n1,2\n');
  const { status, stderr } = await run('report --from deals.csv');
  expect({ status, there: readdirSync(folder).sort() }).toEqual({
    status: 2,
    there: ['.gitignore', 'deals.csv'],
  });
  expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('*.tmp\n');
  expect(stderr).toMatch(
    /The folder is as it was\. .*: pipeline init, pipeline import deals\.csv, pipeline backfill --from dates, pipeline report\n$/,
  );
  expect(await run(['report', '--from', join(EXPORTS, 'hubspot.csv')])).toMatchObject({ status: 0 });
  expect(readFileSync(join(folder, 'pipeline.yaml'), 'utf8')).toMatch(/^currency: PLN/m);
});

test('a mapping that can not be read leaves nothing but itself', async () => {
  mkdirSync(join(folder, 'imports'));
  writeFileSync(join(folder, 'imports', 'hubspot.yaml'), 'format: [\n');
  expect(await run(['report', '--from', join(EXPORTS, 'hubspot.csv')])).toMatchObject({ status: 2 });
  expect(readdirSync(folder)).toEqual(['imports']);
  expect(readdirSync(join(folder, 'imports'))).toEqual(['hubspot.yaml']);
});

test('a workspace that was there before stays where an import fails', async () => {
  await run('init');
  const before = readdirSync(folder);
  writeFileSync(join(folder, 'deals.csv'), 'Foo,Bar\n1,2\n');
  const { status, stderr } = await run('report --from deals.csv');
  expect(status).toBe(2);
  expect(stderr).not.toContain('The folder is as it was.');
  expect(readdirSync(folder).sort()).toEqual([...before, 'deals.csv'].sort());
});
