// The seeded order of a stratum: every deal gets a place, whoever is picked or left out for other reasons.

import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/**
 * The ids in the order of their places, every order equally likely (Fisher–Yates from the front).
 * @param ids of the whole stratum; their order does not matter, since they are sorted first
 */
export function placesOf(ids: readonly string[], stream: RandomGenerator): string[] {
  const order = [...ids].sort();
  for (let place = 0; place < order.length - 1; place++) {
    const drawn = uniformInt(stream, place, order.length - 1);
    const [here, there] = [order[place], order[drawn]];
    if (here === undefined || there === undefined) throw new RangeError(`no place ${drawn}`);
    order[place] = there;
    order[drawn] = here;
  }
  return order;
}
