// Whether anything changed since a snapshot: what `snapshot --if-changed` asks.

import { isDeepStrictEqual } from 'node:util';
import type { DealRow } from './row.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Whether deals, archive, process, rates or targets differ. The clock's event is left aside: an event that no
 * snapshot had dated gets its day from the next one, though nobody did anything.
 */
export function hasChanged(before: Snapshot, now: Snapshot): boolean {
  return !isDeepStrictEqual(comparable(before), comparable(now));
}

function comparable({ deals, archived, process, reportingCurrency, rates, targets }: Snapshot) {
  return {
    process,
    reportingCurrency,
    rates,
    targets,
    deals: deals.map(plain),
    archived: archived.map(plain),
  };
}

function plain<R extends DealRow>(row: R): R {
  return { ...row, lastSignOfLife: undefined, lastSignEvent: '' };
}
