// Where the event that a deal's freshness clock runs from is written down.

import type { Day } from '../base/day.ts';
import type { DealKey } from '../deal/deal.ts';
import type { DealRow } from '../snapshot/row.ts';
import { keyPlace, linePlace } from './place.ts';
import type { DealContext, Place } from './rule.ts';

const KEYS: Readonly<Record<string, DealKey>> = {
  amount: 'amount',
  'next-step': 'next_step',
  created: 'created',
  recorded: 'recorded',
};

/** The activity's or the stage's line, the key's line, or the snapshot that first had the deal. */
export function signPlace(row: DealRow, date: Day, context: DealContext): Place {
  const { deal, book } = context;
  const event = row.lastSignEvent;
  if (event.startsWith('activity:')) {
    const type = event.slice('activity:'.length);
    const written = deal?.activities.findLast((activity) => activity.on === date && activity.type === type);
    return linePlace(written?.line, 'activities', context);
  }
  if (event.startsWith('stage:')) {
    const stage = event.slice('stage:'.length);
    const written = deal?.stages.findLast((entry) => entry.on === date && entry.stage === stage);
    // Without a record of it: where the stage itself is written.
    return linePlace(written?.line, 'stage', context);
  }
  const first =
    event === 'first-snapshot' ? book.snapshotNames.find((name) => name.startsWith(date)) : undefined;
  if (first !== undefined) {
    return { file: `snapshots/${first}/deals.csv`, line: undefined, column: undefined };
  }
  return keyPlace(KEYS[event] ?? 'stage', context);
}
