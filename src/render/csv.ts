// Records as CSV for machines and spreadsheets: RFC 4180, LF, ISO days, plain decimals.

import type { RecordCell, Records } from '../page/page.ts';
import { safeForSpreadsheet } from './safe.ts';

/** The header line and a line a record. Text that a spreadsheet would run as a formula gets one `'` in front. */
export function renderCsv(records: Records): string {
  const lines = [csvHeader(records.columns)];
  for (const row of records.rows) lines.push(csvLine(row));
  return lines.join('');
}

/** The header line, with its line end. */
export function csvHeader(columns: readonly string[]): string {
  return `${columns.map(quoted).join(',')}\n`;
}

/** The line of a record, with its line end. Text that a spreadsheet would run as a formula gets one `'` in front. */
export function csvLine(row: readonly RecordCell[]): string {
  return `${row.map((cell) => quoted(cellText(cell))).join(',')}\n`;
}

function cellText(cell: RecordCell): string {
  switch (cell.kind) {
    case 'text':
      return safeForSpreadsheet(cell.text);
    case 'number':
      return String(cell.number);
    case 'decimal':
      return cell.decimal;
    case 'day':
      return cell.day;
    case 'none':
      return '';
  }
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
