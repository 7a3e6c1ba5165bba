// pipeline export: the same typed rows in every format, read back by programs that are not ours.

import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet';
import readExcel from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { inBatches } from '../src/export/batches.ts';
import { TABLES } from '../src/export/tables.ts';
import { demoWorkspace } from './book/demo-workspace.ts';
import { cli } from './support/cli.ts';
import { sqlite } from './support/sqlite.ts';
import { asJson, HOSTILE } from './torture/hostile-texts.ts';
import { filesIn, folderWith, put } from './workspace-files/folder.ts';

type Row = Record<string, unknown>;

const parquet = async (path: string): Promise<Row[]> => {
  const { buffer, byteOffset, byteLength } = readFileSync(path);
  return parquetReadObjects({ file: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer });
};
const jsonl = (text: string): Row[] =>
  text
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
const sheetIn = async (path: string) => (await readExcel(readFileSync(path)))[0]?.data ?? [];
const asked = (file: string, sql: string): Row[] => {
  const database = sqlite(file, { readonly: true });
  try {
    return database.prepare<[], Row>(sql).all();
  } finally {
    database.close();
  }
};

describe('the demo workspace', () => {
  test('every format has the same rows of every table, in the columns that the definition names', async () => {
    const cwd = demoWorkspace();
    put(cwd, 'reviews/none.md', '');
    expect((await cli('review --sheet', { cwd })).stderr).toBe('');
    for (const format of ['csv', 'jsonl', 'parquet']) {
      const { status, stderr } = await cli(`export --format ${format} --out ${format}/`, { cwd });
      expect([status, stderr]).toEqual([0, '']);
    }
    expect((await cli('export --out all.db', { cwd })).status).toBe(0);
    for (const [name, { columns }] of Object.entries(TABLES)) {
      const names = columns.map((column) => column.name);
      const rows = jsonl(readFileSync(join(cwd, `jsonl/${name}.jsonl`), 'utf8'));
      expect(rows.length, name).toBeGreaterThan(0);
      expect(Object.keys(rows[0] ?? {})).toEqual(names);
      const csv: string[][] = parse(readFileSync(join(cwd, `csv/${name}.csv`)));
      expect(csv[0]).toEqual(names);
      const cells = rows.map((row) => names.map((column) => String(row[column] ?? '')));
      expect(csv.slice(1).map((row) => row.join('|'))).toEqual(cells.map((row) => row.join('|')));
      const sqlite = asked(join(cwd, 'all.db'), `SELECT * FROM ${name}`);
      expect(linesOf(sqlite)).toEqual(linesOf(rows));
      if (name === 'snapshots') continue;
      const lake = await parquet(join(cwd, `parquet/${name}.parquet`));
      expect(linesOf(lake)).toEqual(linesOf(rows));
    }
    await cli('export reviews --out reviews.xlsx', { cwd });
    const [heading, ...sheet] = await sheetIn(join(cwd, 'reviews.xlsx'));
    expect(heading).toEqual(TABLES.reviews.columns.map(({ name }) => name));
    expect(sheet.map((cells) => cells[1])).toEqual(sheet.map(() => new Date('2026-11-23')));
    const days = readdirSync(join(cwd, 'parquet/snapshots'));
    expect(days).toContain('date=2026-11-16');
    const parts = await Promise.all(
      days.map((day) => parquet(join(cwd, 'parquet/snapshots', day, 'part-0.parquet'))),
    );
    const { date: _, ...first } = jsonl(readFileSync(join(cwd, 'jsonl/snapshots.jsonl'), 'utf8'))[0] ?? {};
    expect(normal(parts[0]?.[0] ?? {})).toEqual(normal(first));
    expect(parts.flat()).toHaveLength(asked(join(cwd, 'all.db'), 'SELECT 1 FROM snapshots').length);
    expect(asked(join(cwd, 'all.db'), 'SELECT sum(value) AS value, sum(deals) AS deals FROM funnel')).toEqual(
      asked(join(cwd, 'all.db'), 'SELECT sum(value) AS value, count(*) AS deals FROM open_deals'),
    );
    expect(asked(join(cwd, 'all.db'), 'SELECT count(*) AS weeks FROM weeks')).toEqual([
      { weeks: days.length },
    ]);
  });

  test('dates, moments and money have their types in Parquet', async () => {
    const cwd = demoWorkspace();
    await cli('export snapshots --out one.parquet --since 2026-11-16', { cwd });
    const { buffer, byteOffset, byteLength } = readFileSync(join(cwd, 'one.parquet'));
    const metadata = parquetMetadata(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
    const types = Object.fromEntries(
      parquetSchema(metadata).children.map(({ element }) => [
        element.name,
        element.converted_type ?? element.type,
      ]),
    );
    expect(types).toMatchObject({
      ...{ date: 'DATE', taken_at: 'TIMESTAMP_MILLIS', value: 'DECIMAL', rate: 'DECIMAL' },
      ...{ stage_rank: 'INT32', name: 'UTF8' },
    });
    expect(Number(metadata.num_rows)).toBe(61);
  });

  test('a folder is replaced where an export wrote it, and nothing else ever is', async () => {
    const cwd = demoWorkspace({ 'mine/note.txt': 'mine' });
    const out = (words: string) => cli(`export ${words}`, { cwd });
    expect((await out('deals snapshots --out lake/')).status).toBe(0);
    expect(await out('deals activities --format parquet --out lake')).toMatchObject({
      status: 0,
      stderr: 'deals.csv, snapshots.csv of an earlier export went: lake/ holds this one alone.\n',
    });
    expect(readdirSync(join(cwd, 'lake')).sort()).toEqual([
      '_pipeline_export.json',
      'activities.parquet',
      'deals.parquet',
    ]);
    for (const place of ['mine/', '.', 'snapshots/', 'deals/x.csv', 'none/lake/']) {
      const { status, stdout, stderr } = await out(`deals --out ${place}`);
      expect([place, stdout]).toEqual([place, '']);
      expect([2, 4, 5], stderr).toContain(status);
    }
    expect(readFileSync(join(cwd, 'mine/note.txt'), 'utf8')).toBe('mine');
    expect(readdirSync(cwd).filter((name) => name.includes('.tmp') || name.includes('.old'))).toEqual([]);
  });

  test('what somebody put into the folder of an export stays, and then nothing is written', async () => {
    const cwd = demoWorkspace();
    const out = () => cli('export deals snapshots --format parquet --out lake/', { cwd });
    expect((await out()).status).toBe(0);
    put(cwd, 'lake/mine.sql', 'select 1');
    put(cwd, 'lake/.git/HEAD', 'ref');
    put(cwd, 'lake/snapshots/date=2026-11-16/mine.txt', 'mine');
    symlinkSync('deals.parquet', join(cwd, 'lake/activities.parquet'));
    const before = filesIn(cwd);
    expect(await out()).toMatchObject({
      status: 2,
      stdout: '',
      stderr:
        'error: lake/ holds what pipeline export did not write (.git/, activities.parquet, mine.sql, ' +
        'snapshots/date=2026-11-16/mine.txt), and stays as it is.\n' +
        '  → Move it out of lake/, or name another folder.\n',
    });
    expect(filesIn(cwd)).toEqual(before);
    for (const name of ['.git', 'activities.parquet', 'mine.sql', 'snapshots/date=2026-11-16/mine.txt']) {
      rmSync(join(cwd, 'lake', name), { recursive: true });
    }
    expect(await out()).toMatchObject({ status: 0, stderr: '' });
    const fewer = await cli('export snapshots --format parquet --since 2026-11-16 --out lake/', { cwd });
    expect(fewer.stderr).toMatch(
      /^deals\.parquet, snapshots\/date=.*, snapshots\/date=.* and \d+ more of an earlier export went/,
    );
  });

  test('what is asked for and cannot be is said, with what to type', async () => {
    const cwd = demoWorkspace();
    const said = async (words: string) => (await cli(`export ${words}`, { cwd })).stderr;
    expect(await said('deal')).toContain('Did you mean deals?');
    expect(await said('')).toContain('pipeline export --out export/');
    expect(await said('deals --format sqlite')).toContain(
      'pipeline export deals --format sqlite --out pipeline.db',
    );
    expect(await said('snapshots --format parquet')).toContain('--out export/');
    expect(await said('deals --since soon')).toContain('is not a date');
    const one = await said('--format xlsx --out p.xlsx');
    expect(one).toContain('p.xlsx would be a file of one table, and there are 6.');
    expect(one).toContain('pipeline export deals --format xlsx --out p.xlsx');
    expect(one).toContain('pipeline export --format xlsx --out p/');
    expect(await said('deals activities --out p.csv')).toContain(
      'pipeline export deals activities --format csv --out p/',
    );
    expect(existsSync(join(cwd, 'p.xlsx'))).toBe(false);
    expect((await cli('export deals --format xlsx --out p.xlsx', { cwd })).status).toBe(0);
    expect(lstatSync(join(cwd, 'p.xlsx')).isFile()).toBe(true);
  });
});

test('a database that the disk refuses is told as that, and is no bug', async () => {
  const cwd = demoWorkspace();
  mkdirSync(join(cwd, `.out.db.${process.pid}.tmp`)); // where SQLite is to make its file
  const { status, stderr } = await cli('export --out out.db', { cwd });
  expect([status, stderr]).toEqual([5, expect.stringMatching(/^error: out\.db can't be written: /)]);
});

test('a person can interrupt tables that are smaller than a batch: a folder has many', async () => {
  const asking = new AbortController();
  const read = async () => {
    for await (const batch of inBatches([1, 2], 100, asking.signal)) expect(batch).toEqual([1, 2]);
  };
  await expect(read()).resolves.toBeUndefined();
  setImmediate(() => asking.abort(new Error('asked to stop')));
  await expect(read()).rejects.toThrow('asked to stop');
});

describe('hostile texts', () => {
  const texts = HOSTILE.filter((text) => text.trim() !== '' && Buffer.from(text).toString() === text);
  test('come back equal from JSON Lines, Parquet and SQLite, and act in no spreadsheet', async () => {
    const cwd = folderWith({
      'pipeline.yaml': 'format: 1\nname: x\ncurrency: PLN\nprocess:\n  stages: [{id: lead, label: Lead}]\n',
    });
    mkdirSync(join(cwd, 'deals'));
    for (const [place, text] of texts.entries()) {
      const said = asJson(text);
      const id = `deal-${String(place).padStart(3, '0')}`;
      put(cwd, `deals/${id}.yaml`, `{name: ${said}, stage: lead, account: ${said}, custom: {x: ${said}}}\n`);
    }
    const lines = await cli('export deals --format jsonl', { cwd });
    expect(lines.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    const rows = jsonl(lines.stdout);
    const read = rows.filter(({ problem }) => problem === null);
    expect(read.length).toBeGreaterThan(40);
    const given = new Map(texts.map((text, place) => [`deal-${String(place).padStart(3, '0')}`, text]));
    for (const row of read) expect(JSON.parse(String(row.custom)).x).toBe(given.get(String(row.id)));

    await cli('export deals --out deals.parquet', { cwd });
    await cli('export deals --out deals.db', { cwd });
    await cli('export deals --out deals.xlsx', { cwd });
    // This reader of Parquet takes a byte order mark away; DuckDB does not (test/warehouse.test.ts).
    const unmarked = rows.map((row) => normal({ ...row, ...withoutMark(row) }));
    expect((await parquet(join(cwd, 'deals.parquet'))).map(normal)).toEqual(unmarked);
    expect(asked(join(cwd, 'deals.db'), 'SELECT * FROM deals').map(normal)).toEqual(rows.map(normal));
    const cells: string[][] = parse((await cli('export deals', { cwd })).stdout);
    expect(cells).toHaveLength(rows.length + 1);
    for (const cell of cells.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    const unquoted = cells.slice(1).map(([, name = '']) => name.replace(/^'(?=[=+\-@'\t\r])/, ''));
    expect(unquoted).toEqual(rows.map(({ name }) => name));
    const [, ...sheet] = await sheetIn(join(cwd, 'deals.xlsx'));
    expect(sheet.map(([id]) => id)).toEqual(rows.map(({ id }) => id));
    const shown = await cli('export deals', { cwd, tty: true });
    expect(shown.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });
});

function withoutMark({ name, account }: Row): Row {
  return { name: String(name).replace(/^\ufeff/, ''), account: String(account).replace(/^\ufeff/, '') };
}

/** A line a row: quicker to compare. */
function linesOf(rows: readonly Row[]): string[] {
  return rows.map((row) => JSON.stringify(normal(row)));
}

/** Numbers, dates and flags as text, so that formats can be held against each other. */
function normal(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]));
}

function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().replace('T00:00:00.000Z', '');
  if (typeof value === 'boolean') return String(Number(value));
  const isNumber = typeof value === 'number' || /^-?\d{1,14}(\.\d+)?$/.test(String(value));
  return isNumber ? String(Number(Number(value).toPrecision(12))) : value; // the reader of Parquet gives binary floats
}

test.each(['waived', 'checklist', 'stages'])(
  'an index whose column %s turns out to be damaged while rows are printed costs no row and doubles none',
  async (column) => {
    const root = demoWorkspace();
    for (const line of ['status', 'status']) expect((await cli(line, { cwd: root })).status).toBe(0);
    const { stdout: whole } = await cli('export deals --format csv', { cwd: root });
    const index = sqlite(join(root, '.pipeline/index.db'));
    const damage = "UPDATE memo_column SET checksum = checksum + 1 WHERE memo = 'state' AND name = ?";
    expect(index.prepare(damage).run(column).changes).toBe(1);
    index.close();
    const { stdout, stderr, status } = await cli('export deals --format csv', { cwd: root });
    expect([status, stdout]).toEqual([0, whole]);
    expect(stderr).toContain('The index was damaged');
  },
);
