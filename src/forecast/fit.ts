// Steps 3 to 5: from weighted reference windows to a probability for each cell, a factor on amounts, and what deals
// bring that are not there yet.
//
// Probabilities are empirical Bayes: a beta prior worth ten deals, whose mean is the estimate of the next coarser cell
// and, above the coarsest, the configured probability of the stage (Robbins 1956; Casella 1985; the chain as in credibility theory,
// Bühlmann & Gisler 2005). What little history there is moves them little.

import type { Cell, CellIndex } from './cells.ts';
import { halved } from './halving.ts';
import type { Tally } from './tally.ts';

/** Chance that an open deal of a stage is won some day, as configured: 0 to 1. */
export type StageProbability = (stage: string) => number;

export interface Fit {
  /** By fine cell: the chance of being won in the window. */
  readonly chance: Float64Array;
  /** By fine cell: the estimate of the coarser cell that it was shrunk to. */
  readonly prior: Float64Array;
  /** Factor on amounts: shrinkage, and larger deals winning less or later. */
  readonly worth: number;
  /** What deals that are not there yet bring, on average; and the mean sum of their squares. */
  readonly fresh: number;
  readonly freshSquared: number;
}

const PRIOR_DEALS = 10;
const MOST = 0.99;
const CLIP = { least: 0.0001, most: 0.98 } as const;
/** Where there is no close date, a deal is as likely as its stage within so many days, and less so in fewer. */
const DAYS_WITHOUT_DATE = 90;
/** Of deals due at another time: after the window, or before it begins. */
const SHARE_ELSEWHERE = 0.1;

/** How far ahead a window lies: days to its start, 0 where it has begun, and to its end. */
export interface Horizon {
  readonly lead: number;
  readonly days: number;
}

/** Windows with their counts, put together once and weighted anew as often as is needed. */
export class Fitting {
  readonly #tallies: readonly Tally[];
  readonly #cells: CellIndex;
  /** By coarse cell. */
  readonly #configured: Float64Array;
  readonly #sums: readonly { open: Float64Array; won: Float64Array; worth: Float64Array }[];
  readonly #meanRatio: number;

  /**
   * @param meanRatio of final to known amounts
   */
  constructor(
    tallies: readonly Tally[],
    cells: CellIndex,
    probability: StageProbability,
    horizon: Horizon,
    meanRatio: number,
  ) {
    this.#tallies = tallies;
    this.#cells = cells;
    this.#meanRatio = meanRatio;
    this.#configured = Float64Array.from(cells.examples, (cell) =>
      configuredChance(cell, probability, horizon),
    );
    this.#sums = tallies.map(({ open, won, worth }) => ({
      open: dense(open, cells.size),
      won: dense(won, cells.size),
      worth: dense(worth, cells.size),
    }));
  }

  /** @param weights of the windows, in their order */
  fit(weights: readonly number[]): Fit {
    const size = this.#cells.size;
    const [open, won, worth] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
    for (const [at, sums] of this.#sums.entries()) {
      const weight = weights[at] ?? 0;
      if (weight === 0) continue;
      addTo(open, sums.open, weight);
      addTo(won, sums.won, weight);
      addTo(worth, sums.worth, weight);
    }
    const { chance, prior } = this.#chances(open, won);
    let expected = 0;
    for (let cell = 0; cell < size; cell++) expected += (chance[cell] ?? 0) * (worth[cell] ?? 0);
    return {
      chance,
      prior,
      worth: this.#worthFactor(weights, won, worth, open, expected),
      ...this.#fresh(weights),
    };
  }

  #chances(open: Float64Array, won: Float64Array): Pick<Fit, 'chance' | 'prior'> {
    const { banded, staged, examples, size } = this.#cells;
    const bands = { open: summed(open, banded, staged.length), won: summed(won, banded, staged.length) };
    const stages = {
      open: summed(bands.open, staged, examples.length),
      won: summed(bands.won, staged, examples.length),
    };
    const factor = this.#configuredFactor(stages);
    const byStage = new Float64Array(examples.length);
    for (let cell = 0; cell < byStage.length; cell++) {
      const start = Math.min(Math.max(factor * (this.#configured[cell] ?? 0), CLIP.least), CLIP.most);
      byStage[cell] = shrunk(stages.won[cell], stages.open[cell], start);
    }
    const byBand = new Float64Array(staged.length);
    for (let cell = 0; cell < byBand.length; cell++) {
      byBand[cell] = shrunk(bands.won[cell], bands.open[cell], byStage[staged[cell] ?? 0] ?? 0);
    }
    const [chance, prior] = [new Float64Array(size), new Float64Array(size)];
    for (let cell = 0; cell < size; cell++) {
      const above = byBand[banded[cell] ?? 0] ?? 0;
      prior[cell] = above;
      chance[cell] = Math.min(shrunk(won[cell], open[cell], above), MOST);
    }
    return { chance, prior };
  }

  /** One factor moves all configured probabilities to what happened. */
  #configuredFactor({ open, won }: { open: Float64Array; won: Float64Array }): number {
    let [wins, expected] = [1, 1];
    for (const [cell, configured] of this.#configured.entries()) {
      wins += won[cell] ?? 0;
      expected += (open[cell] ?? 0) * configured;
    }
    return wins / expected;
  }

  #worthFactor(
    weights: readonly number[],
    won: Float64Array,
    worth: Float64Array,
    open: Float64Array,
    expected: number,
  ): number {
    let finals = 0;
    for (const [at, tally] of this.#tallies.entries()) finals += (weights[at] ?? 0) * tally.finals;
    const wins = total(won);
    const [sum, count] = wins > 0 && finals > 0 ? [finals, wins] : [total(worth), total(open)];
    const prior = count > 0 ? (PRIOR_DEALS * sum) / count : 0;
    return expected + prior > 0 ? (finals + prior * this.#meanRatio) / (expected + prior) : this.#meanRatio;
  }

  #fresh(weights: readonly number[]): Pick<Fit, 'fresh' | 'freshSquared'> {
    let [sum, squares, weight] = [0, 0, 0];
    for (const [at, { fresh }] of this.#tallies.entries()) {
      const own = weights[at] ?? 0;
      weight += own;
      for (const { amount } of fresh) {
        sum += own * amount;
        squares += own * amount * amount;
      }
    }
    return weight === 0
      ? { fresh: 0, freshSquared: 0 }
      : { fresh: sum / weight, freshSquared: squares / weight };
  }
}

/**
 * The configured chance that a deal of the cell is won within the window. A deal is won once: what was due before a window
 * that lies ahead is by then won, lost, or late, and the farther the window, the less is left for it.
 */
export function configuredChance(
  { stage, closing }: Pick<Cell, 'stage' | 'closing'>,
  probability: StageProbability,
  { lead, days }: Horizon,
): number {
  const some = probability(stage);
  if (closing === 'no-date') return some * (wonWithin(days) - wonWithin(lead));
  if (closing === 'in' || (closing === 'overdue' && lead === 0)) return some;
  const left = closing === 'later' ? 1 : halved(lead / DAYS_WITHOUT_DATE);
  return some * SHARE_ELSEWHERE * left;
}

/** Share of the deals without a date that are won in the end which are won within so many days. */
function wonWithin(days: number): number {
  return Math.min(1, days / DAYS_WITHOUT_DATE);
}

function shrunk(won: number | undefined, open: number | undefined, prior: number): number {
  return ((won ?? 0) + PRIOR_DEALS * prior) / ((open ?? 0) + PRIOR_DEALS);
}

function dense(sparse: readonly number[], size: number): Float64Array {
  const values = new Float64Array(size);
  for (let at = 0; at < sparse.length; at++) values[at] = sparse[at] ?? 0;
  return values;
}

function addTo(sums: Float64Array, values: Float64Array, weight: number): void {
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + weight * (values[at] ?? 0);
}

function summed(values: Float64Array, above: readonly number[], size: number): Float64Array {
  const sums = new Float64Array(size);
  for (let at = 0; at < values.length; at++) {
    const to = above[at] ?? 0;
    sums[to] = (sums[to] ?? 0) + (values[at] ?? 0);
  }
  return sums;
}

function total(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
