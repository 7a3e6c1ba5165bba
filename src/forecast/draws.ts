// Step 6, the distribution: the rest of the period played through many times, each time with chances from other
// references (a bootstrap over windows; Efron 1979), each deal won or not, each amount ending elsewhere.

import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { CourseShares } from './course.ts';
import type { Fit, Fitting } from './fit.ts';
import { below, streamOf } from './stream.ts';
import type { FreshWin, OpenDeal, Tally } from './tally.ts';

/** What each draw brought, of the open deals and of those that are not there yet. */
export interface Draws {
  readonly open: Float64Array;
  readonly fresh: Float64Array;
}

/** A new set of references for every so many draws: a fit costs more than a draw. */
const DRAWS_A_FIT = 4;

export interface DrawsAsked {
  readonly seed: string;
  readonly count: number;
  readonly deals: readonly OpenDeal[];
  readonly tallies: readonly Tally[];
  readonly fitting: Pick<Fitting, 'fit'>;
  /** Final ÷ known; empty: amounts end as the factor says. */
  readonly ratios: readonly number[];
  readonly meanRatio: number;
  /** Is told of each win; undefined: only sums are asked for. */
  readonly course?: CourseShares | undefined;
}

export function drawsOf(asked: DrawsAsked): Draws {
  const { seed, count, tallies, course } = asked;
  const streams = {
    references: streamOf(seed, 'references'),
    deals: streamOf(seed, 'deals'),
    amounts: streamOf(seed, 'amounts'),
    fresh: streamOf(seed, 'fresh'),
  };
  const result = { open: new Float64Array(count), fresh: new Float64Array(count) };
  const weights = tallies.map(({ window }) => window.weight);
  const deals = {
    cells: Int32Array.from(asked.deals, ({ cell }) => cell),
    amounts: Float64Array.from(asked.deals, ({ amount }) => amount),
    ratios: Float64Array.from(asked.ratios, (ratio) => ratio / asked.meanRatio),
  };
  let picked: number[] = [];
  let fit: Fit = asked.fitting.fit(weights);
  const limits = new Float64Array(asked.deals.length);
  for (let draw = 0; draw < count; draw++) {
    if (draw % DRAWS_A_FIT === 0) {
      picked = resampled(weights, streams.references);
      fit = asked.fitting.fit(weightsOf(picked, weights));
      for (let at = 0; at < limits.length; at++)
        limits[at] = (fit.chance[deals.cells[at] ?? 0] ?? 0) * 2 ** 32;
    }
    result.open[draw] = fit.worth * drawDeals(deals, limits, streams, course);
    const tally = tallies[picked[below(streams.fresh, picked.length)] ?? -1];
    result.fresh[draw] = drawFresh(tally?.fresh ?? [], streams.fresh, course);
    course?.end(draw, fit.worth);
  }
  return result;
}

/** As many references as there are, drawn with replacement by weight. */
function resampled(weights: readonly number[], stream: RandomGenerator): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map(() => {
    let left = (below(stream, 2 ** 32) / 2 ** 32) * sum;
    const at = weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
    return at < 0 ? weights.length - 1 : at;
  });
}

/** Each pick counts alike, all together as much as the references did: a resample knows no more than they. */
function weightsOf(picked: readonly number[], weights: readonly number[]): number[] {
  const each = weights.reduce((total, weight) => total + weight, 0) / picked.length;
  const counted = weights.map(() => 0);
  for (const at of picked) counted[at] = (counted[at] ?? 0) + each;
  return counted;
}

interface DealsToDraw {
  readonly cells: Int32Array;
  readonly amounts: Float64Array;
  /** Final ÷ known, 1 on average. */
  readonly ratios: Float64Array;
}

/** @param limits by deal: of the 2³² equally likely numbers those that win it */
function drawDeals(
  { amounts, ratios }: DealsToDraw,
  limits: Float64Array,
  { deals: chances, amounts: endings }: Readonly<Record<'deals' | 'amounts', RandomGenerator>>,
  course: CourseShares | undefined,
): number {
  let sum = 0;
  for (let at = 0; at < limits.length; at++) {
    if (chances.next() >>> 0 >= (limits[at] ?? 0)) continue;
    const ratio = ratios.length === 0 ? 1 : (ratios[below(endings, ratios.length)] ?? 1);
    const amount = (amounts[at] ?? 0) * ratio;
    sum += amount;
    course?.winOpen(at, amount);
  }
  return sum;
}

function drawFresh(
  fresh: readonly FreshWin[],
  stream: RandomGenerator,
  course: CourseShares | undefined,
): number {
  let sum = 0;
  for (let left = fresh.length; left > 0; left--) {
    const times = poissonOfOne(stream);
    for (let time = 0; time < times; time++) {
      const { amount, place } = fresh[below(stream, fresh.length)] ?? NOTHING;
      sum += amount;
      course?.winFresh(place, amount);
    }
  }
  return sum;
}

const NOTHING: FreshWin = { amount: 0, place: 0 };

/** Chance of at most 0, 1, 2, … events where one is expected: e⁻¹ Σ 1/k!, written down because exp may differ by engine. */
const AT_MOST = [
  0.36787944117144233, 0.7357588823428847, 0.9196986029286058, 0.9810118431238462, 0.9963401531726563,
  0.9994058151824183, 0.9999167588507119, 0.9999897508033253, 0.999998874797402, 0.9999998885745217,
];

/** A Poisson number of mean 1, by inversion. */
function poissonOfOne(stream: RandomGenerator): number {
  const uniform = below(stream, 2 ** 32) / 2 ** 32;
  let times = 0;
  while (times < AT_MOST.length && uniform >= (AT_MOST[times] ?? 1)) times++;
  return times;
}
