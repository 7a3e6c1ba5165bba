// CSV as snapshots are written: RFC 4180 with LF, UTF-8. Bytes ↔ records; what their cells mean is not told here.

import { isUtf8 } from 'node:buffer';
import { Damage } from './damage.ts';

const LF = 10;
const NEEDS_QUOTES = /[",\r\n]/;

/** One record with its line end. */
export function writeRecord(cells: readonly string[]): string {
  let line = '';
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] ?? '';
    if (at > 0) line += ',';
    line += NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  }
  return `${line}\n`;
}

export interface CsvRecord {
  /** The line that it begins in, from 1. */
  readonly line: number;
  /** Without its line end. Line ends within quotes are part of it. */
  readonly text: string;
}

/**
 * The records, one at a time. Each is decoded by itself, so that a kept cell pins its record's text and never
 * the file's. @throws Damage where the bytes are no UTF-8, a quote is not closed or the last line is cut
 */
export function* readRecords(bytes: Buffer): Generator<CsvRecord, void, undefined> {
  if (!isUtf8(bytes)) throw new Damage(1, 'it is not UTF-8');
  let start = 0;
  let line = 1;
  while (start < bytes.length) {
    let end = bytes.indexOf(LF, start);
    let lines = 1;
    let text = lineText(bytes, start, end, line);
    let isOpen = hasOddQuotes(text);
    if (isOpen) {
      while (isOpen) {
        const next = bytes.indexOf(LF, end + 1);
        if (next < 0) throw new Damage(line, 'a quote is opened and never closed');
        isOpen = !hasOddQuotes(lineText(bytes, end + 1, next, line));
        end = next;
        lines += 1;
      }
      text = lineText(bytes, start, end, line);
    }
    yield { line, text };
    start = end + 1;
    line += lines;
  }
}

function lineText(bytes: Buffer, start: number, end: number, line: number): string {
  if (end < 0) throw new Damage(line, 'the line is cut off before its end');
  return bytes.toString('utf8', start, end);
}

/** Then a quote that is open stays so at its end, or one that was open is closed. */
function hasOddQuotes(text: string): boolean {
  let isOdd = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) isOdd = !isOdd;
  return isOdd;
}
