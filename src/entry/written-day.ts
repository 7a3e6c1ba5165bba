// Dates in numbers and with a month's name: 2026-01-15, 15.01, 15/01/26, 15 jan, jan 15 2027, the 15th.

import type { Day } from '../base/day.ts';
import { type DateOrder, orderOfLocale } from '../base/locale-order.ts';
import type { DayReading, TypedDay } from './day-form.ts';
import { monthNamed } from './day-words.ts';
import { dayOf, inLikelyYears, inNearestYear, plainly } from './nearest-day.ts';

const YEAR_FIRST = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/;
const NUMBERS = /^(\d{1,2})([-/.])\s?(\d{1,2})(?:\2(?:\s?(\d{4}|\d{2}))?)?(?:\s?r\.?)?$/;
const DAY_MONTH = /^(\d{1,2})(?:(?:st|nd|rd|th)(?!\p{L}))? ?(\p{L}+)(?: (\d{4}|\d{2}))?$/u;
const MONTH_DAY = /^(\p{L}+) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}|\d{2}))?$/u;
const OF_MONTH = /^(\d{1,2})(?:st|nd|rd|th|go|ego)$/;

const ORDERS: Readonly<Record<DateOrder, string>> = { dmy: 'day first', mdy: 'month first' };

export function readWrittenDay(typed: TypedDay): readonly DayReading[] | undefined {
  const yearFirst = YEAR_FIRST.exec(typed.text);
  if (yearFirst !== null && (yearFirst[2] !== '' || typed.text.length === 8)) {
    return plainly([dayOf(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]))]);
  }
  const numbers = NUMBERS.exec(typed.text);
  if (numbers !== null) {
    return inNumbers(typed, Number(numbers[1]), Number(numbers[3]), numbers[4], numbers[2] === '.');
  }
  return named(typed) ?? ofMonth(typed);
}

/** Nobody writes month.day with points. A number above 12 is no month; for the rest the locale tells, or nobody does. */
function inNumbers(
  typed: TypedDay,
  first: number,
  second: number,
  year: string | undefined,
  points: boolean,
) {
  const told = points ? 'dmy' : orderOfLocale(typed.locale);
  const read = (order: DateOrder): readonly DayReading[] => {
    const [date, month] = order === 'dmy' ? [first, second] : [second, first];
    const readings = readingsOf(typed, date, month, year);
    return readings.length > 1 ? readings : readings.map(({ day }) => ({ day, as: ORDERS[order] }));
  };
  if (points) return read('dmy');
  const byLocale = told === undefined ? [] : read(told);
  return byLocale.length > 0 ? byLocale : [...read('dmy'), ...read('mdy')];
}

function named(typed: TypedDay): readonly DayReading[] | undefined {
  const dayMonth = DAY_MONTH.exec(typed.phrase);
  const monthDay = MONTH_DAY.exec(typed.phrase);
  const [date, word, year] =
    dayMonth === null
      ? [monthDay?.[2], monthDay?.[1], monthDay?.[3]]
      : [dayMonth[1], dayMonth[2], dayMonth[3]];
  const month = monthNamed(word ?? '');
  return month === undefined ? undefined : readingsOf(typed, Number(date), month, year);
}

function readingsOf(
  typed: TypedDay,
  date: number,
  month: number,
  year: string | undefined,
): readonly DayReading[] {
  if (year === undefined) return inLikelyYears(typed, (candidate) => dayOf(candidate, month, date));
  return plainly([dayOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, date)]);
}

/** The next or last such day of a month, today included. */
function ofMonth(typed: TypedDay): readonly DayReading[] | undefined {
  const match = OF_MONTH.exec(typed.phrase);
  return match === null ? undefined : plainly(ofAnyMonth(typed, Number(match[1])));
}

/** The next or last day with that number, whatever its month. */
export function ofAnyMonth(typed: TypedDay, date: number): readonly Day[] {
  const months = Array.from({ length: 12 }, (_, at) => at + 1);
  const days = months.flatMap((month) => inNearestYear(typed, (year) => dayOf(year, month, date)));
  return days.sort().slice(...(typed.leans === 'future' ? ([0, 1] as const) : ([-1] as const)));
}
