// Spans of days, and the spans of one kind that came before: months before a month, quarters before a quarter.

import { type Day, fromEpochDay } from '../base/day.ts';
import { type Period, type PeriodUnit, periodAround, unitOf } from '../base/period.ts';
import { dayAt, fractionOf, type Span, spanOf } from '../base/span.ts';

/** A period to forecast, and how those before it are counted back. */
export interface Target extends Span {
  /** What the period is one of; undefined: a stretch of days, counted back by its own length. */
  readonly unit: PeriodUnit | undefined;
  readonly fiscalYearStarts: number;
}

/** A calendar period as a target: `2026-10-01..2026-12-31` is the quarter that it covers. */
export function targetOf(period: Period, fiscalYearStarts: number): Target {
  const unit = unitOf(period, fiscalYearStarts);
  return { ...spanOf(period), unit, fiscalYearStarts };
}

/** What was counted back from each target: a backtest counts the same periods back hundreds of times. */
const EARLIER = new WeakMap<Target, Map<number, Target>>();

/** The target so many periods earlier. */
export function earlierBy(target: Target, steps: number): Target {
  const known = EARLIER.get(target) ?? new Map<number, Target>();
  EARLIER.set(target, known);
  const earlier = known.get(steps) ?? countedBack(target, steps);
  known.set(steps, earlier);
  return earlier;
}

function countedBack(target: Target, steps: number): Target {
  if (target.unit === undefined) {
    const length = target.to - target.from;
    return { ...target, from: target.from - steps * length, to: target.to - steps * length };
  }
  const first: Day = fromEpochDay(target.from);
  return targetOf(periodAround(first, target.unit, target.fiscalYearStarts, -steps), target.fiscalYearStarts);
}

/** After how many periods the same point of the cycle comes again: every third month, every fourth quarter. */
export function cycleOf({ unit }: Target): number | undefined {
  return unit === 'month' ? 3 : unit === 'quarter' ? 4 : undefined;
}

/** As people name it: `2026-Q4`, and a stretch of days by its ends. */
export function nameOf({ from, to, unit, fiscalYearStarts }: Target): string {
  const [first, last] = [fromEpochDay(from), fromEpochDay(to - 1)];
  return unit === undefined ? `${first}..${last}` : periodAround(first, unit, fiscalYearStarts).name;
}

export { dayAt, fractionOf, type Span };
