// What is different about a period's results from the snapshot in which it was first over.

import type { Day } from '../base/day.ts';
import type { Decimal } from '../base/money.ts';
import type { Period } from '../base/period.ts';
import type { Book } from '../book/book.ts';
import { changedSince, type LateChange } from '../results/since.ts';
import { dayOfName } from '../snapshot/names.ts';
import type { DealRow } from '../snapshot/row.ts';

export interface LateChangeView {
  readonly change: LateChange;
  readonly id: string;
  readonly stage_then: string | null;
  readonly stage_now: string | null;
  readonly amount_then: Decimal | null;
  readonly amount_now: Decimal | null;
  readonly close_then: Day | null;
  readonly close_now: Day | null;
}

export interface SinceItEnded {
  readonly snapshot: string;
  readonly changes: readonly LateChangeView[];
}

/** Against the first snapshot after its last day. */
export function sinceItEnded(
  book: Pick<Book, 'state' | 'snapshots' | 'snapshotNames' | 'today'>,
  period: Period,
  isChosen: (row: DealRow) => boolean,
): SinceItEnded | null {
  const name = book.snapshotNames.find((one) => dayOfName(one) > period.to && dayOfName(one) <= book.today);
  if (name === undefined) return null;
  const changes = changedSince(book.snapshots.read(name), book.state, period, isChosen);
  return {
    snapshot: name,
    changes: changes.map(({ change, id, before, after }) => ({
      change,
      id,
      stage_then: before?.stage ?? null,
      stage_now: after?.stage ?? null,
      amount_then: before?.amount ?? null,
      amount_now: after?.amount ?? null,
      close_then: before?.close ?? null,
      close_now: after?.close ?? null,
    })),
  };
}
