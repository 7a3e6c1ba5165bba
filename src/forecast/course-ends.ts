// Where the course of a period is looked at: at the end of each of its weeks, or of longer steps where these are many.

import { fromEpochDay } from '../base/day.ts';
import { type PeriodUnit, periodAround } from '../base/period.ts';
import { spanOf } from '../base/span.ts';
import type { Target } from './spans.ts';

export interface CourseEnds {
  readonly by: PeriodUnit;
  /** The days after the last ones of its steps, ascending; the last is the end of the period. */
  readonly ends: readonly number[];
}

/** A quarter touches as many weeks at most; each costs a sum in every draw. */
const MOST = 14;
const STEPS: readonly PeriodUnit[] = ['week', 'month', 'quarter'];

/** By the shortest steps of the calendar of which there are 14 at most, else by years. */
export function courseEnds(target: Target): CourseEnds {
  for (const by of STEPS) {
    const ends = endsOf(target, by, MOST);
    if (ends.length <= MOST) return { by, ends };
  }
  return { by: 'year', ends: endsOf(target, 'year', Number.POSITIVE_INFINITY) };
}

/** @param most one more than that is enough to tell that they are too many */
function endsOf({ from, to, fiscalYearStarts }: Target, by: PeriodUnit, most: number): number[] {
  const ends: number[] = [];
  for (let day = from; day < to && ends.length <= most; day = ends.at(-1) ?? to) {
    ends.push(Math.min(spanOf(periodAround(fromEpochDay(day), by, fiscalYearStarts)).to, to));
  }
  return ends;
}
