// Rule review-overdue: the newest review of deals is older than the rhythm allows.

import { lateBy } from '../late-by.ts';
import type { BookRule } from '../rule.ts';

export const reviewOverdue: BookRule<'review-overdue'> = {
  id: 'review-overdue',
  title: 'Review is overdue',
  severity: 'warning',
  what: 'The newest review sheet (reviews/2026-11-23.md, one of an owner too) is older than rhythm.review allows. Before the first one none is late.',
  why: 'Deals that nobody looks through drift: dates slip and values shrink without a word.',
  fix: 'Look the deals through that pipeline review picks.',
  over: 'book',
  notInSnapshots: 'a snapshot does not keep the reviews',
  check(book) {
    const newest = book.newestReview?.();
    const late = newest && lateBy(book.settings.rhythm.review, newest.day, book.today);
    if (newest === undefined || late === undefined) return [];
    return [
      {
        place: { file: newest.file, line: undefined, column: undefined },
        message: `The newest review is of ${newest.day}. The next one ${late.text}.`,
        hint: 'Look deals through: pipeline review',
        days: late.days,
      },
    ];
  },
};
