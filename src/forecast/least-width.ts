// How wide a range is at least where too few periods are known to tell how much they differ: thousands of deals give a narrow
// one, and the next quarter may be another one altogether.

import { rangeOf } from './range.ts';

/** From so many complete periods on, past forecasts tell how wide it must be. */
const ENOUGH_PERIODS = 3;
/** A convention, not measured: one period's sales differ by a quarter from the next one's (standard deviation ÷ mean). */
const SPREAD = 0.25;
/** The normal quantile that 10 % lie beyond. */
const NORMAL_90 = 1.2815515655446004;

/**
 * The least distance of P10 and P90 from the middle, as a share of what is still to come: that of a normal period around a
 * level that is known from so many periods and this one. Undefined where there are enough.
 */
export function leastHalfWidth(periods: number): number | undefined {
  return periods >= ENOUGH_PERIODS ? undefined : NORMAL_90 * SPREAD * Math.sqrt(1 + 1 / (periods + 1));
}

/**
 * The draws with each side of the middle stretched until P10 and P90 lie so far out; the same array where they do.
 * @param won none falls below it
 */
export function stretchedTo(draws: Float64Array, share: number, won: number): Float64Array {
  const { p10, p50, p90 } = rangeOf(draws);
  const least = share * (p50 - won);
  const factor = (half: number): number => (half > 0 ? Math.max(1, least / half) : 1);
  const [below, above] = [factor(p50 - p10), factor(p90 - p50)];
  if (below === 1 && above === 1) return draws;
  return draws.map((draw) => Math.max(won, p50 + (draw < p50 ? below : above) * (draw - p50)));
}
