// What a change of deals does to the value of the open ones.

import { type Decimal, fromMinor } from '../base/money.ts';
import { openDeals } from '../freshness/open-deals.ts';
import { worthOf } from '../snapshot/row.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** In the reporting currency. */
export interface OpenChange {
  readonly before: Decimal;
  readonly after: Decimal;
  readonly change: Decimal;
}

/** @throws Failure `sum-too-large` */
export function openChange(
  before: Pick<Snapshot, 'deals' | 'digits'>,
  after: Pick<Snapshot, 'deals'>,
): OpenChange {
  const [then, now] = [openValue(before), openValue(after)];
  return {
    before: fromMinor(then, before.digits),
    after: fromMinor(now, before.digits),
    change: fromMinor(now - then, before.digits),
  };
}

function openValue(state: Pick<Snapshot, 'deals'>): number {
  return worthOf(openDeals(state));
}
