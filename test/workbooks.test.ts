// Workbooks of what is planned, won and foreseen: each cell is the one of the CSV, as the number or the date that it is.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cli } from './support/cli.ts';

const cwd = join(mkdtempSync(join(tmpdir(), 'pipeline-workbooks-')), 'demo');
beforeAll(async () => {
  for (const line of [
    `init ${cwd} --demo`,
    'forecast call 1.9m',
    'forecast call 300k --owner anna --note =1+1',
    'set elk-tractors-crm category=commit',
  ]) {
    const { status, stderr } = await cli(line, { cwd: line.startsWith('init') ? join(cwd, '..') : cwd });
    expect(status, stderr).toBe(0);
  }
});
afterAll(() => rmSync(join(cwd, '..'), { recursive: true }));

type Cell = string | number | null;

/** What a cell of the CSV is in a workbook: a date as its text. */
function meant(text: string): Cell {
  if (text === '') return null;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

async function workbook(line: string): Promise<{ cells: Cell[][]; dates: number }> {
  const { bytes } = await cli(`${line} --format xlsx`, { cwd });
  let dates = 0;
  const cells = ((await readXlsxFile(bytes))[0]?.data ?? []).map((row) =>
    row.map((cell): Cell => {
      if (cell instanceof Date) {
        dates++;
        return cell.toISOString().slice(0, 10);
      }
      return typeof cell === 'number' ? cell : cell === null ? null : String(cell);
    }),
  );
  return { cells, dates };
}

test.each([
  ['plan', []],
  ['plan --by owner', []],
  ['results --compare last-quarter', []],
  ['results --by stage-lost', []],
  ['forecast', ['course', 'call', 'category', 'method', 'open']],
  ['forecast --by owner', []],
  ['forecast drivers --since 2026-11-09', []],
  ['forecast backtest --every month', []],
  ['forecast backtest --every month --by owner', []],
  ['forecast calibrate', []],
  ['forecast call', []],
])('%s: what is a number there is one, and a date a date', async (line, parts) => {
  const { stdout, status, stderr } = await cli(`${line} --format csv`, { cwd });
  expect(status, stderr).toBe(0);
  const rows: string[][] = parse(stdout);
  const { cells, dates } = await workbook(line);
  expect(rows.length).toBeGreaterThan(1);
  // A text that a spreadsheet would reckon with has a ' before it in the CSV alone.
  expect(cells).toEqual(rows.map((row) => row.map((cell) => meant(cell.replace(/^'(?=[=+@-])/, '')))));
  expect(dates).toBe(rows.flat().filter((cell) => /^\d{4}-\d\d-\d\d$/.test(cell)).length);
  expect(
    cells
      .slice(1)
      .flat()
      .some((cell) => typeof cell === 'number'),
  ).toBe(true);
  for (const part of parts) expect(cells.map(([first]) => first)).toContain(part);
});
