// By how much two shares differ, and how sure that is.

import { type Interval, NORMAL_95, wilson } from '../base/wilson.ts';

/**
 * The second share less the first, with its interval at 90 %: Newcombe's hybrid of the two score intervals (1998,
 * Statistics in Medicine 17, 873–890, method 10). It holds of independent groups.
 */
export function differenceOf(
  first: { readonly count: number; readonly of: number },
  second: { readonly count: number; readonly of: number },
  z = NORMAL_95,
): Interval & { readonly difference: number } {
  const [p1, p2] = [first.count / first.of, second.count / second.of];
  const [a, b] = [wilson(first.count, first.of, z), wilson(second.count, second.of, z)];
  return {
    difference: p2 - p1,
    low: p2 - p1 - Math.hypot(p2 - b.low, a.high - p1),
    high: p2 - p1 + Math.hypot(b.high - p2, p1 - a.low),
  };
}
