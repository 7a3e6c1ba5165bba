// Which rates a snapshot lacks. It is not written before they are there (METHOD.md §2).

import type { DealRow } from './row.ts';
import type { Snapshot } from './snapshot.ts';

/** An open or won deal, archived ones too, counts money: without a rate nothing can be added up. */
export interface MissingRate {
  readonly currency: string;
  /** Ids, ascending. */
  readonly deals: readonly string[];
}

/** Whether the row is of an open or won deal in a currency that nothing converts. */
export function lacksRate(
  row: Pick<DealRow, 'stage' | 'currency'>,
  { rates }: Pick<Snapshot, 'rates'>,
): boolean {
  return row.stage !== '' && row.stage !== 'lost' && !Object.hasOwn(rates, row.currency);
}

/** The currencies of open or won deals, among the deals and in the archive, that have no rate; by currency. */
export function ratesMissing(snapshot: Pick<Snapshot, 'deals' | 'archived' | 'rates'>): MissingRate[] {
  const missing = new Map<string, string[]>();
  for (const row of [...snapshot.deals, ...snapshot.archived]) {
    if (!lacksRate(row, snapshot)) continue;
    const ids = missing.get(row.currency);
    if (ids === undefined) missing.set(row.currency, [row.id]);
    else ids.push(row.id);
  }
  return [...missing]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, deals]) => ({ currency, deals: deals.sort() }));
}
