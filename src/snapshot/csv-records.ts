// CSV as snapshots are written: RFC 4180 with LF, UTF-8. Bytes ↔ records; what their cells mean is not told here.

import { isUtf8 } from 'node:buffer';
import { Damage } from './damage.ts';

const LF = 10;
const QUOTE = 34;
const NEEDS_QUOTES = /[",\r\n]/;

/** One record with its line end. */
export function writeRecord(cells: readonly string[]): string {
  let line = '';
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] ?? '';
    if (at > 0) line += ',';
    line += NEEDS_QUOTES.test(cell) ? `"${inCell(cell)}"` : cell;
  }
  return `${line}\n`;
}

/** How text stands within a cell, quoted or not. */
export function inCell(text: string): string {
  return text.replaceAll('"', '""');
}

/** Where a record stands in the bytes. */
export interface RecordPlace {
  /** The line that it begins in, from 1. */
  readonly line: number;
  readonly start: number;
  /** Of its line end. Line ends within quotes are part of it. */
  readonly end: number;
}

/**
 * Where the records are, one at a time.
 * @throws Damage where the bytes are no UTF-8, a quote is not closed or the last line is cut
 */
export function* placesOfRecords(bytes: Buffer): Generator<RecordPlace, void, undefined> {
  if (!isUtf8(bytes)) throw new Damage(1, 'it is not UTF-8');
  let quote = bytes.indexOf(QUOTE);
  let line = 1;
  for (let start = 0; start < bytes.length; ) {
    let [end, lines, isOpen] = [start - 1, 0, false];
    do {
      end = bytes.indexOf(LF, end + 1);
      if (end < 0) {
        const what = isOpen ? 'a quote is opened and never closed' : 'the line is cut off before its end';
        throw new Damage(line, what);
      }
      lines += 1;
      for (; quote >= 0 && quote < end; quote = bytes.indexOf(QUOTE, quote + 1)) isOpen = !isOpen;
    } while (isOpen);
    yield { line, start, end };
    start = end + 1;
    line += lines;
  }
}

/** A record without its line end. It is decoded by itself, so that a kept cell pins its text and never the file's. */
export function recordText(bytes: Buffer, { start, end }: RecordPlace): string {
  return bytes.toString('utf8', start, end);
}

/**
 * The header's record and those that hold any of the words: one deal's of thousands, without decoding the others.
 * @returns them as a file of their own, with the same bytes
 * @throws Damage as placesOfRecords
 */
export function recordsWith(bytes: Buffer, words: readonly string[]): Buffer {
  const parts: Buffer[] = [];
  const found = words.flatMap((word) => placesOf(bytes, Buffer.from(word))).sort((a, b) => a - b);
  let next = 0;
  for (const { start, end } of placesOfRecords(bytes)) {
    while ((found[next] ?? Number.POSITIVE_INFINITY) < start) next++;
    if (start === 0 || (found[next] ?? Number.POSITIVE_INFINITY) < end)
      parts.push(bytes.subarray(start, end + 1));
  }
  return Buffer.concat(parts);
}

function placesOf(bytes: Buffer, word: Buffer): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + 1)) places.push(at);
  return places;
}
