// The snapshots of a book with the days that they know, and the working set as the last of them.

import type { Book } from '../book/book.ts';
import type { MeasureFacts } from '../report/trial-measure.ts';
import { NOW } from '../snapshot/names.ts';
import { lastDayOf } from '../snapshot/origin.ts';

/** Ascending; a snapshot of a day to come is none of them. */
export function datedSnapshots({
  state,
  today,
  snapshots,
  snapshotNames,
}: Book): Pick<MeasureFacts, 'snapshots' | 'read'> {
  const taken = snapshotNames.map((name) => ({ name, until: lastDayOf(snapshots.header(name)) }));
  return {
    snapshots: [...taken.filter(({ until }) => until <= today), { name: NOW, until: today }],
    read: (name) => (name === NOW ? state : snapshots.read(name)),
  };
}
