// What wins are like: how much one is worth, how long one takes.

import { daysBetween } from '../base/day.ts';
import type { Minor } from '../base/money.ts';
import type { Period } from '../base/period.ts';
import { type DealRow, worthOf } from '../snapshot/row.ts';
import { medianDays } from '../snapshot/stage-days.ts';

/** The wins of a period. */
export interface WinsOf {
  readonly period: Period;
  readonly won: readonly DealRow[];
}

/** Fewer wins do not tell how long one takes. */
const FEWEST_WINS = 5;

/** The mean of those that have a value, in minor units; of the first of the periods that has any. */
export function averageDeal(
  periods: readonly WinsOf[],
): { readonly value: Minor; readonly count: number; readonly period: string } | undefined {
  for (const { period, won } of periods) {
    const valued = won.filter(({ value }) => value !== undefined);
    if (valued.length === 0) continue;
    return {
      value: Math.round(worthOf(valued) / valued.length),
      count: valued.length,
      period: period.name,
    };
  }
  return undefined;
}

/** Days from creation to win of those that have both; those that would be negative are left out. */
export function cycleDays(won: readonly DealRow[]): number[] {
  return won.flatMap(({ created, close }) => {
    if (created === undefined || close === undefined || close < created) return [];
    return [daysBetween(created, close)];
  });
}

/** The median cycle, in days, of the first of the periods that has at least 5 wins to tell it. */
export function usualCycle(
  periods: readonly WinsOf[],
): { readonly days: number; readonly count: number; readonly period: string } | undefined {
  for (const { period, won } of periods) {
    const days = cycleDays(won);
    const middle = days.length >= FEWEST_WINS ? medianDays(days) : undefined;
    if (middle !== undefined) return { days: middle, count: days.length, period: period.name };
  }
  return undefined;
}
