// Walks through the cells of one record after another. It makes as few strings as it can: two snapshots of
// 10,000 deals are read on each `diff`, and most cells of a column are days, counts, or the same few words.

import { type Day, toDay } from '../base/day.ts';
import { type Decimal, toDecimal, toMinor } from '../base/money.ts';

/** A cell that does not say what its column holds. */
export class BadCell extends Error {}

const COMMA = 44;
const QUOTE = 34;
const APOSTROPHE = 39;
const ZERO = 48;
/** `-`, counted from `0`. */
const HYPHEN = -3;
/** Words of a column that are kept once: owners, stages, currencies. Beyond, each row has its own. */
const MOST_WORDS = 10_000;
/** 15 digits, a sign and a point: any longer, and no exact integer holds it. */
const LONGEST_VALUE = 17;

export class CellCursor {
  #text = '';
  /** Where the next cell begins; one past the text's length when all are read. */
  #at = 0;
  #hasQuotes = false;
  /** The cells of a record whose columns stand otherwise than they are asked for. */
  #cells: readonly string[] | undefined;
  readonly #days = new Map<number, Day>();
  readonly #words = new Map<string, string>();

  /** Begins with a record as it lies in the file, without its line end. */
  start(text: string): void {
    this.#text = text;
    this.#at = 0;
    this.#hasQuotes = text.includes('"');
    this.#cells = undefined;
  }

  /** Begins with cells that were read before and put into another order. */
  startCells(cells: readonly string[]): void {
    this.#text = '';
    this.#cells = cells;
    this.#at = 0;
  }

  /** Whether every cell has been read. */
  get atEnd(): boolean {
    return this.#cells === undefined ? this.#at > this.#text.length : this.#at >= this.#cells.length;
  }

  /** The next cell's text, quotes taken off. @throws BadCell where the record has no more */
  raw(): string {
    if (this.atEnd) throw new BadCell('the row has fewer cells than the header');
    if (this.#cells !== undefined) return this.#cells[this.#at++] ?? '';
    const start = this.#at;
    if (this.#hasQuotes && this.#text.charCodeAt(start) === QUOTE) return this.#quoted(start);
    const comma = this.#text.indexOf(',', start);
    const end = comma < 0 ? this.#text.length : comma;
    this.#at = end + 1;
    if (start === end) return '';
    const cell = this.#text.slice(start, end);
    if (this.#hasQuotes && cell.includes('"'))
      throw new BadCell('a quote stands within a cell without quotes');
    return cell;
  }

  #quoted(start: number): string {
    const text = this.#text;
    let close = text.indexOf('"', start + 1);
    while (close >= 0 && text.charCodeAt(close + 1) === QUOTE) close = text.indexOf('"', close + 2);
    if (close < 0) throw new BadCell('a quote is opened and never closed');
    if (close + 1 < text.length && text.charCodeAt(close + 1) !== COMMA) {
      throw new BadCell('text follows the closing quote of a cell');
    }
    this.#at = close + 2;
    return text.slice(start + 1, close).replaceAll('""', '"');
  }

  /** Text, without the `'` that kept it from being a formula. */
  text(): string {
    const cell = this.raw();
    return cell.charCodeAt(0) === APOSTROPHE ? cell.slice(1) : cell;
  }

  /** Text that many rows share. */
  word(): string {
    const text = this.text();
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    if (this.#words.size < MOST_WORDS) this.#words.set(text, text);
    return text;
  }

  /** A day; undefined for an empty cell. @throws BadCell */
  day(column: string): Day | undefined {
    const start = this.#at;
    const known = this.#days.get(dayKey(this.#text, start));
    const after = start + 10 === this.#text.length ? COMMA : this.#text.charCodeAt(start + 10);
    if (known !== undefined && after === COMMA) {
      this.#at = start + 11;
      return known;
    }
    const cell = this.raw();
    if (cell === '') return undefined;
    const found = toDay(cell);
    if (found === undefined) throw new BadCell(`${column} is no day: "${cell}"`);
    this.#days.set(dayKey(found, 0), found);
    return found;
  }

  /** A whole number of at least 0. @throws BadCell */
  count(column: string): number {
    const cell = this.raw();
    if (cell.length === 1) {
      const digit = cell.charCodeAt(0) - ZERO;
      if (digit >= 0 && digit <= 9) return digit;
    }
    return readCount(cell, column);
  }

  /** Plain decimal text; undefined for an empty cell. @throws BadCell */
  decimal(column: string): Decimal | undefined {
    const cell = this.raw();
    if (cell === '') return undefined;
    const found = toDecimal(cell);
    if (found === undefined) throw new BadCell(`${column} is no plain decimal: "${cell}"`);
    return found;
  }

  /** Money as minor units of a currency with that many digits; undefined for an empty cell. @throws BadCell */
  minor(column: string, digits: number): number | undefined {
    const found = this.decimal(column);
    if (found === undefined) return undefined;
    if (found.length > LONGEST_VALUE) throw new BadCell(`${column} is too large: "${found}"`);
    return toMinor(found, digits);
  }
}

/** The eight digits of a day that stands there, as a number; -1 where none does. */
function dayKey(text: string, start: number): number {
  let key = 0;
  for (let place = 0; place < 10; place++) {
    const digit = text.charCodeAt(start + place) - ZERO;
    if (place === 4 || place === 7) {
      if (digit !== HYPHEN) return -1;
    } else if (digit >= 0 && digit <= 9) key = key * 10 + digit;
    else return -1;
  }
  return key;
}

/** A whole number of at least 0. @throws BadCell */
export function readCount(cell: string, column: string): number {
  if (!/^\d{1,15}$/.test(cell)) throw new BadCell(`${column} is no count: "${cell}"`);
  return Number(cell);
}
