// Records as an Excel workbook of one sheet: real numbers and real dates, so that a spreadsheet can reckon with them.

import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import { type Decimal, decimalsOf, toDecimal } from '../base/money.ts';
import type { RecordCell, Records } from '../page/page.ts';
import { withoutTimes } from './zip-times.ts';

/** Digits that a spreadsheet's number (a binary float) holds exactly; a longer decimal stays text. */
const EXACT_DIGITS = 15;
/** Excel refuses a workbook with a longer cell. */
const LONGEST_TEXT = 32_767;
/** Excel's calendar begins in 1900, and its first two months are one day off. */
const FIRST_DAY = '1900-03-01';

/** The bytes of an .xlsx file: a bold heading that stays in sight, then a row a record. */
export async function renderXlsx(records: Records): Promise<Uint8Array> {
  const heading = records.columns.map((title) => ({
    value: title,
    type: String,
    fontWeight: 'bold' as const,
  }));
  const rows = [...records.rows].map((row) => row.map(sheetCell));
  const columns = records.columns.map((title, index) => ({ width: widthOf(title, rows, index) }));
  const sheet = writeXlsxFile([heading, ...rows], { columns, stickyRowsCount: 1, dateFormat: 'yyyy-mm-dd' });
  return withoutTimes(await sheet.toBuffer());
}

function sheetCell(cell: RecordCell): Cell {
  switch (cell.kind) {
    case 'text':
      return textCell(cell.text);
    case 'number':
      return { value: cell.number, type: Number };
    case 'decimal':
      return decimalCell(cell.decimal);
    case 'day':
      if (cell.day < FIRST_DAY) return textCell(cell.day);
      return { value: new Date(`${cell.day}T00:00:00Z`), type: Date };
    case 'none':
      return null;
  }
}

function decimalCell(text: string): Cell {
  const decimal = toDecimal(text);
  if (decimal === undefined || text.replace(/[-.]/g, '').length > EXACT_DIGITS) return textCell(text);
  return { value: Number(decimal), type: Number, format: numberFormat(decimal) };
}

function numberFormat(decimal: Decimal): string {
  const decimals = decimalsOf(decimal);
  return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
}

function textCell(text: string): Cell {
  // In a workbook `_x000D_` means a line end: what only looks so gets its first sign escaped.
  const said = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return text === '' ? null : { value: unlikeAnyKey(said.slice(0, LONGEST_TEXT)), type: String };
}

/** The library looks texts up in a plain object, and finds `constructor` there: the first sign is escaped likewise. */
function unlikeAnyKey(said: string): string {
  if (!(said in Object.prototype)) return said;
  return `_x${said.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_${said.slice(1)}`;
}

/** Wide enough for what it holds, within reason. */
function widthOf(title: string, rows: readonly Cell[][], index: number): number {
  const longest = rows.reduce((most, row) => Math.max(most, lengthOf(row[index])), title.length);
  return Math.min(40, longest + 2);
}

function lengthOf(cell: Cell): number {
  if (cell === null || cell === undefined || typeof cell !== 'object' || !('value' in cell)) return 0;
  return cell.value instanceof Date ? 10 : String(cell.value ?? '').length;
}
