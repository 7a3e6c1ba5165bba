// What a meeting looks at, asked of the workspace: each part only where the kind of meeting has it.

import type { Day } from '../base/day.ts';
import { periodAround } from '../base/period.ts';
import type { Book } from '../book/book.ts';
import { previousSnapshot } from '../book/past.ts';
import { drawnSheets } from '../book/sheet-texts.ts';
import { proposalFor } from '../cleanup/proposal.ts';
import { findingsOf } from '../freshness/findings.ts';
import { cleanView } from '../report/clean.ts';
import type { MeetingFacts } from '../report/meeting.ts';
import { planView } from '../report/plan.ts';
import { resultsView } from '../report/results.ts';
import { reviewView } from '../report/review.ts';
import { feedbackIfAny } from './agenda-look.ts';
import { reviewAsked } from './review-asked.ts';
import type { Call } from './verb.ts';

/** @param since the day of the meeting before, where it was said */
export async function meetingFacts(call: Call, book: Book, since: Day | undefined): Promise<MeetingFacts> {
  const { settings, today, state } = book;
  const sheets = drawnSheets(book.root);
  const asked = await reviewAsked(call, book);
  return {
    book,
    since,
    dialogue: await feedbackIfAny(book.root),
    sheets,
    draw: () =>
      reviewView(
        { book, sheets, previous: previousSnapshot(book), found: findingsOf(book) },
        { ...asked, since: undefined },
      ),
    clean: () => {
      const quarter = periodAround(today, 'quarter', settings.fiscalYearStarts);
      return cleanView(proposalFor(state, settings, quarter, today), book);
    },
    plan: () =>
      planView(book, { period: undefined, owner: undefined, by: undefined, ifLost: [], ifSlip: [] }),
    results: () => {
      const quarter = (back: number) => periodAround(today, 'quarter', settings.fiscalYearStarts, back);
      return resultsView(book, {
        period: quarter(-1),
        compare: quarter(-2),
        owner: undefined,
        by: undefined,
      });
    },
  };
}
