// How a period gets to where its forecast ends: what is won by the end of each of its weeks.

import { type Day, fromEpochDay } from '../base/day.ts';
import { type Decimal, fromMinor } from '../base/money.ts';
import type { PeriodUnit } from '../base/period.ts';
import type { CoursePoint } from '../forecast/course.ts';
import type { CourseEnds } from '../forecast/course-ends.ts';
import { wholeUnits } from './whole-units.ts';

export interface CourseView {
  /** Weeks, or longer steps where there are more than 14 of them. */
  readonly by: PeriodUnit;
  /** The ends of the steps, and where the forecast stands. The last one has the range of the whole. */
  readonly points: readonly {
    /** What is won in the period up to the end of this day. */
    readonly on: Day;
    /** It is known, and P10, P50 and P90 are that. */
    readonly known: boolean;
    readonly p10: Decimal;
    readonly p50: Decimal;
    readonly p90: Decimal;
  }[];
}

/** @throws Failure `sum-too-large` */
export function courseView({ by }: CourseEnds, course: readonly CoursePoint[], digits: number): CourseView {
  const points = course.map(({ end, isKnown, p10, p50, p90 }) => {
    const money = (value: number) => fromMinor(wholeUnits(value, digits), digits);
    return { on: fromEpochDay(end - 1), known: isKnown, p10: money(p10), p50: money(p50), p90: money(p90) };
  });
  return { by, points };
}
