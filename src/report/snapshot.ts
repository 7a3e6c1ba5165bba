// pipeline/snapshot/1: what a snapshot holds, as its report tells it: funnel, what moved since the one before,
// freshness, and what is not in the figures.

import type { Day } from '../base/day.ts';
import { periodAround } from '../base/period.ts';
import type { Sayable } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import { indexFindings } from '../freshness/findings.ts';
import { openDeals } from '../freshness/open-deals.ts';
import { ownerKey } from '../freshness/owner.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

import { type DiffView, diffView } from './diff.ts';
import { type CountAndMoney, countAndMoney } from './freshness.ts';
import { type StaleView, wholeStaleView } from './stale.ts';
import { type StatusView, statusView } from './status.ts';

export interface SnapshotView {
  readonly schema: 'pipeline/snapshot/1';
  /** Of the snapshot: `2026-11-23`. */
  readonly name: string;
  readonly on: Day;
  readonly taken_at: string;
  readonly message: string;
  readonly workspace: string;
  readonly currency: string;
  /** Deals in the two files. */
  readonly deals: number;
  readonly archived: number;
  readonly stages: StatusView['stages'];
  readonly open: CountAndMoney;
  readonly won: CountAndMoney;
  readonly lost: CountAndMoney;
  readonly recorded_from_first_stage: StatusView['recorded_from_first_stage'];
  /** The name of the snapshot before; null: there is none. */
  readonly previous: string | null;
  /** The diff from that one; null: there is none, or it is in another reporting currency. */
  readonly since: DiffView | null;
  readonly freshness: StaleView['freshness'];
  readonly owners: StaleView['groups'];
  readonly not_fresh: StaleView['not_fresh'];
  readonly not_evaluated: StaleView['not_evaluated'];
  /** They stand as in the snapshot before, or as a bare id in the archive. */
  readonly unreadable: readonly { readonly id: string; readonly problem: string }[];
  /** They cannot be read, and no snapshot has them: in no row. */
  readonly left_out: readonly string[];
  /** Deals that a complete export of the mirrored CRM lacked. */
  readonly missing: readonly { readonly id: string; readonly since: Day }[];
  /** What else a reader has to know: sentences. */
  readonly remarks: readonly Sayable[];
}

/**
 * @param book with the snapshot as its state
 * @param previous the snapshot before; undefined where there is none
 * @throws Failure `sum-too-large`
 */
export function snapshotView(
  book: Book,
  previous: Snapshot | undefined,
  remarks: readonly Sayable[] = [],
): SnapshotView {
  const { state, settings } = book;
  const found = indexFindings(book, openDeals(state));
  const status = statusView({ book, previous: undefined, newest: undefined, headers: [], found, due: [] });
  const stale = wholeStaleView(book, found);
  const totalOf = (stage: string): CountAndMoney => {
    const total = state.totals.find((one) => one.stage === stage);
    return countAndMoney({ count: total?.deals ?? 0, value: total?.value ?? 0 }, state.digits);
  };
  return {
    schema: 'pipeline/snapshot/1',
    name: state.name,
    on: state.on,
    taken_at: state.takenAt,
    message: state.message,
    workspace: settings.name,
    currency: state.reportingCurrency,
    deals: state.deals.length,
    archived: state.archived.length,
    stages: status.stages,
    open: status.open,
    won: totalOf('won'),
    lost: totalOf('lost'),
    recorded_from_first_stage: status.recorded_from_first_stage,
    previous: previous?.name ?? null,
    since: previous === undefined ? null : movedSince(previous, book),
    freshness: stale.freshness,
    owners: stale.groups,
    not_fresh: stale.not_fresh,
    not_evaluated: stale.not_evaluated,
    unreadable: [...state.deals, ...state.archived].flatMap(problemOf),
    left_out: book.leftOut,
    missing: state.deals.flatMap(({ id, missing }) =>
      missing === undefined ? [] : [{ id, since: missing }],
    ),
    remarks,
  };
}

function problemOf({ id, problem }: DealRow): { id: string; problem: string }[] {
  return problem === '' ? [] : [{ id, problem }];
}

/** What moved from a snapshot to the book's state; null where it is in another reporting currency. @throws Failure `sum-too-large` */
export function movedSince(previous: Snapshot, { state, settings, leftOut }: Book): DiffView | null {
  if (previous.reportingCurrency !== state.reportingCurrency) return null;
  return diffView(previous, state, {
    period: undefined,
    owners: [],
    stages: [],
    only: [],
    explain: undefined,
    quarter: periodAround(state.on, 'quarter', settings.fiscalYearStarts),
    ownerKey: (owner) => ownerKey(settings.team, owner),
    leftOut,
    withIdle: false,
  });
}
