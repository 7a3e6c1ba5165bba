// Chance that anybody can draw again: a named generator, started from words alone, the same on every machine.

import { createHash } from 'node:crypto';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** The stream of random numbers that the words begin: xoroshiro128+ from the first 128 bits of their SHA-256. */
export function streamFrom(words: readonly (string | number)[]): RandomGenerator {
  const digest = createHash('sha256').update(JSON.stringify(words), 'utf8').digest();
  return xoroshiro128plusFromState([0, 4, 8, 12].map((at) => digest.readInt32BE(at)));
}

/** Eight hex digits as `7f3a-21c9`: a seed that follows from the words. */
export function seedFrom(words: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(JSON.stringify(words), 'utf8').digest('hex');
  return `${hex.slice(0, 4)}-${hex.slice(4, 8)}`;
}
