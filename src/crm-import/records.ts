// Text → records of cells with the line of each, by csv-parse. Nothing is interpreted here. A quote that would take
// other rows into its cell refuses the text: nobody would miss them.

import { type CastingFunction, CsvError, parse } from 'csv-parse/sync';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import type { Message } from '../words/message.ts';
import { lineBreaksIn, swallowsRows } from './swallowed-rows.ts';
import type { TableRow } from './table.ts';

const OPTIONS = { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true };
const QUOTE = '"'.charCodeAt(0);

/** What is wrong with a quoted cell. */
const BAD_QUOTES = {
  open: '{file}:{line}:{column}: a quoted cell begins here and never ends.',
  misclosed: '{file}:{line}:{column}: a quoted cell begins here, and the next quote does not end it.',
  swallowing: '{file}:{line}:{column}: a quoted cell begins here and takes in the rows below it.',
} as const satisfies Record<string, Message>;

type BadQuote = keyof typeof BAD_QUOTES;

/** @param after a byte: the next quote from there is the one that opens the cell */
type Refusal = (what: BadQuote, after: number) => Failure;

/**
 * Every record of a text, empty lines included (one empty cell), with the line of its file that it begins in.
 * @param above how many lines of the file stand above the text
 * @throws Failure `export-unreadable` for a quoted cell that never ends, is closed wrongly, or takes in rows
 */
export function parseRecords(text: string, delimiter: string, file: string, above = 0): TableRow[] {
  const bytes = Buffer.from(text);
  const refusal: Refusal = (what, after) => {
    const before = bytes.subarray(0, bytes.indexOf(QUOTE, after)).toString();
    const line = 1 + above + lineBreaksIn(before);
    const column = before.length - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
    return new Failure('export-unreadable', said(BAD_QUOTES[what], { file, line, column }), {
      hint: 'Take that quote out, or close its cell: in a quoted cell each quote stands twice. Is the separator another one? --delimiter',
    });
  };
  const rows = withLines(recordsOf(bytes, delimiter, refusal), 1 + above);
  const last = rows.at(-1);
  if (last !== undefined && !/[\n\r]$/.test(text)) rows[rows.length - 1] = { ...last, unended: true };
  const swallower = swallowsRows(rows, delimiter);
  if (swallower === undefined) return rows;
  throw refusal('swallowing', beforeOpenQuote(bytes, swallower.line - above, delimiter));
}

/** Quotes inside cells that are not quoted are signs like any other; only where there are some, the slower way is gone. */
function recordsOf(bytes: Buffer, delimiter: string, refusal: Refusal): string[][] {
  try {
    return parse(bytes, { ...OPTIONS, delimiter });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'INVALID_OPENING_QUOTE') return relaxed(bytes, delimiter, refusal);
    throw refused(error, refusal);
  }
}

function relaxed(bytes: Buffer, delimiter: string, refusal: Refusal): string[][] {
  const options = { ...OPTIONS, delimiter, relax_quotes: true };
  try {
    const records = parse(bytes, options);
    // Asking cell by cell takes several times as long, and only a cell that keeps its quotes may be closed wrongly.
    const mayBeMisclosed = records.some((cells) => cells.some((cell) => cell.startsWith('"')));
    return mayBeMisclosed ? parse(bytes, { ...options, cast: misclosedRefused(bytes, refusal) }) : records;
  } catch (error) {
    throw error instanceof CsvError ? refused(error, refusal) : error;
  }
}

function misclosedRefused(bytes: Buffer, refusal: Refusal): CastingFunction {
  let end = 0;
  return (cell, { quoting, bytes: cellEnd }) => {
    if (quoting && isMisclosed(cell, bytes, cellEnd)) throw refusal('misclosed', end);
    end = cellEnd;
    return cell;
  };
}

/**
 * Whether more stands behind the quote that should have ended the cell. Relaxed, the parser then keeps the quotes, so that
 * the cell ends in the file as it does here; else one quote more ends it there, and each of its own stands twice.
 */
function isMisclosed(cell: string, bytes: Buffer, end: number): boolean {
  if (!cell.startsWith('"')) return false;
  let own = 0;
  while (own < cell.length && cell.endsWith('"', cell.length - own)) own++;
  return bytes[end - 1 - own] !== QUOTE;
}

function refused(error: CsvError, refusal: Refusal): Failure {
  return refusal(error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open' : 'misclosed', bytesOf(error));
}

/** The bytes before the cell that went wrong. */
function bytesOf(error: CsvError): number {
  return 'bytes' in error && typeof error.bytes === 'number' ? error.bytes : 0;
}

/** A byte from which the next quote is the one that opens a cell in a line, and stays open in it. */
function beforeOpenQuote(bytes: Buffer, number: number, delimiter: string): number {
  const lines = bytes.toString().split(/(?<=\n|\r(?!\n))/);
  const start = Buffer.byteLength(lines.slice(0, number - 1).join(''));
  try {
    parse(lines[number - 1] ?? '', { ...OPTIONS, delimiter, relax_quotes: true });
  } catch (error) {
    if (error instanceof CsvError) return start + bytesOf(error);
    throw error;
  }
  return start;
}

function withLines(records: readonly string[][], first: number): TableRow[] {
  let line = first;
  return records.map((cells) => {
    const row = { line, cells };
    line += 1;
    for (const cell of cells) line += lineBreaksIn(cell);
    return row;
  });
}
