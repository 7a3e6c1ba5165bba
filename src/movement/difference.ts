// By how much two shares differ, and how sure that is.

/** 90 of 100 intervals hold the true difference. */
const Z = 1.6448536269514722;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's score interval of a share, at 90 % unless `z` says otherwise (Wilson 1927, JASA 22, 209–212).
 * @param count of `of`, which is above 0
 */
export function wilson(count: number, of: number, z = Z): Interval {
  const share = count / of;
  const middle = share + z ** 2 / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const whole = 1 + z ** 2 / of;
  return { low: Math.max(0, (middle - half) / whole), high: Math.min(1, (middle + half) / whole) };
}

/**
 * The second share less the first, with its interval at 90 %: Newcombe's hybrid of the two score intervals (1998,
 * Statistics in Medicine 17, 873–890, method 10). It holds of independent groups.
 */
export function differenceOf(
  first: { readonly count: number; readonly of: number },
  second: { readonly count: number; readonly of: number },
  z = Z,
): Interval & { readonly difference: number } {
  const [p1, p2] = [first.count / first.of, second.count / second.of];
  const [a, b] = [wilson(first.count, first.of, z), wilson(second.count, second.of, z)];
  return {
    difference: p2 - p1,
    low: p2 - p1 - Math.hypot(p2 - b.low, a.high - p1),
    high: p2 - p1 + Math.hypot(b.high - p2, p1 - a.low),
  };
}
