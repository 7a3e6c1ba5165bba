// Draws by a seed: the same on every machine, so that a seed in a message is all that a failure needs to be seen again.

import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export interface Random {
  /** 0 to below `count`. */
  below(count: number): number;
  /** `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** Once in so many times. */
  oneIn(times: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** So many of them, each at most once, in their order. */
  some<Item>(items: readonly Item[], count: number): Item[];
}

export function randomOf(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const below = (count: number) => Math.floor(((generator.next() >>> 0) / 2 ** 32) * count);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    oneIn: (times) => below(times) === 0,
    pick,
    some: (items, count) => {
      const places = new Set<number>();
      while (places.size < Math.min(count, items.length)) places.add(below(items.length));
      return items.filter((_, place) => places.has(place));
    },
  };
}

/** Seeds 1 to `count`; where PIPELINE_SEED is set, that one (17) or those (40-60), to see a failure again. */
export function seeds(count: number): number[] {
  const [first = 1, last = first] = process.env.PIPELINE_SEED?.split('-').map(Number) ?? [1, count];
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}
