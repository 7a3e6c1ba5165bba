// What a snapshot's origin says of what it can know.

import { addDays, type Day } from '../base/day.ts';
import type { SnapshotHeader } from './snapshot.ts';

/** Whether an empty field may mean that nobody knows, and not that there is nothing. */
export function mayLack({ origin = 'taken' }: Partial<Pick<SnapshotHeader, 'origin'>>): boolean {
  return origin !== 'taken' && origin !== 'backfill-git';
}

/** The last day that it knows of: one that was made at the start of a day knows the day before. */
export function lastDayOf({ on, origin }: Pick<SnapshotHeader, 'on' | 'origin'>): Day {
  return origin === 'taken' || origin === 'backfill-exports' ? on : addDays(on, -1);
}
