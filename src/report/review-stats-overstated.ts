// By how much the whole pipeline is overstated, as views have it (docs/review-stats.md has the formulas).

import { grouped } from '../base/grouped.ts';
import { type Decimal, fromMinor } from '../base/money.ts';
import { periodAround } from '../base/period.ts';
import type { Judged } from '../review/judged.ts';
import { LEAST_CHANGED, LEAST_DEALS, type Overstated } from '../review/overstated.ts';
import { type Estimate, estimateFrom, type Pool } from '../review/pool.ts';
import type { ReviewSheet } from '../review/sheet.ts';

/** A share of value, and what it lies between in 90 of 100 cases; null where that can't be told. */
export interface Interval {
  /** On average over the sheets, in whole units. */
  readonly value: Decimal;
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface OverstatedView {
  /** That it rests on. */
  readonly sheets: number;
  /** Open deals that chance picked, and those of them that it rests on. */
  readonly drawn: number;
  readonly filled_in: number;
  readonly changed: number;
  /** Filled in with an amount that nothing gives a rate of: counted as not filled in. */
  readonly unvalued: number;
  /** What it has too few of for an interval. */
  readonly too_few: 'deals' | 'changed' | null;
  readonly least: { readonly deals: number; readonly changed: number };
  /** Sheets that it does not rest on, and why. */
  readonly left_out: { readonly of_owners: number; readonly drawn_again: number };
  /** All that chance could pick, without those reviewed lately. */
  readonly random: Interval;
  /** The important and largest ones, as far as they were filled in: they are all there. */
  readonly judged: Omit<Interval, 'low' | 'high'> & { readonly deals: number };
  /** Both together. */
  readonly whole: Interval;
}

export interface OverstatedOptions {
  readonly digits: number;
  /** Whether only one owner's deals of each sheet are meant. */
  readonly isPart: boolean;
}

export function overstatedView(
  deals: readonly Judged[],
  pool: Pool,
  { digits, isPart }: OverstatedOptions,
): OverstatedView {
  const { sheets, ofOwners, again } = pool;
  const { random, drawn, unvalued, randomValue, judged, whole } = estimateFrom(deals, sheets, digits, isPart);
  // To the whole unit: an average is no amount that anybody wrote.
  const mean = (value: number) =>
    fromMinor(Math.round(value / Math.max(1, sheets.length) / 10 ** digits) * 10 ** digits, digits);
  return {
    sheets: sheets.length,
    ...{ drawn, unvalued },
    filled_in: random.deals,
    changed: random.changed,
    too_few: tooFew(random),
    least: { deals: LEAST_DEALS, changed: LEAST_CHANGED },
    left_out: { of_owners: ofOwners, drawn_again: again },
    random: intervalOf(mean(randomValue), random),
    judged: { value: mean(judged.said), share: shareOf(judged), deals: judged.deals },
    whole: intervalOf(mean(randomValue + judged.said), whole),
  };
}

/** By the quarter of the sheets; nothing where all are of one. */
export function quarterly(
  deals: readonly Judged[],
  pool: Pool,
  options: OverstatedOptions & { readonly fiscalYearStarts: number },
): (OverstatedView & { readonly quarter: string })[] {
  const quarterOf = ({ draw }: ReviewSheet) =>
    periodAround(draw.on, 'quarter', options.fiscalYearStarts).name;
  const quarters = [...grouped(pool.sheets, quarterOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  if (quarters.length < 2) return [];
  return quarters.map(([quarter, sheets]) => ({
    quarter,
    ...overstatedView(deals, { ...pool, sheets }, options),
  }));
}

function tooFew({ deals, changed, interval }: Overstated): OverstatedView['too_few'] {
  if (interval !== undefined) return null;
  return deals < LEAST_DEALS ? 'deals' : changed < LEAST_CHANGED ? 'changed' : null;
}

function intervalOf(value: Decimal, { share, interval }: Estimate['whole']): Interval {
  return { value, share: share ?? null, low: interval?.low ?? null, high: interval?.high ?? null };
}

function shareOf({ said, found }: Estimate['judged']): number | null {
  return said <= 0 ? null : (said - found) / said;
}
