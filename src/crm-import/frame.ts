// Where in the records the table stands: below a preamble, above a footer.

import { type LeftOut, type TableRow, usualWidth } from './table.ts';

export interface Frame {
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
  readonly preamble: readonly LeftOut[];
  readonly footers: readonly LeftOut[];
}

/** A header deeper than this is not looked for. */
const DEEPEST_HEADER = 30;

/** What begins a line of sums or counts: `Total`, `Suma: 3`, `Gesamt (12)`; a name that goes on is none. */
const SUM_WORDS = [
  ...['(?:grand |sub-?)?totals?', 'sum', 'count', 'suma(?: końcowa| całkowita| częściowa| ogólna)?', 'razem'],
  ...['łącznie', 'ogółem', 'liczba', 'summe', 'gesamt', 'gesamtsumme', 'gesamtergebnis', 'zwischensumme'],
  ...['insgesamt', 'anzahl'],
];
const SUMS = new RegExp(String.raw`^\W*(?:${SUM_WORDS.join('|')})\s*(?:[:(\d]|$)|^grand\s+totals?\b`, 'iu');

/** What else stands in the first cells of a line below the data: counts, notices of the system that wrote it. */
const NOTICES =
  /^\W*[\d,. ]+\s+(records?|rows?|deals?|rekord\p{L}*|wiersz\p{L}*|datensätze|zeilen)\W*$|^(copyright|©)|^confidential information|^(generated|exported)\s+(by|on|at)\b|all rights reserved/iu;

/** A sum may have no word: then it is alone in its line, and not in the first column, where ids stand. */
const NUMBER = /^-?\d[\d.,'’\s]*(?:%|\p{Sc}|\p{Lu}{3})?$/u;

/** Footers are recognised by how they begin; a cell may be as long as a file. */
const LONGEST_FOOTER = 400;

/** What stands below Salesforce's reports, and in other lines of a single cell, is no data where rows are wide. */
const WIDE = 3;

/**
 * Finds the table in the records: the first row whose cells are most often headers that are known; where fewer
 * than two are, the first one as wide as most rows.
 * @param isHeader whether a cell is the header of a field or of a mapping's column
 */
export function frameOf(
  records: readonly TableRow[],
  isHeader: (cell: string) => boolean,
): Frame | undefined {
  const filled = records.filter((record) => !isEmpty(record));
  const at = headerAt(filled, isHeader);
  const header = filled[at];
  if (header === undefined) return undefined;
  const headers = withoutEmptyTail(header.cells.map((cell) => cell.replace(/^\ufeff/, '').trim()));
  let end = filled.length;
  const below = filled.slice(at + 1);
  while (end > at + 1 && isFooter(filled[end - 1], headers.length, below)) end--;
  const rows = filled.slice(at + 1, end).map((row) => withExcess(row, headers.length));
  return {
    headers,
    rows: withCutOff(rows, headers.length),
    preamble: filled.slice(0, at).map(leftOut),
    footers: filled.slice(end).map(leftOut),
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

function isFooter(record: TableRow | undefined, width: number, below: readonly TableRow[]): boolean {
  if (record === undefined) return false;
  const filled = record.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (width >= WIDE && record.cells.length === 1 && !beginsARow(record, below)) return true;
  const [first = '', ...others] = filled;
  const isSum = SUMS.test(first.slice(0, LONGEST_FOOTER)) && others.every((cell) => NUMBER.test(cell));
  if (width >= WIDE && isSum) return true;
  if (filled.length > Math.max(2, width / 2)) return false;
  const isBareSum = others.length === 0 && NUMBER.test(first) && record.cells[0]?.trim() === '';
  if (width >= WIDE && isBareSum) return true;
  const firstCells = filled.slice(0, 2).map((cell) => cell.slice(0, LONGEST_FOOTER));
  return firstCells.some((cell) => SUMS.test(cell) || NOTICES.test(cell));
}

/** A file may be cut off in the first cell of a row; what stands there in words, where no row begins so, is a notice. */
function beginsARow({ unended, cells: [first = ''] }: TableRow, rows: readonly TableRow[]): boolean {
  if (unended !== true) return false;
  return !hasSpaces(first) || rows.some(({ cells }) => cells.length > 1 && hasSpaces(cells[0] ?? ''));
}

function hasSpaces(cell: string): boolean {
  return /\s/.test(cell.trim());
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
