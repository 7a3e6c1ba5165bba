// A workbook holds what the CSV holds, as the numbers, dates and text that a spreadsheet takes them for.

import readXlsxFile from 'read-excel-file/node';
import { expect, test, vi } from 'vitest';
import { day } from '../../src/base/day.ts';
import type { RecordCell } from '../../src/page/page.ts';
import { renderXlsx } from '../../src/render/xlsx.ts';

const text = (of: string): RecordCell => ({ kind: 'text', text: of });
const decimal = (of: string): RecordCell => ({ kind: 'decimal', decimal: of });
const dayCell = (of: string): RecordCell => ({ kind: 'day', day: day(of) });

const workbook = (...rows: RecordCell[][]) => renderXlsx({ columns: ['a', 'b', 'c'], rows });

async function readBack(...rows: RecordCell[][]) {
  const sheets = await readXlsxFile(Buffer.from(await workbook(...rows)));
  return sheets[0]?.data.slice(1);
}

test('amounts are numbers, to the cent', async () => {
  expect(await readBack([decimal('123456789012.34'), decimal('-0.10'), decimal('0')])).toEqual([
    [123456789012.34, -0.1, 0],
  ]);
});

test('an amount longer than a spreadsheet counts exactly stays text', async () => {
  expect((await readBack([decimal('1234567890123456.12')]))?.[0]?.[0]).toBe('1234567890123456.12');
});

test('days are dates; one before the calendar of spreadsheets stays text', async () => {
  expect(await readBack([dayCell('2026-11-23'), dayCell('1900-03-01'), dayCell('1899-12-31')])).toEqual([
    [new Date('2026-11-23T00:00:00Z'), new Date('1900-03-01T00:00:00Z'), '1899-12-31'],
  ]);
});

test('text stays text, whatever it looks like', async () => {
  expect(await readBack([text('=1+1'), text('0012'), text('2026-01-01')])).toEqual([
    ['=1+1', '0012', '2026-01-01'],
  ]);
  expect(await readBack([text('a _x000D_ b'), text('<b> & "c"'), text('Łódź 🎲')])).toEqual([
    ['a _x000D_ b', '<b> & "c"', 'Łódź 🎲'],
  ]);
  expect(await readBack([text('red \u001b[31m'), { kind: 'none' }, text('')])).toEqual([
    ['red [31m', null, null],
  ]);
});

test('a word that every object of JavaScript has is text like any other', async () => {
  const words = [['constructor', '__proto__', 'toString']];
  expect(await readBack(...words.map((row) => row.map(text)))).toEqual(words);
});

test('the same records give the same bytes at any time of day', async () => {
  const rows = () => [text('a'), decimal('1.50'), dayCell('2026-11-23')];
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T08:00:00Z') });
  const early = await workbook(rows());
  vi.setSystemTime(new Date('2027-02-03T18:30:00Z'));
  const late = await workbook(rows());
  vi.useRealTimers();
  expect(Buffer.compare(early, late)).toBe(0);
});
