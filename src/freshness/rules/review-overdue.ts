// Rule review-overdue: the newest review of deals is older than the rhythm allows.

import { dayValue, said } from '../../base/said.ts';
import { firstDay } from '../first-day.ts';
import { lateBy } from '../late-by.ts';
import type { BookRule } from '../rule.ts';

export const reviewOverdue: BookRule<'review-overdue'> = {
  id: 'review-overdue',
  title: 'Review is overdue',
  severity: 'warning',
  what: 'The newest review sheet (reviews/2026-11-23.md, one of an owner too) is older than rhythm.review allows. Before the first one: that long ago, deals were already written down here (documented_since, else the first `recorded`).',
  why: 'Deals that nobody looks through drift: dates slip and values shrink without a word.',
  fix: 'Look the deals through that pipeline review picks, and write down what was said on its sheet.',
  over: 'book',
  notInSnapshots: 'a snapshot does not keep the reviews',
  check(book) {
    const newest = book.newestReview?.();
    const since = newest === undefined ? firstDay(book) : newest.day;
    const late = since && lateBy(book.settings.rhythm.review, since, book.today);
    if (late === undefined) return [];
    const message =
      newest === undefined
        ? said(
            'No review is on record. The first one was due on {due}, {days, plural, one {{days} day} other {{days} days}} ago (rhythm: {rhythm}).',
            late.values,
          )
        : said(
            'The newest review is of {on}. The next one was due on {due}, {days, plural, one {{days} day} other {{days} days}} ago (rhythm: {rhythm}).',
            { ...late.values, on: dayValue(newest.day) },
          );
    return [
      {
        place: { file: newest?.file ?? 'pipeline.yaml', line: undefined, column: undefined },
        message,
        hint: 'Look deals through: pipeline review --sheet',
        days: late.days,
      },
    ];
  },
};
