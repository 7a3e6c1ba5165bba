// The snapshots that a book's present is held against: the one before today, and the newest ones.

import { addDays, type Day } from '../base/day.ts';
import { dayOfName, newestUntil } from '../snapshot/names.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { readHeader, readSnapshot } from '../snapshot/store.ts';
import type { Book } from './book.ts';

type Dated = Pick<Book, 'root' | 'today' | 'snapshotNames'>;

/** The newest snapshot dated before the book's day, which movements are counted from; undefined where there is none. */
export function previousSnapshot({ root, today, snapshotNames }: Dated): Snapshot | undefined {
  const name = newestUntil(snapshotNames, addDays(today, -1));
  return name === undefined ? undefined : readSnapshot(root, name);
}

/** The day of the newest snapshot of the book's day or before. */
export function newestDay({ today, snapshotNames }: Dated): Day | undefined {
  const name = newestUntil(snapshotNames, today);
  return name === undefined ? undefined : dayOfName(name);
}

/** The same of those that were taken; a backfilled one keeps no rhythm. */
export function newestTakenDay({ root, today, snapshotNames }: Dated): Day | undefined {
  const name = snapshotNames.findLast(
    (one) => dayOfName(one) <= today && readHeader(root, one).origin === 'taken',
  );
  return name === undefined ? undefined : dayOfName(name);
}

/** The snapshots of the book's day or before, the newest first, each read when it is asked for. */
export function* snapshotsBack({ root, today, snapshotNames }: Dated): Generator<Snapshot> {
  for (const name of snapshotNames.toReversed()) if (dayOfName(name) <= today) yield readSnapshot(root, name);
}
