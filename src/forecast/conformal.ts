// Step 8: how wide past forecasts should have been. Split conformal prediction (Romano, Patterson & Candès 2019) with past
// periods as the calibration set: approximate, since periods are not exchangeable.

import type { Range } from './range.ts';

/** Where nothing is known: scores from narrower than needed to wider. */
const PSEUDO_SCORES = [0.1, 0.3, 0.5, 0.7, 0.9, 1.1];
const COVERAGE = 0.8;
const CLIP = { least: 0.5, most: 2 } as const;

/** The half-width of its side that an outcome lay away from the middle: 1 is on P10 or P90. Undefined without a width. */
export function scoreOf({ p10, p50, p90 }: Range, actual: number): number | undefined {
  const half = actual < p50 ? p50 - p10 : p90 - p50;
  if (half > 0) return Math.abs(actual - p50) / half;
  return actual === p50 ? 0 : undefined;
}

/** The factor on both half-widths. @param scores of past forecasts */
export function widening(scores: readonly number[]): number {
  const all = [...scores, ...PSEUDO_SCORES].sort((a, b) => a - b);
  const place = Math.min(Math.ceil(COVERAGE * (all.length + 1)), all.length);
  return Math.min(Math.max(all[place - 1] ?? 1, CLIP.least), CLIP.most);
}
