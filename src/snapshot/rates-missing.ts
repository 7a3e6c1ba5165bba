// Which rates a snapshot lacks. It is not written before they are there (METHOD.md §2).

import type { Snapshot } from './snapshot.ts';

/** An open or won deal, archived ones too, counts money: without a rate nothing can be added up. */
export interface MissingRate {
  readonly currency: string;
  /** Ids, ascending. */
  readonly deals: readonly string[];
}

/** The currencies of open or won deals, among the deals and in the archive, that have no rate; by currency. */
export function ratesMissing(snapshot: Pick<Snapshot, 'deals' | 'archived' | 'rates'>): MissingRate[] {
  const missing = new Map<string, string[]>();
  for (const row of [...snapshot.deals, ...snapshot.archived]) {
    if (row.stage === '' || row.stage === 'lost' || Object.hasOwn(snapshot.rates, row.currency)) continue;
    const ids = missing.get(row.currency);
    if (ids === undefined) missing.set(row.currency, [row.id]);
    else ids.push(row.id);
  }
  return [...missing]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, deals]) => ({ currency, deals: deals.sort() }));
}
