// Rule snapshot-overdue: the newest snapshot is older than the rhythm allows.

import { type Day, daysBetween } from '../../base/day.ts';
import { dayOfName } from '../../snapshot/names.ts';
import { dueAfter, rhythmText } from '../../workspace/rhythm.ts';
import { daysText } from '../days-text.ts';
import type { BookRule, Looked } from '../rule.ts';

export const snapshotOverdue: BookRule<'snapshot-overdue'> = {
  id: 'snapshot-overdue',
  title: 'Snapshot is overdue',
  severity: 'warning',
  what: 'The newest snapshot that was taken is older than rhythm.snapshot allows. Before the first one: that long ago, deals were already written down here (documented_since, else the first `recorded`).',
  why: 'What nobody recorded in its week shows in no diff and in no trend, and can never be taken later.',
  fix: 'Take one; a scheduler takes each on its day with pipeline snapshot --if-due.',
  over: 'book',
  notInSnapshots: 'on its own day no snapshot is late',
  check(book) {
    const { settings, today } = book;
    const newest = book.newestTaken?.();
    const since = newest === undefined ? firstDay(book) : dayOfName(newest);
    if (since === undefined) return [];
    const due = dueAfter(settings.rhythm.snapshot, since);
    if (today <= due) return [];
    const days = daysBetween(due, today);
    const [file, what] =
      newest === undefined
        ? ['pipeline.yaml', 'No snapshot was taken yet. The first']
        : [`snapshots/${newest}/snapshot.yaml`, `The newest snapshot is of ${since}. The next`];
    const rhythm = rhythmText(settings.rhythm.snapshot);
    return [
      {
        place: { file, line: undefined, column: undefined },
        message: `${what} one was due on ${due}, ${daysText(days)} ago (rhythm: ${rhythm}).`,
        hint: hintFor(settings.sourceOfRecord),
        days,
      },
    ];
  },
};

/** The day since which deals are written down here; undefined where nothing tells it: then none is late yet. */
function firstDay({ settings, state }: Looked): Day | undefined {
  if (settings.documentedSince !== undefined) return settings.documentedSince;
  const recorded = [...state.deals, ...state.archived].map((row) => row.recorded);
  return recorded.filter((day) => day !== undefined).sort()[0];
}

function hintFor(system: string): string {
  if (system === '') return 'Take one: pipeline snapshot';
  return `Export the deals from ${system} and take it with them: pipeline week FILE`;
}
