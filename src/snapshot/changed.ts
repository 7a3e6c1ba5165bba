// Whether anything changed since a snapshot: what `snapshot --if-changed` asks.

import { isDeepStrictEqual } from 'node:util';
import { sameRows } from './row.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Whether deals, archive, process, rates or targets differ. The clock's event is left aside: an event that no
 * snapshot had dated gets its day from the next one, though nobody did anything.
 */
export function hasChanged(before: Snapshot, now: Snapshot): boolean {
  const event = ['lastSignOfLife', 'lastSignEvent'] as const;
  return !(
    isDeepStrictEqual(frameOf(before), frameOf(now)) &&
    sameRows(before.deals, now.deals, event) &&
    sameRows(before.archived, now.archived, event)
  );
}

function frameOf({ process, reportingCurrency, rates, targets }: Snapshot) {
  return { process, reportingCurrency, rates, targets };
}
