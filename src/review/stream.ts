// Where a review's chance comes from: a named generator, started from (seed, stratum) alone, the same on every machine.

import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { seedFrom, streamFrom } from '../base/random-stream.ts';
import type { Outcome } from '../deal/deal.ts';

/**
 * The sampler that drew a sample. Any change that makes one seed give another sample on the same deals
 * raises the version; fixtures/review-samples.json pins it.
 */
export const SAMPLER = {
  version: 1,
  name: 'sampler 1',
  algorithm: 'xoroshiro128+ from SHA-256 of seed and stratum; Fisher–Yates; systematic where weighted',
} as const;

/** The stream of random numbers of one stratum. */
export function streamOf(seed: string, stratum: Outcome): RandomGenerator {
  return streamFrom(['pipeline review', seed, stratum]);
}

/**
 * The seed that a review has where nobody gave one: eight hex digits as `7f3a-21c9`, of the workspace's name
 * (not its path), the day and the owner ('' for all).
 */
export function defaultSeed(workspace: string, today: string, owner: string): string {
  return seedFrom([workspace, today, owner]);
}
