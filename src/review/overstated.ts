// By how much a pipeline is overstated, from the deals that chance picked: a ratio of what reviews found to what was
// said, each deal weighted by 1 ÷ its chance, with the interval that the chance leaves. docs/review-stats.md has the formulas.

import { grouped } from '../base/grouped.ts';
import type { Minor } from '../base/money.ts';
import { spreadOfMean } from './empirical-likelihood.ts';
import { studentT95 } from './student.ts';

/** A deal of the random part of a sheet that somebody filled in. */
export interface Sampled {
  /** Each sheet is a sample of its own. */
  readonly sheet: string;
  /** As the sheet has it, in minor units; 0 where it has none. */
  readonly value: Minor;
  /** What the review found it to be worth: 0 for a dead deal. */
  readonly reviewed: Minor;
  /** The chance that it was picked and filled in: above 0, at most 1. */
  readonly probability: number;
}

export interface Overstated {
  /** Deals that it rests on. */
  readonly deals: number;
  /** Those of them whose value the review changed. */
  readonly changed: number;
  /** (value − reviewed) ÷ value of all that could be drawn; negative: understated. Undefined where nothing has a value. */
  readonly share: number | undefined;
  /** What the share lies between in 90 of 100 cases; undefined where the deals are too few to tell. */
  readonly interval: { readonly low: number; readonly high: number } | undefined;
}

/** Below these the interval does not hold what it says (docs/review-stats.md has the simulation). */
export const LEAST_DEALS = 20;
export const LEAST_CHANGED = 3;

/**
 * The ratio estimate over one sheet, or over several taken as strata (Cochran 1977, 6.4 and 6.11; Särndal, Swensson
 * and Wretman 1992, 5.6), with the interval of the jackknife's empirical likelihood (Jing, Yuan and Zhou 2009).
 */
export function overstatedOf(sampled: readonly Sampled[]): Overstated {
  const changed = sampled.filter(({ value, reviewed }) => value !== reviewed).length;
  const deals = sampled.length;
  const total = sum(sampled.map(weightOf));
  if (total <= 0) return { deals, changed, share: undefined, interval: undefined };
  const ratio = sum(sampled.map(({ reviewed, probability }) => reviewed / probability)) / total;
  const share = 1 - ratio;
  if (deals < LEAST_DEALS || changed < LEAST_CHANGED) return { deals, changed, share, interval: undefined };
  const strata = strataOf(sampled);
  const values = pseudoValues(strata.flatMap((stratum) => influencesOf(stratum, ratio, total)));
  const { below, above } = spreadOfMean(values, studentT95(degreesOf(strata)) ** 2);
  return { deals, changed, share, interval: { low: share - above, high: Math.min(1, share - below) } };
}

/** The deals that were left to chance, sheet by sheet; of sheets with only one of them together. */
function strataOf(sampled: readonly Sampled[]): readonly (readonly Sampled[])[] {
  const chance = sampled.filter(({ probability }) => probability < 1);
  const bySheet = [...grouped(chance, ({ sheet }) => sheet).values()];
  const alone = bySheet.filter(({ length }) => length === 1).flat();
  return [...bySheet.filter(({ length }) => length > 1), ...(alone.length > 1 ? [alone] : [])];
}

/** What the ratio would differ by without each deal, shrunk by its chance: their squares are the jackknife's variance. */
function influencesOf(stratum: readonly Sampled[], ratio: number, total: number): number[] {
  const again = stratum.length / (stratum.length - 1);
  const usual = sum(stratum.map((deal) => weightOf(deal) / total)) / stratum.length;
  const parts = stratum.map((deal) => ({
    left: 1 - deal.probability,
    residual: (deal.reviewed - ratio * deal.value) / deal.probability / total,
    leverage: Math.min(MOST_LEVERAGE, again * (weightOf(deal) / total - usual)),
  }));
  const centre = sum(parts.map(({ left, residual }) => left * residual)) / sum(parts.map(({ left }) => left));
  return parts.map(
    ({ left, residual, leverage }) => (Math.sqrt(again * left) * (residual - centre)) / (1 - leverage),
  );
}

/** A deal worth more than that of the whole sample would make the variance endless. */
const MOST_LEVERAGE = 0.9;

/** So many values, whose mean has the variance that the influences add up to. */
function pseudoValues(influences: readonly number[]): number[] {
  const { length } = influences;
  return influences.map((influence) => influence * Math.sqrt(length * (length - 1)));
}

/**
 * Satterthwaite's, were each deal as likely wrong by a share of its value as any other: the fewer, the more of the
 * value lies with few deals; one goes for the ratio.
 */
function degreesOf(strata: readonly (readonly Sampled[])[]): number {
  const deals = strata.flat();
  const squares = deals.map((deal) => (1 - deal.probability) * weightOf(deal) ** 2);
  return Math.max(1, Math.min(effective(squares) - 1, deals.length - strata.length));
}

/** How many equal ones would be as uneven together; of nothing 0. */
function effective(parts: readonly number[]): number {
  const all = sum(parts);
  return all === 0 ? 0 : all ** 2 / sum(parts.map((part) => part ** 2));
}

/** What it stands for: its own value, and that of those like it that were not drawn. */
function weightOf({ value, probability }: Sampled): number {
  return value / probability;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
