// The interval of a mean of few, unequal numbers, as amounts are: the percentile bootstrap (Efron 1979).

import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { ascending, quantile } from '../base/quantile.ts';
import { streamFrom } from '../base/random-stream.ts';

const RESAMPLES = 2000;
/** Fewer numbers hold too little of what could have been. */
const FEWEST = 5;

/**
 * The 90 % interval of the mean; undefined for fewer than 5 numbers.
 * @param words the seed, and what the mean is of; the same ones give the same interval on every machine, in whatever order
 *   the numbers come
 */
export function meanInterval(
  numbers: readonly number[],
  words: readonly string[],
): { readonly low: number; readonly high: number } | undefined {
  if (numbers.length < FEWEST) return undefined;
  const stream = streamFrom(['pipeline results', ...words]);
  const sorted = ascending(numbers);
  const resampled = Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let draw = 0; draw < sorted.length; draw++) {
      sum += sorted[uniformInt(stream, 0, sorted.length - 1)] ?? 0;
    }
    return sum / sorted.length;
  });
  const means = ascending(resampled);
  return { low: quantile(means, 0.05), high: quantile(means, 0.95) };
}
