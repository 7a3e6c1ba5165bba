// The snapshots that a book's present is held against: the one before today, and the newest ones.

import { addDays, type Day } from '../base/day.ts';
import { type LifePoint, lifeOf, type ReadSnapshot } from '../snapshot/life.ts';
import { dayOfName, newestUntil } from '../snapshot/names.ts';
import type { DealRow } from '../snapshot/row.ts';
import { emptySeries, foldSeries, type SeriesFacts } from '../snapshot/series.ts';
import type { Identity } from '../snapshot/series-pairs.ts';
import type { Snapshot, SnapshotHeader } from '../snapshot/snapshot.ts';
import type { Book } from './book.ts';

type Dated = Pick<Book, 'snapshots' | 'today' | 'snapshotNames'>;

/** The newest snapshot dated before the book's day, which movements are counted from; undefined where there is none. */
export function previousSnapshot({ snapshots, today, snapshotNames }: Dated): Snapshot | undefined {
  const name = newestUntil(snapshotNames, addDays(today, -1));
  return name === undefined ? undefined : snapshots.read(name);
}

/** The day of the newest snapshot of the book's day or before. */
export function newestDay({ today, snapshotNames }: Dated): Day | undefined {
  const name = newestUntil(snapshotNames, today);
  return name === undefined ? undefined : dayOfName(name);
}

/** What the snapshots from that day up to the book's say of themselves, ascending. @throws as Snapshots.header */
export function headersFrom(from: Day, { snapshots, today, snapshotNames }: Dated): SnapshotHeader[] {
  return snapshotNames
    .filter((name) => dayOfName(name) >= from && dayOfName(name) <= today)
    .map((name) => snapshots.header(name));
}

/** The newest day of those that were taken; a backfilled one keeps no rhythm. */
export function newestTakenDay({ newestTaken }: Pick<Book, 'newestTaken'>): Day | undefined {
  const name = newestTaken?.();
  return name === undefined ? undefined : dayOfName(name);
}

/** A deal in each snapshot of the book's day or before, the earliest first. */
export function pastOf(
  deal: Identity,
  { snapshots, today, snapshotNames, state }: Dated & Pick<Book, 'state'>,
): LifePoint[] {
  const names = snapshotNames.filter((name) => dayOfName(name) <= today).toReversed();
  const present = [...state.deals, ...state.archived];
  const read: ReadSnapshot = (name, words) =>
    words === undefined ? snapshots.read(name) : snapshots.rowsWith(name, words);
  return lifeOf(names, read, deal, present);
}

/** What the snapshots up to one of them, itself included, tell about each deal. */
export function seriesUntil(
  name: string,
  { snapshots, snapshotNames }: Pick<Book, 'snapshots' | 'snapshotNames'>,
): SeriesFacts {
  const names = snapshotNames.filter((one) => one <= name);
  return names.reduce((facts, one) => foldSeries(facts, snapshots.read(one)), emptySeries());
}

/** The newest row that a snapshot has under that id, of a deal that is gone since; undefined where none has it. */
export function lastRowOf(id: string, { snapshots, today, snapshotNames }: Dated): DealRow | undefined {
  for (const name of snapshotNames.toReversed()) {
    if (dayOfName(name) > today) continue;
    const { deals, archived } = snapshots.rowsWith(name, [id]);
    const row = [...deals, ...archived].find((one) => one.id === id);
    if (row !== undefined) return row;
  }
  return undefined;
}
