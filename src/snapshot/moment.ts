// Which moment a snapshot is of: the one at which it was taken, or the start of the day that it was made for.

import type { Calendar } from '../base/calendar.ts';
import type { SnapshotHeader } from './snapshot.ts';

/** Whether a moment, in milliseconds, was over then. */
export function wasOverBy(
  { origin, takenAt, on }: Pick<SnapshotHeader, 'origin' | 'takenAt' | 'on'>,
  dayOf: Calendar,
): (atMs: number) => boolean {
  const taken = Date.parse(takenAt);
  return (atMs) => (origin === 'taken' ? atMs <= taken : dayOf(atMs) < on);
}
