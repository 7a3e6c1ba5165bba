// The results of a period in figures: what was won and lost, and the indicators EZ, TP and KK with their counts.

import { type Decimal, fromMinor, type Minor } from '../base/money.ts';
import { medianOf } from '../base/quantile.ts';
import { wilsonInterval } from '../base/wilson.ts';
import type { Closings } from '../plan/closings.ts';
import { cycleDays } from '../plan/pace.ts';
import { meanInterval } from '../results/bootstrap.ts';
import { worthOf } from '../snapshot/row.ts';
import { medianDays, percentileDays } from '../snapshot/stage-days.ts';

export interface MoneyInterval {
  readonly low: Decimal;
  readonly high: Decimal;
}

export interface ResultsFigures {
  readonly won: { readonly count: number; readonly value: Decimal };
  readonly lost: { readonly count: number; readonly value: Decimal };
  /** EZ: won ÷ (won + lost), with its 90 % interval; null over nothing. */
  readonly win_rate: {
    readonly count: number;
    readonly of: number;
    readonly share: number | null;
    readonly interval: { readonly low: number; readonly high: number } | null;
    /** Null over nothing, and where deals were lost and none of them has a value: by value nothing is lost then. */
    readonly by_value: number | null;
  };
  /** TP: days from creation to win, of wins that have both days. */
  readonly cycle: {
    readonly median: number | null;
    readonly p75: number | null;
    readonly mean: number | null;
    readonly count: number;
  };
  /** KK: of wins that have a value; the mean with its 90 % interval, null for fewer than 5. */
  readonly average: {
    readonly mean: Decimal | null;
    readonly median: Decimal | null;
    readonly interval: MoneyInterval | null;
    readonly count: number;
  };
  /** Open deals × EZ × KK ÷ TP: money a day; null where one of them is not known. */
  readonly velocity: Decimal | null;
}

/**
 * @param open how many deals are open; undefined: not known
 * @param draw the seed of the bootstrap, and what these are the results of
 * @throws Failure `sum-too-large`
 */
export function resultsFigures(
  { won, lost }: Closings,
  open: number | undefined,
  { digits, draw }: { readonly digits: number; readonly draw: readonly string[] },
): ResultsFigures {
  const money = (minor: Minor) => fromMinor(Math.round(minor), digits);
  const [wonValue, lostValue] = [worthOf(won), worthOf(lost)];
  const of = won.length + lost.length;
  const share = of === 0 ? null : won.length / of;
  const days = cycleDays(won);
  const median = medianDays(days) ?? null;
  // 0 of no days, too: no velocity is told of either.
  const exactMedian = medianOf(days);
  const values = won.flatMap(({ value }) => value ?? []);
  const mean = values.length === 0 ? undefined : worthOf(won) / values.length;
  const interval = meanInterval(values, draw);
  return {
    won: { count: won.length, value: money(wonValue) },
    lost: { count: lost.length, value: money(lostValue) },
    win_rate: {
      count: won.length,
      of,
      share,
      interval: wilsonInterval(won.length, of) ?? null,
      by_value: rateByValue(wonValue, { value: lostValue, count: lost.length }),
    },
    cycle: {
      median,
      p75: percentileDays(days, 0.75) ?? null,
      mean: days.length === 0 ? null : Math.round(days.reduce((sum, one) => sum + one, 0) / days.length),
      count: days.length,
    },
    average: {
      mean: mean === undefined ? null : money(mean),
      median: values.length === 0 ? null : money(medianOf(values)),
      interval: interval === undefined ? null : { low: money(interval.low), high: money(interval.high) },
      count: values.length,
    },
    velocity:
      open === undefined || share === null || mean === undefined || exactMedian === 0
        ? null
        : money((open * share * mean) / exactMedian),
  };
}

function rateByValue(won: Minor, lost: { readonly value: Minor; readonly count: number }): number | null {
  if (lost.count > 0 && lost.value === 0) return null;
  return won + lost.value > 0 ? won / (won + lost.value) : null;
}
