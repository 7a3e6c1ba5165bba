// The deal that a sheet talks about.

import type { Deal } from '../deal/deal.ts';
import { formerIdsOf } from '../deal/former-ids.ts';

/** By its id, or by the one that it had when the sheet was made; undefined where it is not among them. */
export function drawnDeal(deals: ReadonlyMap<string, Deal>, id: string): Deal | undefined {
  return deals.get(id) ?? [...deals.values()].find((deal) => formerIdsOf(deal).includes(id));
}
