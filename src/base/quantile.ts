// Quantiles of a sample, as spreadsheets and R have them by default.

/** Ascending, in an array of its own. */
export function ascending(values: Iterable<number>): Float64Array {
  return Float64Array.from(values).sort();
}

/** The quantile by linear interpolation (type 7 of Hyndman & Fan 1996); 0 of nothing. @param share 0 to 1 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below] ?? 0;
  const high = sorted[below + 1] ?? low;
  return low + (high - low) * (place - below);
}

/** The middle value; 0 of nothing. */
export function medianOf(values: Iterable<number>): number {
  return quantile(ascending(values), 0.5);
}

/** The mean; undefined of nothing. */
export function meanOf(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
