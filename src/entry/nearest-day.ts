// Which of the days that a text may mean without its year: the next one, or the last one.

import { addDays, type Day, toDay } from '../base/day.ts';
import type { DayReading, Leaning, TypedDay } from './day-form.ts';

/** Every eight years there is a 29 February, also around 1900. */
const YEARS = 8;
/** Nearer than this on the other side of today, a day without a year may be that one: not a year is jumped in silence. */
const CLOSE_BY_DAYS = 45;

/** The next such day or the last one, today included; none where no year has it. */
export function inNearestYear(
  { today, leans }: TypedDay,
  dayIn: (year: number) => Day | undefined,
): readonly Day[] {
  return nearestOf(inYearsAround(today, dayIn), today, leans);
}

/**
 * The next such day or the last one, today included. Where one lies just on the other side of today, it may be meant
 * as well: on 2 December, 1.12 is yesterday or in a year.
 */
export function inLikelyYears(
  { today, leans }: TypedDay,
  dayIn: (year: number) => Day | undefined,
): readonly DayReading[] {
  const days = inYearsAround(today, dayIn);
  const likely = nearestOf(days, today, leans);
  const [first, last] = [addDays(today, -CLOSE_BY_DAYS), addDays(today, CLOSE_BY_DAYS)];
  const other =
    likely[0] === today || likely.some((day) => day > first && day < last)
      ? []
      : nearestOf(days, today, leans === 'future' ? 'past' : 'future').filter(
          (day) => day > first && day < last,
        );
  if (other.length === 0) return plainly(likely);
  return [...other, ...likely]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((day) => ({ day, as: sideOf(day, today) }));
}

function sideOf(day: Day, today: Day): string {
  return day < today ? 'before today' : 'after today';
}

function inYearsAround(today: Day, dayIn: (year: number) => Day | undefined): readonly Day[] {
  const thisYear = Number(today.slice(0, 4));
  const years = Array.from({ length: 2 * YEARS + 1 }, (_, at) => thisYear - YEARS + at);
  return years.map(dayIn).filter((day) => day !== undefined);
}

function nearestOf(days: readonly Day[], today: Day, leans: Leaning): readonly Day[] {
  const found = leans === 'future' ? days.find((day) => day >= today) : days.findLast((day) => day <= today);
  return found === undefined ? [] : [found];
}

/** The day of a year, month and day in numbers; undefined where there is none. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  return toDay([pad(year, 4), pad(month, 2), pad(date, 2)].join('-'));
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0');
}

/** The days as readings that need no word. */
export function plainly(days: readonly (Day | undefined)[]): readonly DayReading[] {
  return days.flatMap((day) => (day === undefined ? [] : [{ day, as: 'as written' }]));
}
