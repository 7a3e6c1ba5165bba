// Rule snapshot-overdue: the newest snapshot is older than the rhythm allows.

import { dayValue, type Sayable, said } from '../../base/said.ts';
import { dayOfName } from '../../snapshot/names.ts';
import { firstDay } from '../first-day.ts';
import { lateBy } from '../late-by.ts';
import type { BookRule } from '../rule.ts';

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
    const late = since && lateBy(settings.rhythm.snapshot, since, today);
    if (late === undefined) return [];
    const file = newest === undefined ? 'pipeline.yaml' : `snapshots/${newest}/snapshot.yaml`;
    const message =
      since === undefined || newest === undefined
        ? said(
            'No snapshot was taken yet. The first one was due on {due}, {days, plural, one {{days} day} other {{days} days}} ago (rhythm: {rhythm}).',
            late.values,
          )
        : said(
            'The newest snapshot is of {on}. The next one was due on {due}, {days, plural, one {{days} day} other {{days} days}} ago (rhythm: {rhythm}).',
            { ...late.values, on: dayValue(since) },
          );
    return [
      {
        place: { file, line: undefined, column: undefined },
        message,
        hint: hintFor(settings.sourceOfRecord),
        days: late.days,
      },
    ];
  },
};

function hintFor(system: string): Sayable {
  if (system === '') return 'Take one: pipeline snapshot';
  return said('Export the deals from {system} and take it with them: pipeline week FILE', { system });
}
