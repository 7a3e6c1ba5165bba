// The interval of a rate, by Wilson's score (E. B. Wilson 1927): honest for few, and for shares near 0 and 1.

/** The normal quantile that 5 % lie beyond: 90 % lie between it and its negative. */
export const NORMAL_95 = 1.6448536269514722;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's score interval of a share, at 90 % unless `z` says otherwise (Wilson 1927, JASA 22, 209–212); both ends 0 to
 * 1. @param count of `of`, which is above 0
 */
export function wilson(count: number, of: number, z = NORMAL_95): Interval {
  const share = count / of;
  const middle = share + z ** 2 / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const whole = 1 + z ** 2 / of;
  // At its ends the bound is the share itself, which rounding would miss.
  const low = count === 0 ? 0 : Math.max(0, (middle - half) / whole);
  return { low, high: count === of ? 1 : Math.min(1, (middle + half) / whole) };
}

/** The same at 90 %; undefined over nothing. */
export function wilsonInterval(count: number, of: number): Interval | undefined {
  return of <= 0 ? undefined : wilson(count, of);
}
