// What snapshots saw of one deal: an entry for the first that has it, and for each in which it had changed.

import type { Day } from '../base/day.ts';
import { type Decimal, sameAmount } from '../base/money.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

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
  /** What is other than in the entry before; all of it in the first one. */
  readonly changed: readonly SeenField[];
}

type Looked = Pick<Snapshot, 'name' | 'on' | 'deals' | 'archived'>;

/**
 * The entries, the earliest first. A renamed deal is followed back by its former id, else by its source.
 * @param newestFirst the snapshots, each read when it is asked for
 */
export function seenBy(newestFirst: Iterable<Looked>, now: DealRow): Seen[] {
  const rows: { snapshot: string; on: Day; row: DealRow | undefined }[] = [];
  let identity: Identity = now;
  for (const { name, on, deals, archived } of newestFirst) {
    const row = rowOf(identity, [...deals, ...archived]);
    if (row !== undefined) identity = before(identity, row);
    rows.unshift({ snapshot: name, on, row });
  }
  const entries: Seen[] = [];
  for (const { snapshot, on, row } of rows) {
    const last = entries.at(-1);
    if (row === undefined && last === undefined) continue;
    const entry = entryOf(row, now.id);
    const changed =
      last === undefined ? [...SEEN_FIELDS] : SEEN_FIELDS.filter((field) => differs(field, last, entry));
    if (changed.length > 0) entries.push({ ...entry, snapshot, on, changed });
  }
  return entries;
}

type Identity = Pick<DealRow, 'id' | 'was' | 'source'>;

/** Who it was before a row: by what the row says, else by what is known of it since. */
function before(since: Identity, row: DealRow): Identity {
  const was = row.was === '' && row.id === since.id ? since.was : row.was;
  return { id: row.id, was, source: row.source === '' ? since.source : row.source };
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

function rowOf({ id, was, source }: Identity, rows: readonly DealRow[]) {
  const same =
    rows.find((row) => row.id === id) ?? (was === '' ? undefined : rows.find((row) => row.id === was));
  if (same !== undefined || source === '') return same;
  const ofSource = rows.filter((row) => row.source === source);
  return ofSource.length === 1 ? ofSource[0] : undefined;
}
