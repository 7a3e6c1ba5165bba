// The range of a forecast: three quantiles of what may come.

import { ascending, quantile } from '../base/quantile.ts';

export interface Range {
  /** One time in ten it is less. */
  readonly p10: number;
  readonly p50: number;
  /** One time in ten it is more. */
  readonly p90: number;
}

export function rangeOf(draws: Iterable<number>): Range {
  const sorted = ascending(draws);
  return { p10: quantile(sorted, 0.1), p50: quantile(sorted, 0.5), p90: quantile(sorted, 0.9) };
}
