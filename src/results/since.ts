// Results that change after the fact: what a period's closings are now that they were not when it ended.

import { type Decimal, sameAmount } from '../base/money.ts';
import type { Period } from '../base/period.ts';
import { byFormerId, underItsIds } from '../deal/former-ids.ts';
import { closingsIn } from '../plan/closings.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** What happened to a deal of the period afterwards. */
export type LateChange =
  /** Counts now, and was not closed in it then: written down late, or dated back. */
  | 'late-win'
  | 'late-loss'
  | 'dated-back'
  /** Counted then, and does not any more. */
  | 'reopened'
  | 'dated-elsewhere'
  | 'removed'
  /** Counted then too, as something else. */
  | 'other-outcome'
  | 'other-value';

export interface ChangedSince {
  readonly change: LateChange;
  readonly id: string;
  /** As it was, and as it is; undefined: it was, or is, not there. */
  readonly before: DealRow | undefined;
  readonly after: DealRow | undefined;
}

type Rows = Pick<Snapshot, 'deals' | 'archived'>;

/**
 * By id. A deal that was renamed since is the same.
 * @param then the state in which the period was first over
 */
export function changedSince(
  then: Rows,
  now: Rows,
  period: Period,
  isChosen: (row: DealRow) => boolean,
): ChangedSince[] {
  const countedThen = byId(closedRows(then, period, isChosen));
  const countedNow = closedRows(now, period, isChosen);
  const rowsThen = byId([...then.deals, ...then.archived]);
  const heirs = byId([...now.deals, ...now.archived]);
  const formerly = byFormerId(heirs.values());
  const seen = new Set<string>();
  const found: ChangedSince[] = [];
  for (const row of countedNow) {
    const before = underItsIds(row, (id) => countedThen.get(id));
    if (before !== undefined) seen.add(before.id);
    const change = before === undefined ? newlyCounted(row, rowsThen) : changeOf(before, row);
    if (change === undefined) continue;
    found.push({
      change,
      id: row.id,
      before: before ?? underItsIds(row, (id) => rowsThen.get(id)),
      after: row,
    });
  }
  for (const before of countedThen.values()) {
    if (seen.has(before.id)) continue;
    const now = heirs.get(before.id) ?? formerly.get(before.id);
    found.push({ change: gone(now), id: now?.id ?? before.id, before, after: now });
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function newlyCounted(row: DealRow, rowsThen: ReadonlyMap<string, DealRow>): LateChange {
  const before = underItsIds(row, (id) => rowsThen.get(id));
  if (before?.stage === row.stage) return 'dated-back';
  return row.stage === 'won' ? 'late-win' : 'late-loss';
}

function changeOf(before: DealRow, now: DealRow): LateChange | undefined {
  if (before.stage !== now.stage) return 'other-outcome';
  // A value moves with the rates too; what people changed is the amount.
  const isSame = before.currency === now.currency && isSameAmount(before.amount, now.amount);
  return isSame ? undefined : 'other-value';
}

function isSameAmount(a: Decimal | undefined, b: Decimal | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && sameAmount(a, b));
}

function gone(now: DealRow | undefined): LateChange {
  if (now === undefined || now.mergedInto !== '') return 'removed';
  return now.stage === 'won' || now.stage === 'lost' ? 'dated-elsewhere' : 'reopened';
}

function closedRows(state: Rows, period: Period, isChosen: (row: DealRow) => boolean): DealRow[] {
  const { won, lost } = closingsIn(state, period, isChosen);
  return [...won, ...lost];
}

function byId(rows: readonly DealRow[]): Map<string, DealRow> {
  return new Map(rows.map((row) => [row.id, row]));
}
