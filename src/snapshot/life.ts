// One deal through the snapshots: which row of each is it, under whatever id it had then.

import { formerIdsOf, idsOf } from '../deal/former-ids.ts';
import type { ArchivedRow, DealRow } from './row.ts';
import { type Identity, pairIds } from './series-pairs.ts';
import type { Snapshot } from './snapshot.ts';

/** What a snapshot has of the deal. */
export interface LifePoint {
  /** Without its rows. */
  readonly snapshot: Snapshot;
  /** Undefined where it is not there. */
  readonly row: DealRow | ArchivedRow | undefined;
}

/** The snapshot of a name: whole, or with at least every row that names any of the words. */
export type ReadSnapshot = (name: string, words?: readonly string[]) => Snapshot;

/**
 * The deal in each snapshot, the earliest first. A renamed deal is followed back as a diff pairs it.
 * @param newestFirst the snapshots' names
 * @param present all that are there now, itself included
 */
export function lifeOf(
  newestFirst: readonly string[],
  read: ReadSnapshot,
  now: Identity,
  present: readonly Identity[],
): LifePoint[] {
  const points: LifePoint[] = [];
  let identity: Identity = now;
  let after = () => present;
  for (const name of newestFirst) {
    const { source } = identity;
    const snapshot = read(name, [...idsOf(identity), ...(source === '' ? [] : [source])]);
    const all = () => rowsOf(read(name));
    const row = rowOf(identity, rowsOf(snapshot), all, after);
    if (row !== undefined) identity = before(identity, row);
    points.push({ snapshot: { ...snapshot, deals: [], archived: [] }, row });
    after = all;
  }
  return points.reverse();
}

function rowsOf({ deals, archived }: Snapshot): (DealRow | ArchivedRow)[] {
  return [...deals, ...archived];
}

/** Who it was before a row: by what the row says, else by what is known of it since. */
function before(since: Identity, row: DealRow): Identity {
  const ids = idsOf(since);
  const at = ids.indexOf(row.id);
  const was = row.was === '' && at >= 0 ? ids.slice(at + 1).join(' ') : row.was;
  return { id: row.id, was, source: row.source === '' ? since.source : row.source };
}

/**
 * @param rows those that may be it
 * @param all every row of the snapshot: who else may be heir of one is asked only where it goes by another id
 * @param after who is there in the snapshot after
 */
function rowOf<Row extends DealRow>(
  identity: Identity,
  rows: readonly Row[],
  all: () => readonly Row[],
  after: () => readonly Identity[],
): Row | undefined {
  const same = rows.find((row) => row.id === identity.id);
  if (same !== undefined) return same;
  const formers = formerIdsOf(identity);
  const mayBeIt = ({ id, source }: Row) =>
    formers.includes(id) || (source !== '' && source === identity.source);
  if (!rows.some(mayBeIt)) return undefined;
  const known = Object.fromEntries(all().map((row) => [row.id, row]));
  const others = after().filter(({ id }) => id !== identity.id);
  const former = pairIds(known, [identity, ...others]).get(identity.id);
  return former === undefined ? undefined : known[former];
}
