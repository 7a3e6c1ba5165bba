// One deal through the snapshots: which row of each is it, under whatever id it had then.

import type { ArchivedRow, DealRow } from './row.ts';
import type { Identity } from './series-pairs.ts';
import type { Snapshot } from './snapshot.ts';

/** What a snapshot has of the deal. */
export interface LifePoint {
  /** With the rows that may be the deal's at least. */
  readonly snapshot: Snapshot;
  /** Undefined where it is not there. */
  readonly row: DealRow | ArchivedRow | undefined;
}

/**
 * The deal in each snapshot, the earliest first. A renamed deal is followed back by its former id, else by its source
 * where only one has it.
 * @param newestFirst the snapshots' names
 * @param read the snapshot of a name, with at least every row that names any of these words
 */
export function lifeOf(
  newestFirst: readonly string[],
  read: (name: string, words: readonly string[]) => Snapshot,
  now: Identity,
): LifePoint[] {
  const points: LifePoint[] = [];
  let identity: Identity = now;
  for (const name of newestFirst) {
    const { id, was, source } = identity;
    const snapshot = read(
      name,
      [id, was, source].filter((word) => word !== ''),
    );
    const row = rowOf(identity, [...snapshot.deals, ...snapshot.archived]);
    if (row !== undefined) identity = before(identity, row);
    points.push({ snapshot, row });
  }
  return points.reverse();
}

/** Who it was before a row: by what the row says, else by what is known of it since. */
function before(since: Identity, row: DealRow): Identity {
  const was = row.was === '' && row.id === since.id ? since.was : row.was;
  return { id: row.id, was, source: row.source === '' ? since.source : row.source };
}

function rowOf<Row extends DealRow>({ id, was, source }: Identity, rows: readonly Row[]): Row | undefined {
  const same =
    rows.find((row) => row.id === id) ?? (was === '' ? undefined : rows.find((row) => row.id === was));
  if (same !== undefined || source === '') return same;
  const ofSource = rows.filter((row) => row.source === source);
  return ofSource.length === 1 ? ofSource[0] : undefined;
}
