// Which deals a review may pick from: the open ones, and those won or lost in the review's period.

import { addDays, type Day } from '../base/day.ts';
import { type Outcome, outcomeOf } from '../deal/deal.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

export const STRATA = ['open', 'won', 'lost'] as const satisfies readonly Outcome[];

/** The stretch in which closed deals were closed, both ends included; without `to` it has no end. */
export interface ClosedSince {
  readonly from: Day;
  readonly to: Day | undefined;
}

export interface Stratum {
  readonly stratum: Outcome;
  /** By id. */
  readonly rows: readonly DealRow[];
  /** Closed deals without the day they were closed, which lie in no period. */
  readonly undated: number;
}

/** Where a review looks back to when nobody says: the last review, else so many days. */
export function closedSince(today: Day, lastReview: Day | undefined, closedWithinDays: number): ClosedSince {
  return { from: lastReview ?? addDays(today, -closedWithinDays), to: undefined };
}

/**
 * The deals of one stratum. A closed one that the clean-up has moved to the archive is still one of those closed
 * in its period; a deal merged into another is that other one.
 * @param isMine whether a row's owner is in the review
 */
export function stratumOf(
  state: Pick<Snapshot, 'deals' | 'archived'>,
  stratum: Outcome,
  period: ClosedSince,
  isMine: (row: DealRow) => boolean,
): Stratum {
  const pool: readonly DealRow[] = stratum === 'open' ? state.deals : [...state.deals, ...state.archived];
  // Of a row without a stage nothing but the id is known.
  const rows = pool.filter(
    (row) => row.stage !== '' && outcomeOf(row.stage) === stratum && row.mergedInto === '' && isMine(row),
  );
  if (stratum === 'open') return { stratum, rows: byId(rows), undated: 0 };
  const closed = rows.filter(({ close }) => close !== undefined && close >= period.from);
  return {
    stratum,
    rows: byId(
      closed.filter(({ close }) => period.to === undefined || (close !== undefined && close <= period.to)),
    ),
    undated: rows.filter(({ close }) => close === undefined).length,
  };
}

function byId(rows: readonly DealRow[]): readonly DealRow[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
}
