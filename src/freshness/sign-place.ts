// Where the event that a deal's freshness clock runs from is written down.

import type { Day } from '../base/day.ts';
import type { DealKey } from '../deal/deal.ts';
import type { DealRow } from '../snapshot/row.ts';
import { signEvent } from '../snapshot/sign-event.ts';
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
  const { book, written } = context;
  const { kind } = signEvent(row.lastSignEvent);
  if (kind === 'activity') return linePlace(written?.signLine, 'activities', context);
  // Without a record of it: where the stage itself is written.
  if (kind === 'stage') return linePlace(written?.signLine, 'stage', context);
  const first =
    kind === 'first-snapshot' ? book.snapshotNames.find((name) => name.startsWith(date)) : undefined;
  if (first !== undefined) {
    return { file: `snapshots/${first}/deals.csv`, line: undefined, column: undefined };
  }
  return keyPlace(KEYS[kind] ?? 'stage', context);
}
