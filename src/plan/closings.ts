// The deals that were won and lost in a period, wherever they are now: a clean-up moves files, it changes no result.

import { isIn, type Period } from '../base/period.ts';
import { outcomeOf } from '../deal/deal.ts';
import { mayLack } from '../snapshot/origin.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

export interface Closings {
  readonly won: readonly DealRow[];
  readonly lost: readonly DealRow[];
}

type Rows = Pick<Snapshot, 'deals' | 'archived'>;

/** Won or lost with a close date in the period; one that was merged into another is that other one. */
export function closingsIn(state: Rows, period: Period, isChosen: (row: DealRow) => boolean): Closings {
  const closed = closedDeals(state).filter((row) => isIn(period, row.close) && isChosen(row));
  return {
    won: closed.filter(({ stage }) => stage === 'won'),
    lost: closed.filter(({ stage }) => stage === 'lost'),
  };
}

/** All that are won or lost, with and without a close date. */
export function closedDeals({ deals, archived }: Rows): DealRow[] {
  return [...deals, ...archived].filter(
    ({ stage, mergedInto }) => stage !== '' && mergedInto === '' && outcomeOf(stage) !== 'open',
  );
}

/** Whether a snapshot can tell what was due: one made of dates knows of open deals neither close date nor value. */
export function tellsDue(snapshot: Pick<Snapshot, 'deals' | 'origin'>): boolean {
  const open = snapshot.deals.filter(({ stage }) => stage !== '' && outcomeOf(stage) === 'open');
  return (
    !mayLack(snapshot) ||
    open.length === 0 ||
    open.some(({ close, value }) => close !== undefined && value !== undefined)
  );
}

/** The open deals that are expected to close in the period. */
export function dueIn(
  { deals }: Pick<Snapshot, 'deals'>,
  period: Period,
  isChosen: (row: DealRow) => boolean,
): DealRow[] {
  return deals.filter(
    (row) => row.stage !== '' && outcomeOf(row.stage) === 'open' && isIn(period, row.close) && isChosen(row),
  );
}
