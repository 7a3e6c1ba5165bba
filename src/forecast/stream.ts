// Where the chance of a forecast comes from: a named generator, started from what is forecast and as of when, so that
// the same question has the same answer on every machine.

import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { seedFrom, streamFrom } from '../base/random-stream.ts';

/** Any change that makes one question give another answer raises it. */
export const ALGORITHM = 'forecast/1';

/** Eight hex digits as `7f3a-21c9`: the first 32 bits of a SHA-256 of the algorithm and the question. */
export function seedOf(day: number, from: number, to: number, scope: string): string {
  return seedFrom([ALGORITHM, day, from, to, scope]);
}

/** A stream of its own for each use of chance, so that one more draw in one moves none in another. */
export function streamOf(seed: string, use: string): RandomGenerator {
  return streamFrom([ALGORITHM, seed, use]);
}

/** A whole number from 0 to below `count`. */
export function below(stream: RandomGenerator, count: number): number {
  return Math.floor(((stream.next() >>> 0) / 2 ** 32) * count);
}
