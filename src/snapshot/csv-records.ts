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

/**
 * The header's record and those that hold any of the words: one deal's of thousands, without decoding the others.
 * @returns them as a file of their own, with the same bytes
 */
export function recordsWith(bytes: Buffer, words: readonly string[]): Buffer {
  const parts: Buffer[] = [];
  const places = words.flatMap((word) => placesOf(bytes, Buffer.from(word))).sort((a, b) => a - b);
  let next = 0;
  let start = 0;
  while (start < bytes.length) {
    const end = recordEnd(bytes, start);
    while ((places[next] ?? Number.POSITIVE_INFINITY) < start) next++;
    if (start === 0 || (places[next] ?? Number.POSITIVE_INFINITY) < end)
      parts.push(bytes.subarray(start, end));
    start = end;
  }
  return Buffer.concat(parts);
}

function placesOf(bytes: Buffer, word: Buffer): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + 1)) places.push(at);
  return places;
}

/** Behind the line end that is in no quotes; the file's end where there is none. */
function recordEnd(bytes: Buffer, start: number): number {
  let isOpen = false;
  for (let from = start; ; ) {
    const lineEnd = bytes.indexOf(LF, from);
    const end = lineEnd < 0 ? bytes.length : lineEnd + 1;
    const line = bytes.subarray(from, end);
    for (let at = line.indexOf(QUOTE); at >= 0; at = line.indexOf(QUOTE, at + 1)) isOpen = !isOpen;
    if (!isOpen || end === bytes.length) return end;
    from = end;
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
