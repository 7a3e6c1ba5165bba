// pipeline/snapshot-list/1: the snapshots that there are, by what their headers say.

import type { Day } from '../base/day.ts';
import { type Decimal, fromMinor, sumMinor } from '../base/money.ts';
import { outcomeOf } from '../deal/deal.ts';
import type { SnapshotHeader } from '../snapshot/snapshot.ts';

export interface ListedSnapshot {
  readonly name: string;
  readonly on: Day;
  readonly taken_at: string;
  /** `taken`, or `backfill-…`. */
  readonly origin: string;
  /** Without the archive. */
  readonly deals: number;
  readonly open: number;
  readonly open_value: Decimal;
  readonly currency: string;
  readonly message: string;
}

export interface SnapshotListView {
  readonly schema: 'pipeline/snapshot-list/1';
  /** Ascending. */
  readonly snapshots: readonly ListedSnapshot[];
  /** Names of those whose snapshot.yaml cannot be read. */
  readonly damaged: readonly string[];
}

/** @throws Failure `sum-too-large` */
export function snapshotListView(
  headers: readonly SnapshotHeader[],
  damaged: readonly string[],
): SnapshotListView {
  return { schema: 'pipeline/snapshot-list/1', snapshots: headers.map(listed), damaged };
}

function listed({ totals, ...header }: SnapshotHeader): ListedSnapshot {
  const open = totals.filter(({ stage }) => stage !== '' && outcomeOf(stage) === 'open');
  return {
    name: header.name,
    on: header.on,
    taken_at: header.takenAt,
    origin: header.origin,
    deals: totals.reduce((sum, { deals }) => sum + deals, 0),
    open: open.reduce((sum, { deals }) => sum + deals, 0),
    open_value: fromMinor(sumMinor(open.map(({ value }) => value)), header.digits),
    currency: header.reportingCurrency,
    message: header.message,
  };
}
