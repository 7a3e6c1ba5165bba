// Where in the records the table stands: below a preamble, above a footer.

import { isFooter } from './footer.ts';
import { carriesIdIn, type IdWords } from './row-ids.ts';
import { type LeftOut, type TableRow, usualWidth } from './table.ts';

export interface Frame {
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
  readonly preamble: readonly LeftOut[];
  readonly footers: readonly LeftOut[];
}

/** A header deeper than this is not looked for. */
const DEEPEST_HEADER = 30;

/**
 * Finds the table in the records: the first row whose cells are most often headers that are known; where fewer
 * than two are, the first one as wide as most rows.
 * @param isHeader whether a cell is the header of a field or of a mapping's column
 * @param ids what is known of ids: a row that carries one is no footer, whatever its deal is called
 */
export function frameOf(
  records: readonly TableRow[],
  isHeader: (cell: string) => boolean,
  ids?: IdWords,
): Frame | undefined {
  const filled = records.filter((record) => !isEmpty(record));
  const at = headerAt(filled, isHeader);
  const header = filled[at];
  if (header === undefined) return undefined;
  const headers = withoutEmptyTail(header.cells.map((cell) => cell.replace(/^\ufeff/, '').trim()));
  const below = filled.slice(at + 1);
  const carriesId = carriesIdIn(below, headers, ids);
  const last = below.findLastIndex((row) => !isFooter(row, headers.length, below) || carriesId(row));
  const rows = below.slice(0, last + 1).map((row) => withExcess(row, headers.length));
  return {
    headers,
    rows: withCutOff(rows, headers.length),
    preamble: filled.slice(0, at).map(leftOut),
    footers: below.slice(last + 1).map(leftOut),
  };
}

function headerAt(records: readonly TableRow[], isHeader: (cell: string) => boolean): number {
  let best = { at: -1, known: 1 };
  const candidates = records.slice(0, DEEPEST_HEADER);
  for (const [at, record] of candidates.entries()) {
    const known = new Set(record.cells.filter((cell) => cell.trim() !== '' && isHeader(cell))).size;
    if (known > best.known) best = { at, known };
  }
  if (best.at >= 0) return best.at;
  const width = usualWidth(records);
  const found = candidates.findIndex(
    (record) => record.cells.length >= width && record.cells.every((cell) => cell.trim() !== ''),
  );
  return Math.max(0, found);
}

/** Systems that leave off the empty cells at the end of a row do so in more of them than that. */
const SHARE_OF_SHORT_ROWS = 0.05;

function withCutOff(rows: readonly TableRow[], width: number): readonly TableRow[] {
  const last = rows.at(-1);
  if (last?.unended !== true || last.cells.length >= width) return rows;
  const others = rows.slice(0, -1);
  const short = others.filter(({ cells }) => cells.length < width).length;
  if (short > 0 && short >= others.length * SHARE_OF_SHORT_ROWS) return rows;
  return [...others, { ...last, cutOff: true }];
}

function withExcess(row: TableRow, width: number): TableRow {
  if (row.cells.length <= width) return row;
  return row.cells.slice(width).some((cell) => cell.trim() !== '') ? { ...row, excess: true } : row;
}

function isEmpty(record: TableRow): boolean {
  return record.cells.every((cell) => cell.trim() === '');
}

function withoutEmptyTail(headers: readonly string[]): string[] {
  let end = headers.length;
  while (end > 0 && headers[end - 1] === '') end--;
  return headers.slice(0, end);
}

function leftOut(record: TableRow): LeftOut {
  return {
    line: record.line,
    text: record.cells
      .filter((cell) => cell.trim() !== '')
      .join(' ')
      .trim(),
  };
}
