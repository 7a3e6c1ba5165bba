// The weeks, months or quarters of a series of snapshots, each with the newest snapshot in it, or none.

import type { Day } from '../base/day.ts';
import { isIn, type Period, type PeriodUnit, periodAround } from '../base/period.ts';

export type IntervalUnit = Exclude<PeriodUnit, 'year'>;

export interface DatedSnapshot {
  readonly name: string;
  /** The last day that it knows of: one that was made at the start of a day knows the day before. */
  readonly until: Day;
}

export interface Interval {
  readonly period: Period;
  /** Its newest snapshot; undefined: there is none, and nothing is known of it. */
  readonly name: string | undefined;
}

/** @param snapshots ascending @param from a day of the first interval; by default that of the first snapshot */
export function intervalsOf(
  snapshots: readonly DatedSnapshot[],
  every: IntervalUnit,
  fiscalYearStarts: number,
  from: Day | undefined = snapshots[0]?.until,
): Interval[] {
  const intervals: Interval[] = [];
  const last = snapshots.at(-1);
  if (from === undefined || last === undefined) return intervals;
  for (let steps = 0; ; steps++) {
    const period = periodAround(from, every, fiscalYearStarts, steps);
    if (period.from > last.until) return intervals;
    intervals.push({ period, name: snapshots.findLast(({ until }) => isIn(period, until))?.name });
  }
}
