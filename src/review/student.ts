// Student's t, for intervals from few deals.

import { NORMAL_95 as Z } from '../base/wilson.ts';

/**
 * The quantile of Student's t that 5 % lie beyond: 90 % lie between it and its negative. By the expansion of Fisher and
 * Cornish (Abramowitz and Stegun, 26.7.5); of 3 degrees and more it is right to within 0.005.
 * @param degrees of freedom, 1 or more; need not be whole
 */
export function studentT95(degrees: number): number {
  if (degrees < 2) return between(6.3138, 2.92, degrees - 1);
  if (degrees < 3) return between(2.92, 2.3534, degrees - 2);
  const terms = [
    (Z ** 3 + Z) / 4,
    (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / 96,
    (3 * Z ** 7 + 19 * Z ** 5 + 17 * Z ** 3 - 15 * Z) / 384,
    (79 * Z ** 9 + 776 * Z ** 7 + 1482 * Z ** 5 - 1920 * Z ** 3 - 945 * Z) / 92_160,
  ];
  return terms.reduce((sum, term, at) => sum + term / degrees ** (at + 1), Z);
}

function between(a: number, b: number, part: number): number {
  return a + (b - a) * Math.max(0, part);
}
