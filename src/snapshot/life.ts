// One deal through the snapshots: which row of each is it, under whatever id it had then.

import { formerIdsOf, idsOf } from '../deal/former-ids.ts';
import type { ArchivedRow, DealRow } from './row.ts';
import type { Identity } from './series-pairs.ts';
import type { Snapshot } from './snapshot.ts';

/** What a snapshot has of the deal. */
export interface LifePoint {
  /** Without its rows. */
  readonly snapshot: Snapshot;
  /** Undefined where it is not there. */
  readonly row: DealRow | ArchivedRow | undefined;
}

/**
 * The deal in each snapshot, the earliest first. A renamed deal is followed back as a diff pairs it: to the latest id that it had before
 * where no deal has that any more, else to the only one of its source.
 * @param newestFirst the snapshots' names
 * @param read the snapshot of a name, with at least every row that names any of these words
 * @param present all that are there now, itself included
 */
export function lifeOf(
  newestFirst: readonly string[],
  read: (name: string, words: readonly string[]) => Snapshot,
  now: Identity,
  present: readonly Identity[],
): LifePoint[] {
  const points: LifePoint[] = [];
  let identity: Identity = now;
  let after = present;
  for (const name of newestFirst) {
    const { source } = identity;
    const snapshot = read(name, [...idsOf(identity), ...(source === '' ? [] : [source])]);
    const rows = [...snapshot.deals, ...snapshot.archived];
    const row = rowOf(identity, rows, after);
    if (row !== undefined) identity = before(identity, row);
    points.push({ snapshot: { ...snapshot, deals: [], archived: [] }, row });
    after = rows;
  }
  return points.reverse();
}

/** Who it was before a row: by what the row says, else by what is known of it since. */
function before(since: Identity, row: DealRow): Identity {
  const ids = idsOf(since);
  const at = ids.indexOf(row.id);
  const was = row.was === '' && at >= 0 ? ids.slice(at + 1).join(' ') : row.was;
  return { id: row.id, was, source: row.source === '' ? since.source : row.source };
}

/** @param after who is there in the snapshot after, as far as they name any of the words */
function rowOf<Row extends DealRow>(
  identity: Identity,
  rows: readonly Row[],
  after: readonly Identity[],
): Row | undefined {
  const { id, source } = identity;
  const isStill = (other: string) => after.some((one) => one.id === other);
  const same = rows.find((row) => row.id === id);
  if (same !== undefined) return same;
  const former = formerIdsOf(identity)
    .filter((one) => !isStill(one))
    .map((one) => rows.find((row) => row.id === one))
    .find((found) => found !== undefined);
  if (former !== undefined || source === '') return former;
  const [only, ...others] = rows.filter((row) => row.source === source);
  const heirs = after.filter((one) => one.source === source).length;
  return others.length > 0 || heirs > 1 || only === undefined || isStill(only.id) ? undefined : only;
}
