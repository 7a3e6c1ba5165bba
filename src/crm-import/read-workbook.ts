// An XLSX workbook → one Table a sheet. Typed cells become the text that the rest of the import reads.

import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { withErrors } from './cell-errors.ts';
import { frameOf } from './frame.ts';
import type { IdWords } from './row-ids.ts';
import type { Table, TableRow } from './table.ts';

/** Whether the bytes are a ZIP, as XLSX files are. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** Whether the bytes are of the format that Excel wrote before 2007. */
export function isOldWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

/**
 * The tables of a workbook, one for each sheet that has one.
 * @throws Failure `export-unreadable` where the file is no workbook or holds no table
 */
export async function readWorkbook(
  bytes: Uint8Array,
  file: string,
  isHeader: (cell: string) => boolean,
  ids?: IdWords,
): Promise<Table[]> {
  const sheets = await sheetsOf(bytes, file);
  const tables: Table[] = [];
  for (const { name, records } of sheets) {
    const frame = frameOf(records, isHeader, ids);
    if (frame === undefined) continue;
    const called = sheets.length === 1 ? file : `${file}: ${name}`;
    tables.push({ ...frame, file: called, encoding: '', delimiter: '' });
  }
  if (tables.length > 0) return tables;
  throw new Failure('export-unreadable', said('{file} holds no table.', { file }), {
    hint: 'Export it again, with a header row.',
  });
}

async function sheetsOf(bytes: Uint8Array, file: string): Promise<{ name: string; records: TableRow[] }[]> {
  const { default: readExcelFile } = await import('read-excel-file/node');
  const { withErrorsAsTexts } = await import('./workbook-errors.ts');
  try {
    const sheets = await readExcelFile(Buffer.from(withErrorsAsTexts(bytes)), { trim: false });
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      records: data.map((cells, index) =>
        withErrors({
          line: index + 1,
          cells: cells.map(cellText),
          typed: new Set(cells.flatMap((cell, column) => (typeof cell === 'number' ? [column] : []))),
        }),
      ),
    }));
  } catch (error) {
    throw new Failure('export-unreadable', said('{file} is not a workbook that can be read.', { file }), {
      hint: 'Save it again as XLSX, or as CSV in UTF-8.',
      cause: error,
    });
  }
}

/** What a typed cell says, as a CSV would: dates ISO, numbers with a point, booleans as words. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    const iso = value.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
  }
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
}

/** Plain decimal, without an exponent, and without the noise of binary floats (0.1 + 0.2). */
function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return value.toFixed(0);
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  return text.includes('e') ? value.toFixed(10).replace(/\.?0+$/, '') : text;
}
