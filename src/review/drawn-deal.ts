// The deal that a sheet talks about.

import type { Deal } from '../deal/deal.ts';

/** By its id, or by the one that it had when the sheet was made; undefined where it is not among them. */
export function drawnDeal(deals: ReadonlyMap<string, Deal>, id: string): Deal | undefined {
  return deals.get(id) ?? [...deals.values()].find(({ was }) => was === id);
}
