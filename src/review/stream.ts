// Where a review's chance comes from: a named generator, started from (seed, stratum) alone, the same on every machine.

import { createHash } from 'node:crypto';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
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

/** The stream of random numbers of one stratum. The state is the first 128 bits of a SHA-256. */
export function streamOf(seed: string, stratum: Outcome): RandomGenerator {
  const digest = createHash('sha256')
    .update(JSON.stringify(['pipeline review', seed, stratum]), 'utf8')
    .digest();
  return xoroshiro128plusFromState([0, 4, 8, 12].map((at) => digest.readInt32BE(at)));
}

/**
 * The seed that a review has where nobody gave one: eight hex digits as `7f3a-21c9`, of the workspace's name
 * (not its path), the day and the owner ('' for all).
 */
export function defaultSeed(workspace: string, today: string, owner: string): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([workspace, today, owner]), 'utf8')
    .digest('hex');
  return `${hex.slice(0, 4)}-${hex.slice(4, 8)}`;
}
