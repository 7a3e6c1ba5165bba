// The deals of the working set by id, each read from the index when somebody asks for it: most commands look at rows,
// and at the deals behind a few of them.

import type { Deal } from '../deal/deal.ts';

/** Who has asked for so many one by one wants them all. */
const MANY = 200;

/** Deals by id, read when they are asked for. */
export class LazyDeals<Place extends { readonly id: string }> implements ReadonlyMap<string, Deal> {
  readonly #places: () => readonly Place[];
  readonly #load: (places: readonly Place[]) => readonly Deal[];
  #placeOf: ReadonlyMap<string, Place> | undefined;
  readonly #known = new Map<string, Deal>();
  #all: ReadonlyMap<string, Deal> | undefined;

  /**
   * @param places where each deal is to be had, in the order of the map
   * @param load the deals at some of these places, in the same order
   */
  constructor(places: () => readonly Place[], load: (places: readonly Place[]) => readonly Deal[]) {
    this.#places = places;
    this.#load = load;
  }

  get(id: string): Deal | undefined {
    if (this.#all !== undefined) return this.#all.get(id);
    if (this.#known.size >= MANY) return this.#whole().get(id);
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const place = this.#byId().get(id);
    const deal = place === undefined ? undefined : this.#load([place])[0];
    if (deal !== undefined) this.#known.set(id, deal);
    return deal;
  }

  has(id: string): boolean {
    return this.#byId().has(id);
  }

  get size(): number {
    return this.#places().length;
  }

  forEach(visit: (deal: Deal, id: string, map: ReadonlyMap<string, Deal>) => void): void {
    for (const [id, deal] of this.#whole()) visit(deal, id, this);
  }

  entries() {
    return this.#whole().entries();
  }

  keys() {
    return this.#byId().keys();
  }

  values() {
    return this.#whole().values();
  }

  [Symbol.iterator]() {
    return this.#whole()[Symbol.iterator]();
  }

  #byId(): ReadonlyMap<string, Place> {
    this.#placeOf ??= new Map(this.#places().map((place) => [place.id, place]));
    return this.#placeOf;
  }

  #whole(): ReadonlyMap<string, Deal> {
    this.#all ??= new Map(this.#load(this.#places()).map((deal) => [deal.id, deal]));
    return this.#all;
  }
}
