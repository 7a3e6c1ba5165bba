// Which rows the rules look at: those whose files can be read.

import { outcomeOf } from '../deal/deal.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** Whether the row is of an open deal whose file can be read. */
export function isOpen(row: DealRow): boolean {
  return row.problem === '' && outcomeOf(row.stage) === 'open';
}

/** The open deals that can be read: what the freshness index is a share of. */
export function openDeals(state: Pick<Snapshot, 'deals'>): readonly DealRow[] {
  return state.deals.filter(isOpen);
}
