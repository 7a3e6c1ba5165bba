// One date as an export writes it → its parts. Which of two numbers is the day is not decided here but by the
// whole column (date-order.ts): a text alone may be read either way.

import { monthOf } from '../base/month-names.ts';

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Minutes east of UTC; undefined where the text names no zone. */
  readonly offset: number | undefined;
}

export type DateText =
  /** Year, month and day are plain. */
  | {
      readonly kind: 'plain';
      readonly year: number;
      readonly month: number;
      readonly day: number;
      readonly clock: Clock | undefined;
    }
  /** Two numbers and a year: 03/04/2026. */
  | {
      readonly kind: 'two';
      readonly first: number;
      readonly second: number;
      readonly year: number;
      readonly clock: Clock | undefined;
    }
  /** A moment: epoch milliseconds. */
  | { readonly kind: 'instant'; readonly epochMs: number }
  /** No date at all, in one of the ways that systems write that. */
  | { readonly kind: 'none' };

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
  if (yearLast !== null) {
    const [first, second, year] = [Number(yearLast[1]), Number(yearLast[3]), fullYear(yearLast[4] ?? '')];
    if (year === 9999) return { kind: 'none' };
    // Nobody writes month.day.year with points.
    if (yearLast[2] === '.') return { kind: 'plain', year, month: second, day: first, clock };
    return { kind: 'two', first, second, year, clock };
  }
  const dayNamed = DAY_NAMED.exec(date);
  if (dayNamed !== null) return named(dayNamed[2], dayNamed[1], dayNamed[3], clock);
  const namedDay = NAMED_DAY.exec(date);
  if (namedDay !== null) return named(namedDay[1], namedDay[2], namedDay[3], clock);
  return undefined;
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
