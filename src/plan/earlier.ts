// Earlier periods like one, and the same day of each: the same fraction of the period (docs/plan.md).

import { addDays, type Day, daysBetween, epochDay, fromEpochDay } from '../base/day.ts';
import { type Period, periodAround, unitOf } from '../base/period.ts';
import { dayAt, fractionOf, spanOf } from '../base/span.ts';
import { dayOfName } from '../snapshot/names.ts';
import { dueAfter } from '../workspace/rhythm.ts';
import type { Rhythm } from '../workspace/settings.ts';

/** The `count` periods before it, the newest first; of a stretch of days, as many days before. */
export function periodsBefore(period: Period, count: number, fiscalYearStarts: number): Period[] {
  const unit = unitOf(period, fiscalYearStarts);
  const days = daysBetween(period.from, period.to) + 1;
  return Array.from({ length: count }, (_, at) => {
    if (unit !== undefined) return periodAround(period.from, unit, fiscalYearStarts, -1 - at);
    const [from, to] = [addDays(period.from, -days * (at + 1)), addDays(period.to, -days * (at + 1))];
    return { name: `${from}..${to}`, from, to };
  });
}

/** The `count` newest of those before it that are over, the newest first. */
export function completePeriodsBefore(
  period: Period,
  count: number,
  { today, fiscalYearStarts }: { readonly today: Day; readonly fiscalYearStarts: number },
): Period[] {
  const unit = unitOf(period, fiscalYearStarts);
  const isToCome = unit !== undefined && period.from > today;
  const from = isToCome ? periodAround(today, unit, fiscalYearStarts) : period;
  return periodsBefore(from, count, fiscalYearStarts).filter(({ to }) => to < today);
}

/** The day of another period at which as much of it is over as of this one on that day: its first to its last day. */
export function sameDayOf(other: Period, period: Period, on: Day): Day {
  const fraction = Math.min(1, Math.max(0, fractionOf(spanOf(period), epochDay(on))));
  const { to } = spanOf(other);
  return fromEpochDay(Math.min(dayAt(spanOf(other), fraction), to - 1));
}

/**
 * The newest snapshot of that day or before, at most one interval of the rhythm old; undefined where there is none.
 * @param names ascending
 */
export function snapshotAt(names: readonly string[], on: Day, rhythm: Rhythm): string | undefined {
  const name = names.findLast((one) => dayOfName(one) <= on);
  if (name === undefined) return undefined;
  return isRecent(dayOfName(name), on, rhythm) ? name : undefined;
}

/** Whether what was taken then is at most one interval of the rhythm old on that day. */
export function isRecent(taken: Day, on: Day, { every, unit }: Rhythm): boolean {
  return dueAfter({ every, unit, weekday: undefined }, taken) >= on;
}
