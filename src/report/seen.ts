// What snapshots saw of one deal: an entry for the first that has it, and for each in which it had changed.

import type { Day } from '../base/day.ts';
import { type Decimal, sameAmount } from '../base/money.ts';
import { STAGE_NOT_KNOWN } from '../deal/deal.ts';
import type { LifePoint } from '../snapshot/life.ts';
import type { DealRow } from '../snapshot/row.ts';

const SEEN_FIELDS = ['stage', 'amount', 'close', 'owner'] as const;
type SeenField = (typeof SEEN_FIELDS)[number];

export interface Seen {
  readonly snapshot: string;
  readonly on: Day;
  /** The id that it had then. */
  readonly id: string;
  /** '' where the snapshot does not have it, though one before it has. */
  readonly stage: string;
  readonly amount: Decimal | null;
  readonly currency: string;
  readonly close: Day | null;
  readonly owner: string;
  /** What is other than in the entry before; all of it in the first one. A stage that comes to be known is no other one. */
  readonly changed: readonly SeenField[];
}

/** The entries, the earliest first. @param life the deal in each snapshot, the earliest first */
export function seenBy(life: readonly LifePoint[], now: Pick<DealRow, 'id'>): Seen[] {
  const entries: Seen[] = [];
  for (const {
    snapshot: { name, on },
    row,
  } of life) {
    const last = entries.at(-1);
    if (row === undefined && last === undefined) continue;
    const entry = entryOf(row, now.id);
    const changed =
      last === undefined ? [...SEEN_FIELDS] : SEEN_FIELDS.filter((field) => differs(field, last, entry));
    if (changed.length === 0) continue;
    const isTold = (field: SeenField) => field !== 'stage' || last?.stage !== STAGE_NOT_KNOWN;
    entries.push({ ...entry, snapshot: name, on, changed: changed.filter(isTold) });
  }
  return entries;
}

type Entry = Omit<Seen, 'snapshot' | 'on' | 'changed'>;

function entryOf(row: DealRow | undefined, id: string): Entry {
  if (row === undefined) return { id, stage: '', amount: null, currency: '', close: null, owner: '' };
  return {
    id: row.id,
    stage: row.stage,
    amount: row.amount ?? null,
    currency: row.currency,
    close: row.close ?? null,
    owner: row.owner,
  };
}

function differs(field: SeenField, before: Entry, entry: Entry): boolean {
  if (field !== 'amount') return before[field] !== entry[field];
  if (before.amount === null || entry.amount === null) return before.amount !== entry.amount;
  return before.currency !== entry.currency || !sameAmount(before.amount, entry.amount);
}
