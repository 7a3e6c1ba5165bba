// One date as an export writes it → its parts. Which of two numbers is the day is not decided here but by the
// whole column (date-order.ts): a text alone may be read either way.

import type { DateOrder } from '../base/locale-order.ts';
import { monthOf } from '../base/month-names.ts';

/** How a column writes its dates: the year first only where it has two digits, since one of four shows itself. */
export type ColumnOrder = DateOrder | 'ymd';

export const COLUMN_ORDERS = ['dmy', 'mdy', 'ymd'] as const satisfies readonly ColumnOrder[];

/** The order that a word names; undefined for any other word. */
export function toColumnOrder(word: string): ColumnOrder | undefined {
  return COLUMN_ORDERS.find((order) => order === word);
}

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Minutes east of UTC; undefined where the text names no zone. */
  readonly offset: number | undefined;
}

export type DateText =
  /** Year, month and day are plain. */
  | (DateParts & { readonly kind: 'plain'; readonly clock: Clock | undefined })
  | NumbersAndYear
  /** A moment: epoch milliseconds. */
  | { readonly kind: 'instant'; readonly epochMs: number }
  /** No date at all, in one of the ways that systems write that. */
  | { readonly kind: 'none' };

/** Two numbers and a year, 03/04/2026, or three numbers of which either end may be the year: 26-12-10. */
export interface NumbersAndYear {
  readonly kind: 'two';
  readonly first: number;
  readonly second: number;
  readonly year: number;
  /** What stands between them. */
  readonly sign: string;
  /** The date if the year stands first; undefined where it can't. */
  readonly yearFirst: DateParts | undefined;
  readonly clock: Clock | undefined;
}

/** The date that an order makes of the numbers; undefined where they are not written in it. */
export function partsIn(date: NumbersAndYear, order: ColumnOrder): DateParts | undefined {
  const { first, second, year, sign, yearFirst } = date;
  if (order === 'ymd') return yearFirst;
  // Nobody writes month.day.year with points.
  return order === 'dmy' || sign === '.'
    ? { year, month: second, day: first }
    : { year, month: first, day: second };
}

const TIME =
  /^(.*?)(?:[T\s,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(z|utc|gmt|(?:utc|gmt)?[+-]\d{2}:?\d{2}|[+-]\d{2})?\s*(?:\(?[a-z]{3,5}\)?)?)?$/i;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const DAY_NAMED = /^(\d{1,2})\.?[-\s/]+(\p{L}{3,12})\.?,?[-\s/]+(\d{4}|\d{2})$/u;
const NAMED_DAY = /^(\p{L}{3,12})\.?[-\s/]+(\d{1,2})(?:st|nd|rd|th)?,?[-\s/]+(\d{4})$/u;
const WEEKDAY = /^\p{L}{2,12}\.?,\s+/u;
const NOTHING = new Set(['-', '–', '—', 'null', 'n/a', '\\n', 'none', '(none)', '0000-00-00']);

/** Day 0 of spreadsheets' serial numbers, 1899-12-30, in days after 1970-01-01. */
const SERIAL_ZERO = -25_569;
const MS_PER_DAY = 86_400_000;
const LONGEST = 64;

/** The parts of a date, or undefined where the text is none. */
export function readDateText(text: string): DateText | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || NOTHING.has(trimmed.toLowerCase())) return { kind: 'none' };
  if (trimmed.length > LONGEST) return undefined;
  if (/^\d+([.,]\d+)?$/.test(trimmed)) {
    const number = readNumber(trimmed);
    if (number !== undefined) return number;
  }
  const split = TIME.exec(trimmed);
  if (split === null) return undefined;
  const clock = readClock(split);
  if (clock === 'wrong') return undefined;
  return readDatePart((split[1] ?? '').trim().replace(WEEKDAY, ''), clock);
}

function readDatePart(date: string, clock: Clock | undefined): DateText | undefined {
  const yearFirst = YEAR_FIRST.exec(date) ?? COMPACT.exec(date);
  if (yearFirst !== null) {
    const [year, month, day] =
      yearFirst.length === 4
        ? [yearFirst[1], yearFirst[2], yearFirst[3]]
        : [yearFirst[1], yearFirst[3], yearFirst[4]];
    if (year === '9999' || year === '0000' || year === '0001') return { kind: 'none' };
    return { kind: 'plain', year: Number(year), month: Number(month), day: Number(day), clock };
  }
  const yearLast = YEAR_LAST.exec(date);
  if (yearLast !== null) return numbersAndYear(yearLast, clock);
  const dayNamed = DAY_NAMED.exec(date);
  if (dayNamed !== null) return named(dayNamed[2], dayNamed[1], dayNamed[3], clock);
  const namedDay = NAMED_DAY.exec(date);
  if (namedDay !== null) return named(namedDay[1], namedDay[2], namedDay[3], clock);
  return undefined;
}

function numbersAndYear(
  [, begin = '', sign = '', middle = '', end = '']: RegExpExecArray,
  clock: Clock | undefined,
): DateText {
  const [first, second, year] = [Number(begin), Number(middle), fullYear(end)];
  if (year === 9999) return { kind: 'none' };
  if (sign === '.' && end.length === 4) return { kind: 'plain', year, month: second, day: first, clock };
  const isEitherEnd = begin.length === 2 && end.length === 2;
  const yearFirst = isEitherEnd ? { year: fullYear(begin), month: second, day: Number(end) } : undefined;
  return { kind: 'two', first, second, year, sign, yearFirst, clock };
}

function named(
  month: string | undefined,
  day: string | undefined,
  year: string | undefined,
  clock: Clock | undefined,
): DateText | undefined {
  const number = monthOf(month ?? '');
  if (number === undefined) return undefined;
  return { kind: 'plain', year: fullYear(year ?? ''), month: number, day: Number(day), clock };
}

/** Digits alone: a compact date, epoch milliseconds or seconds, or a spreadsheet's serial number. */
function readNumber(digits: string): DateText | undefined {
  const compact = COMPACT.exec(digits);
  if (compact !== null) return undefined; // read as a date below
  const number = Number(digits.replace(',', '.'));
  if (number >= 1e11 && number < 1e13) return { kind: 'instant', epochMs: number };
  if (number >= 1e9 && number < 1e10) return { kind: 'instant', epochMs: number * 1000 };
  if (number < 15_000 || number >= 80_000) return number === 0 ? { kind: 'none' } : undefined;
  const date = new Date((Math.floor(number) + SERIAL_ZERO) * MS_PER_DAY);
  return {
    kind: 'plain',
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    clock: undefined,
  };
}

function fullYear(year: string): number {
  if (year.length === 4) return Number(year);
  return Number(year) < 70 ? 2000 + Number(year) : 1900 + Number(year);
}

function readClock(split: RegExpExecArray): Clock | undefined | 'wrong' {
  if (split[2] === undefined) return undefined;
  const half = split[5]?.toLowerCase();
  let hour = Number(split[2]);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return 'wrong';
    hour = (hour % 12) + (half.startsWith('p') ? 12 : 0);
  }
  const minute = Number(split[3]);
  const second = Number(split[4] ?? 0);
  if (hour > 24 || minute > 59 || second > 60) return 'wrong';
  return { hour, minute, second, offset: offsetOf(split[6]) };
}

function offsetOf(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined;
  const found = /([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (found === null) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0);
  return found[1] === '-' ? -minutes : minutes;
}
