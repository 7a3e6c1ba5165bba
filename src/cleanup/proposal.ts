// What a clean-up proposes: finished deals to archive, forgotten ones to decide on, duplicates to merge.

import { compareText } from '../base/compare-text.ts';
import { type Day, daysBetween } from '../base/day.ts';
import type { Period } from '../base/period.ts';
import { outcomeOf } from '../deal/deal.ts';
import { type Likeness, openDuplicates } from '../freshness/duplicates.ts';
import { isOpen } from '../freshness/open-deals.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Settings } from '../workspace/settings.ts';

/** A deal that was won or lost more than clean.closed_after days ago. */
export interface Finished {
  readonly row: DealRow;
  readonly closedOn: Day;
  readonly days: number;
}

/** An open deal without a sign of life for clean.forgotten_after days or more. */
export interface Forgotten {
  readonly row: DealRow;
  readonly days: number;
}

export interface Proposal {
  /** The fiscal quarter whose folder in archive/ and whose report in cleanups/ it goes to. */
  readonly quarter: Period;
  readonly on: Day;
  /** The longest closed first. */
  readonly finished: readonly Finished[];
  /** The largest first. */
  readonly forgotten: readonly Forgotten[];
  /** Both of each are open; the likest first. */
  readonly duplicates: readonly Likeness[];
  /** Closed deals that do not say when: nobody can say how long ago. By id. */
  readonly undated: readonly DealRow[];
  /** Forgotten, but kept by a waiver that is in force. By id. */
  readonly kept: readonly DealRow[];
}

/** @param state the working set; what cannot be read is in no group */
export function proposalFor(
  state: Pick<Snapshot, 'deals'>,
  { clean }: Pick<Settings, 'clean'>,
  quarter: Period,
  on: Day,
): Proposal {
  const open = state.deals.filter(isOpen);
  const closed = state.deals.filter((row) => row.problem === '' && outcomeOf(row.stage) !== 'open');
  const forgotten = open
    .map((row) => ({ row, days: daysBetween(row.lastSignOfLife ?? on, on) }))
    .filter(({ days }) => days >= clean.forgottenAfter);
  const finished = closed.flatMap((row) => {
    const closedOn = closedDay(row);
    return closedOn === undefined ? [] : [{ row, closedOn, days: daysBetween(closedOn, on) }];
  });
  return {
    quarter,
    on,
    finished: finished
      .filter(({ days }) => days > clean.closedAfter)
      .sort((a, b) => b.days - a.days || byId(a.row, b.row)),
    forgotten: forgotten
      .filter(({ row }) => !isKept(row, on))
      .sort((a, b) => (b.row.value ?? 0) - (a.row.value ?? 0) || byId(a.row, b.row)),
    duplicates: openDuplicates(open, on).pairs,
    undated: closed.filter((row) => closedDay(row) === undefined).sort(byId),
    kept: forgotten
      .map(({ row }) => row)
      .filter((row) => isKept(row, on))
      .sort(byId),
  };
}

/** The day that a deal was closed: its close date, else the day of the outcome on record; undefined: not told. */
export function closedDay({ stage, close, stages }: DealRow): Day | undefined {
  return close ?? stages.findLast((entry) => entry.stage === stage)?.on;
}

function isKept({ waived }: DealRow, on: Day): boolean {
  return waived.some(({ rule, until }) => rule === 'forgotten' && until >= on);
}

function byId(a: DealRow, b: DealRow): number {
  return compareText(a.id, b.id);
}
