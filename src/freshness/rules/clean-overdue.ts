// Rule clean-overdue: the last clean-up is longer ago than the rhythm allows.

import { dayValue, said } from '../../base/said.ts';
import { firstDay } from '../first-day.ts';
import { lateBy } from '../late-by.ts';
import type { BookRule } from '../rule.ts';

export const cleanOverdue: BookRule<'clean-overdue'> = {
  id: 'clean-overdue',
  title: 'Clean-up is overdue',
  severity: 'warning',
  what: 'The newest clean-up (cleanups/2026-Q4.md) is older than rhythm.clean allows. Before the first one: that long ago, deals were already written down here (documented_since, else the first `recorded`).',
  why: 'Finished and forgotten deals stand among those that somebody works on, and every list grows longer.',
  fix: 'Look at what a clean-up proposes, decide, and carry it out.',
  over: 'book',
  notInSnapshots: 'a snapshot does not keep the clean-ups',
  check(book) {
    const newest = book.newestCleanup?.();
    const since = newest === undefined ? firstDay(book) : newest.day;
    const late = since && lateBy(book.settings.rhythm.clean, since, book.today);
    if (late === undefined) return [];
    const message =
      newest === undefined
        ? said(
            'No clean-up is on record. The first one was due on {due}, {days, plural, one {{days} day} other {{days} days}} ago (rhythm: {rhythm}).',
            late.values,
          )
        : said(
            'The newest clean-up is of {on}. The next one was due on {due}, {days, plural, one {{days} day} other {{days} days}} ago (rhythm: {rhythm}).',
            { ...late.values, on: dayValue(newest.day) },
          );
    return [
      {
        place: { file: newest?.file ?? 'pipeline.yaml', line: undefined, column: undefined },
        message,
        hint: 'See what it would do: pipeline clean --dry-run',
        days: late.days,
      },
    ];
  },
};
