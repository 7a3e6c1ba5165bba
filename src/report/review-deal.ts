// One deal of a review as its view has it: why it was picked, what was found, how it moved.

import { type Day, daysBetween } from '../base/day.ts';
import { grouped } from '../base/grouped.ts';
import { type Decimal, fromMinor } from '../base/money.ts';
import { periodAround } from '../base/period.ts';
import type { Severity } from '../base/problem.ts';
import type { Sayable } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import { EXCEPTION } from '../deal/own-activities.ts';
import type { Finding, Findings } from '../freshness/finding.ts';
import { diffSnapshots } from '../movement/compare.ts';
import type { Side } from '../movement/side.ts';
import type { Pick as Picked, Why } from '../review/sample.ts';
import type { DealRow } from '../snapshot/row.ts';
import { type MovementView, movementView } from './diff-movement.ts';

export interface ReviewedDeal {
  readonly id: string;
  readonly why: Why;
  /** From 1, among those picked for the same reason. */
  readonly rank: number;
  /** The chance it had of being picked, 0 to 1. */
  readonly probability: number;
  readonly value: Decimal | null;
  readonly name: string;
  readonly account: string;
  readonly owner: string;
  readonly stage: string;
  readonly close: Day | null;
  /** Why a person marked it important; '' where nobody did. */
  readonly important: string;
  /** How often snapshots saw its close date move, and by how many days in all; null where a date is missing. */
  readonly close_moves: number;
  readonly close_moved_days: number | null;
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: Severity;
    readonly days: number | null;
    readonly message: Sayable;
  }[];
  /** Moves against the process that somebody gave a reason for, and reopenings, by day; empty where a snapshot is shown. */
  readonly exceptions: readonly { readonly on: Day; readonly note: string }[];
  /** Since the snapshot before today; null where there is none. */
  readonly movements: readonly MovementView[] | null;
}

/** A function that describes a deal that was picked. */
export function describing(
  { state, today, settings, deals }: Pick<Book, 'state' | 'today' | 'settings' | 'deals'>,
  previous: Side | undefined,
  found: Findings,
): (picked: Picked, row: DealRow) => ReviewedDeal {
  const { digits } = state;
  const quarter = periodAround(today, 'quarter', settings.fiscalYearStarts);
  const moved =
    previous === undefined
      ? undefined
      : new Map(diffSnapshots(previous, state).map(({ id, movements }) => [id, movements]));
  const findings = grouped(found.findings, ({ id }) => id);
  return ({ id, why, rank, probability, value }, row) => ({
    id,
    why,
    rank,
    probability,
    value: value === undefined ? null : fromMinor(value, digits),
    name: row.name,
    account: row.account,
    owner: row.owner,
    stage: row.stage,
    close: row.close ?? null,
    important: row.important,
    close_moves: row.closeMoves,
    close_moved_days:
      row.closeFirst === undefined || row.close === undefined ? null : daysBetween(row.closeFirst, row.close),
    findings: (findings.get(id) ?? []).map(findingView),
    exceptions: (deals.get(id)?.activities ?? [])
      .filter(({ type }) => type === EXCEPTION)
      .map(({ on, note = '' }) => ({ on, note })),
    movements:
      moved === undefined ? null : (moved.get(id) ?? []).map((one) => movementView(one, digits, quarter)),
  });
}

function findingView({ rule, severity, days, message }: Finding): ReviewedDeal['findings'][number] {
  return { rule, severity, days: days ?? null, message };
}
