// The interval of a mean of few, unequal numbers, as amounts are: the percentile bootstrap (Efron 1979).

import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { streamFrom } from '../base/random-stream.ts';

const RESAMPLES = 2000;
/** Fewer numbers hold too little of what could have been. */
const FEWEST = 5;

/**
 * The 90 % interval of the mean; undefined for fewer than 5 numbers.
 * @param seed the same one gives the same interval on every machine
 */
export function meanInterval(
  numbers: readonly number[],
  seed: string,
): { readonly low: number; readonly high: number } | undefined {
  if (numbers.length < FEWEST) return undefined;
  const stream = streamFrom(['pipeline results', seed]);
  const means = Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let draw = 0; draw < numbers.length; draw++) {
      sum += numbers[uniformInt(stream, 0, numbers.length - 1)] ?? 0;
    }
    return sum / numbers.length;
  }).sort((a, b) => a - b);
  return { low: quantile(means, 0.05), high: quantile(means, 0.95) };
}

/** Linear between ranks. @param sorted ascending, at least one */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const [lower = 0, upper = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return lower + (upper - lower) * (place - Math.floor(place));
}
