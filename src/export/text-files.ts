// A table as CSV for spreadsheets, and as JSON Lines for programs: one line a row.

import type { Day } from '../base/day.ts';
import type { RecordCell } from '../page/page.ts';
import { csvHeader, csvLine } from '../render/csv.ts';
import { renderJsonLine } from '../render/json.ts';
import { type Chunks, inBatches } from './batches.ts';
import type { Column, ExportTable, Value } from './table.ts';

const BATCH = 500;

type Rows = Iterable<readonly Value[]>;

/** RFC 4180. Text that a spreadsheet would run as a formula gets one `'` in front; a flag is `true` or `false`. */
export async function* asCsv({ columns }: ExportTable, rows: Rows, signal: AbortSignal): Chunks {
  yield csvHeader(columns.map(({ name }) => name));
  for await (const batch of inBatches(rows, BATCH, signal)) {
    yield batch.map((row) => csvLine(recordOf(columns, row))).join('');
  }
}

/** An object a line, with every column; money and rates are decimal text. */
export async function* asJsonLines({ columns }: ExportTable, rows: Rows, signal: AbortSignal): Chunks {
  for await (const batch of inBatches(rows, BATCH, signal)) {
    yield batch.map((row) => renderJsonLine(objectOf(columns, row))).join('');
  }
}

function objectOf(columns: readonly Column[], row: readonly Value[]) {
  return Object.fromEntries(columns.map(({ name }, place) => [name, row[place]]));
}

/** A row for renderers. */
export function recordOf(columns: readonly Column[], row: readonly Value[]): RecordCell[] {
  return columns.map(({ type }, place): RecordCell => {
    const value = row[place] ?? null;
    if (value === null) return { kind: 'none' };
    if (typeof value === 'number') return { kind: 'number', number: value };
    const text = String(value);
    if (type === 'money' || type === 'rate') return { kind: 'decimal', decimal: text };
    return type === 'date' ? { kind: 'day', day: text as Day } : { kind: 'text', text };
  });
}
