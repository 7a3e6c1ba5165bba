// What stands below the rows of a table: sums, counts, notices of the system that wrote it.

import type { TableRow } from './table.ts';

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
 * Whether a record below the header is no row, but a sum or a notice.
 * @param width how many headers there are
 * @param below all records below the header
 */
export function isFooter(record: TableRow, width: number, below: readonly TableRow[]): boolean {
  const filled = record.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (width >= WIDE && record.cells.length === 1 && !beginsARow(record, below)) return true;
  const [first = '', ...others] = filled;
  const isSum = isSumWord(first) && others.every((cell) => NUMBER.test(cell));
  if (width >= WIDE && isSum) return true;
  if (filled.length > Math.max(2, width / 2)) return false;
  const isBareSum = others.length === 0 && NUMBER.test(first) && record.cells[0]?.trim() === '';
  if (width >= WIDE && isBareSum) return true;
  return filled.slice(0, 2).some((cell) => isSumWord(cell) || NOTICES.test(cell.slice(0, LONGEST_FOOTER)));
}

/** Whether a cell begins a line of sums or counts. */
export function isSumWord(cell: string): boolean {
  return SUMS.test(cell.slice(0, LONGEST_FOOTER));
}

/** A file may be cut off in the first cell of a row; what stands there in words, where no row begins so, is a notice. */
function beginsARow({ unended, cells: [first = ''] }: TableRow, rows: readonly TableRow[]): boolean {
  if (unended !== true) return false;
  return !hasSpaces(first) || rows.some(({ cells }) => cells.length > 1 && hasSpaces(cells[0] ?? ''));
}

function hasSpaces(cell: string): boolean {
  return /\s/.test(cell.trim());
}
