// Drawing with probability proportional to value: systematic sampling over a seeded order, which auditors call
// monetary-unit sampling. All arithmetic that decides is in whole minor units, so no rounding can shift a pick.

import { uniformBigInt } from 'pure-rand/distribution/uniformBigInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { Minor } from '../base/money.ts';

export interface Weighted {
  readonly id: string;
  /** Above 0. */
  readonly value: Minor;
}

export interface Inclusion {
  readonly id: string;
  /** n × value ÷ sum of values, over what is left when the certain ones are out; 1 for a certain one. */
  readonly probability: number;
}

interface Split {
  readonly certain: ReadonlySet<string>;
  readonly left: readonly Weighted[];
  /** How many are to be drawn from `left`. */
  readonly toDraw: bigint;
  readonly total: bigint;
}

/** The chance that each deal has of being among the `count` drawn. Deals keep their order. */
export function inclusionOf(deals: readonly Weighted[], count: number): Inclusion[] {
  const split = takeOutCertain(deals, count);
  return deals.map(({ id, value }) => ({ id, probability: probabilityOf(id, value, split) }));
}

/**
 * Draws `count` deals (all, where there are fewer), each with its chance from `inclusionOf`.
 * The order given is the seeded one: a random start, then equal steps through the cumulated values.
 */
export function drawWeighted(
  deals: readonly Weighted[],
  count: number,
  stream: RandomGenerator,
): Inclusion[] {
  const split = takeOutCertain(deals, count);
  const drawn = new Set(split.certain);
  if (split.toDraw > 0n) {
    // Scaled by toDraw, a step is `total` and a deal covers toDraw × value of it: whole numbers throughout.
    let point = uniformBigInt(stream, 0n, split.total - 1n);
    let cumulated = 0n;
    for (const { id, value } of split.left) {
      cumulated += BigInt(value) * split.toDraw;
      if (point >= cumulated) continue;
      drawn.add(id);
      point += split.total;
    }
  }
  return deals
    .filter(({ id }) => drawn.has(id))
    .map(({ id, value }) => ({ id, probability: probabilityOf(id, value, split) }));
}

/** Takes out whoever would be drawn for sure; each one taken raises the chance of the others, so again. */
function takeOutCertain(deals: readonly Weighted[], count: number): Split {
  const certain = new Set<string>();
  let left = deals;
  for (;;) {
    const toDraw = BigInt(Math.min(count - certain.size, left.length));
    const total = left.reduce((sum, { value }) => sum + BigInt(value), 0n);
    const sure = toDraw === 0n ? [] : left.filter(({ value }) => BigInt(value) * toDraw >= total);
    if (sure.length === 0) return { certain, left, toDraw, total };
    for (const { id } of sure) certain.add(id);
    left = left.filter(({ id }) => !certain.has(id));
  }
}

function probabilityOf(id: string, value: Minor, split: Split): number {
  if (split.certain.has(id)) return 1;
  if (split.toDraw === 0n) return 0;
  return Number(BigInt(value) * split.toDraw) / Number(split.total);
}
