// Step 6, overdispersion: deals of one quarter share its weather, so that what comes varies more than independent deals
// would. Quasi-likelihood (Wedderburn 1974; McCullagh & Nelder 1989, §4.5): a factor on the variance, from how far the
// references lie from what the others say of them, shrunk toward 2 where there are few.

import { medianOf } from '../base/quantile.ts';
import type { Fitting } from './fit.ts';
import type { Tally } from './tally.ts';

const MOST_REFERENCES = 8;
const MOST_SQUARED = 25;
const PRIOR = { factor: 2, references: 4 } as const;

/** The factor on the variance of the rest. @param tallies latest first, as the fitting has them */
export function dispersionOf(tallies: readonly Tally[], fitting: Fitting): number {
  const weights = tallies.map(({ window }) => window.weight);
  let [sum, count] = [0, 0];
  for (const [at, tally] of tallies.entries()) {
    if (count === MOST_REFERENCES || tallies.length < 2) break;
    const squared = squaredMiss(tally, weights.with(at, 0), fitting);
    if (squared === undefined) continue;
    sum += Math.min(squared, MOST_SQUARED);
    count++;
  }
  return (sum + PRIOR.references * PRIOR.factor) / (count + PRIOR.references);
}

/** (actual − fitted)² ÷ variance of independent deals, fitted without the reference itself. */
function squaredMiss(tally: Tally, weights: readonly number[], fitting: Fitting): number | undefined {
  const fit = fitting.fit(weights);
  let [expected, variance] = [0, 0];
  tally.worth.forEach((worth, cell) => {
    const chance = fit.chance[cell] ?? 0;
    expected += chance * worth;
    variance += chance * (1 - chance) * (tally.worthSquared[cell] ?? 0);
  });
  const spread = fit.worth * fit.worth * variance + fit.freshSquared;
  const actual = tally.fresh.reduce((sum, { amount }) => sum + amount, tally.finals);
  const miss = actual - (fit.worth * expected + fit.fresh);
  return spread > 0 ? (miss * miss) / spread : undefined;
}

/** The draws stretched around their median by the root of the factor; none falls below 0. */
export function stretched(draws: Float64Array, factor: number): Float64Array {
  const [median, by] = [medianOf(draws), Math.sqrt(Math.max(1, factor))];
  return draws.map((draw) => Math.max(0, median + by * (draw - median)));
}
