// The rows of the newest snapshot that unreadable deals stand with, kept between runs: a file that stays broken for
// weeks must not make every command read a snapshot.

import { fileSystemClock } from '../index-db/clock.ts';
import type { Index } from '../index-db/index-file.ts';
import type { Memo } from '../index-db/rows.ts';
import { customColumns, writeArchived, writeDeals } from '../snapshot/format-csv.ts';
import { readArchived, readDeals } from '../snapshot/read-csv.ts';
import type { ArchivedRow, DealRow } from '../snapshot/row.ts';
import { readSnapshot } from '../snapshot/store.ts';
import { snapshotInputs } from './snapshot-inputs.ts';

const KEY = 'carried';

export interface CarriedRows {
  readonly deals: readonly DealRow[];
  readonly archived: readonly ArchivedRow[];
  /** What the index is to keep; undefined where that is what it has. */
  readonly learned: Memo | undefined;
}

/**
 * The rows that a snapshot has of these deals.
 * @param name of the newest snapshot; undefined where there is none
 * @throws Failure `snapshot-damaged`, `newer-format`
 */
export function carriedRows(
  root: string,
  name: string | undefined,
  ids: readonly string[],
  index: Pick<Index, 'memo'>,
): CarriedRows {
  if (name === undefined || ids.length === 0) return { deals: [], archived: [], learned: undefined };
  const inputs = JSON.stringify([snapshotInputs(root, name).text, ids]);
  const memo = index.memo(KEY);
  if (memo?.inputs === inputs) return { ...rowsFrom(memo.value()), learned: undefined };

  const clock = fileSystemClock(root) ?? 0n;
  const input = snapshotInputs(root, name);
  const { deals, archived, digits } = readSnapshot(root, name);
  const wanted = new Set(ids);
  const value = textOf(
    deals.filter(({ id }) => wanted.has(id)),
    archived.filter(({ id }) => wanted.has(id)),
    digits,
  );
  const learned = input.lasting(clock)
    ? { key: KEY, inputs: JSON.stringify([input.text, ids]), value }
    : undefined;
  return { ...rowsFrom(value), learned };
}

interface KeptRows {
  /** As deals.csv has them. */
  readonly deals: string;
  /** As archived.csv has them. */
  readonly archived: string;
  /** Of the snapshot's reporting currency. */
  readonly digits: number;
}

function textOf(deals: readonly DealRow[], archived: readonly ArchivedRow[], digits: number): string {
  const custom = customColumns(deals, archived);
  const kept: KeptRows = {
    deals: writeDeals(deals, custom, digits),
    archived: writeArchived(archived, custom, digits),
    digits,
  };
  return JSON.stringify(kept);
}

function rowsFrom(value: string): Pick<CarriedRows, 'deals' | 'archived'> {
  const { deals, archived, digits }: KeptRows = JSON.parse(value);
  return {
    deals: [...readDeals(Buffer.from(deals), digits)],
    archived: [...readArchived(Buffer.from(archived), digits)],
  };
}
