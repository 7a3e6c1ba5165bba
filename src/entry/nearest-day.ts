// Which of the days that a text may mean without its year: the next one, or the last one.

import { type Day, toDay } from '../base/day.ts';
import type { Leaning, Reading, TypedDay } from './day-form.ts';

/** Every eight years there is a 29 February, also around 1900. */
const YEARS = 8;

/** The next such day or the last one, today included; none where no year has it. */
export function inNearestYear(
  { today, leans }: TypedDay,
  dayIn: (year: number) => Day | undefined,
): readonly Day[] {
  const thisYear = Number(today.slice(0, 4));
  const years = Array.from({ length: 2 * YEARS + 1 }, (_, at) => thisYear - YEARS + at);
  const days = years.map(dayIn).filter((day) => day !== undefined);
  return nearestOf(days, today, leans);
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
export function plainly(days: readonly (Day | undefined)[]): readonly Reading[] {
  return days.flatMap((day) => (day === undefined ? [] : [{ day, as: 'as written' }]));
}
