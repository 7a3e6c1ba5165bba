// What a meeting looks at, asked of the workspace: each part only where the kind of meeting has it.

import type { Day } from '../base/day.ts';
import { periodAround } from '../base/period.ts';
import type { Book } from '../book/book.ts';
import { previousSnapshot } from '../book/past.ts';
import { drawnSheets } from '../book/sheet-texts.ts';
import { proposalFor } from '../cleanup/proposal.ts';
import { findingsOf } from '../freshness/findings.ts';
import { cleanView } from '../report/clean.ts';
import { funnelView } from '../report/funnel.ts';
import type { MeetingFacts } from '../report/meeting.ts';
import { reviewView } from '../report/review.ts';
import { trendView } from '../report/trend.ts';
import { dayOfName } from '../snapshot/names.ts';
import { lastDayOf } from '../snapshot/origin.ts';
import { dialogueOf } from './agenda-look.ts';
import { reviewAsked } from './review-asked.ts';
import type { Call } from './verb.ts';

/** @param since the day of the meeting before, where it was said */
export async function meetingFacts(call: Call, book: Book, since: Day | undefined): Promise<MeetingFacts> {
  const { settings, today, state, snapshots } = book;
  const sheets = drawnSheets(book.root);
  const asked = await reviewAsked(call, book);
  return {
    book,
    since,
    dialogue: await dialogueOf(book.root),
    sheets: sheets.sheets,
    draw: () =>
      reviewView(
        { book, sheets, previous: previousSnapshot(book), found: findingsOf(book) },
        { ...asked, since: undefined },
      ),
    clean: () => {
      const quarter = periodAround(today, 'quarter', settings.fiscalYearStarts);
      return cleanView(proposalFor(state, settings, quarter, today), book);
    },
    plan: (from) => {
      const names = book.snapshotNames.filter((name) => dayOfName(name) <= today);
      return trendView(
        {
          settings,
          snapshots: names.map((name) => ({ name, until: lastDayOf(snapshots.header(name)) })),
          read: (name) => snapshots.read(name),
        },
        { metrics: ['coverage', 'open-value'], every: 'week', since: from, until: today, by: undefined },
      );
    },
    results: () => funnelView(book, { cohort: undefined, isChosen: () => true }),
  };
}
