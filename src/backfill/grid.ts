// The days that past snapshots are made for: a grid of weeks, months or quarters, or days that were named.

import { addDays, type Day, weekdayOf } from '../base/day.ts';
import { periodAround } from '../base/period.ts';

export const INTERVALS = ['week', 'month', 'quarter'] as const;
export type Interval = (typeof INTERVALS)[number];

export interface Grid {
  readonly every: Interval;
  /** Both included. */
  readonly since: Day;
  readonly until: Day;
  /** 1 Monday to 7 Sunday: the day of weekly snapshots. */
  readonly weekday: number;
  /** Month, 1 to 12. */
  readonly fiscalYearStarts: number;
}

/** That weekday of each week, or the first day of each month or fiscal quarter, ascending. */
export function gridDays({ every, since, until, weekday, fiscalYearStarts }: Grid): Day[] {
  const days: Day[] = [];
  if (every === 'week') {
    const first = addDays(since, (weekday - weekdayOf(since) + 7) % 7);
    for (let day = first; day <= until; day = addDays(day, 7)) days.push(day);
    return days;
  }
  for (let steps = 0; ; steps++) {
    const { from } = periodAround(since, every, fiscalYearStarts, steps);
    if (from > until) return days;
    if (from >= since) days.push(from);
  }
}
