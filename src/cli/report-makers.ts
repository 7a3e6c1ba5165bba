// How the views of a report are made: each by itself, when a section asks for it, as its own command makes it.

import { addDays, type Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { once } from '../base/once.ts';
import { type Period, periodAround } from '../base/period.ts';
import { shellWord } from '../base/shell-word.ts';
import { feedbackOf } from '../book/feedback.ts';
import type { Opened } from '../book/open.ts';
import { reviewSheets } from '../book/sheets.ts';
import { loggedMoments } from '../discipline/moments.ts';
import { writtenDown } from '../discipline/written.ts';
import { actionsIn, actionsView } from '../report/actions.ts';
import { ownedBy } from '../report/chosen.ts';
import { diffView } from '../report/diff.ts';
import { diffAsked } from '../report/diff-asked.ts';
import { lastWeeks } from '../report/discipline.ts';
import { feedbackDigestView } from '../report/feedback-digest.ts';
import { funnelView } from '../report/funnel.ts';
import { listDeals } from '../report/list.ts';
import { planView } from '../report/plan.ts';
import { resultsView } from '../report/results.ts';
import { lastFourQuarters, reviewStats } from '../report/review-stats.ts';
import { staleView } from '../report/stale.ts';
import { trendView } from '../report/trend.ts';
import type { ReportViews, ViewName } from '../report-file/views.ts';
import { dayOfName, NOW, newestUntil } from '../snapshot/names.ts';
import { lastDayOf } from '../snapshot/origin.ts';
import { resolveSnapshot } from '../snapshot/resolve.ts';
import { datedSnapshots } from './dated-snapshots.ts';
import { personNamed } from './dialogue.ts';
import { diffEnds } from './diff-ends.ts';
import { forecastMakers } from './report-forecasts.ts';
import type { Making } from './report-making.ts';
import type { Call } from './verb.ts';

export type Makers = { readonly [Name in ViewName]: Making<ReportViews[Name]> };

export interface MakersAsked {
  /** As typed. */
  readonly owner: string | undefined;
  readonly since: string | undefined;
}

/** Of what is told by the week. */
const TREND_WEEKS = 26;

/** @throws Failure where since names no snapshot */
export function makersOf(call: Call, opened: Opened, { owner, since }: MakersAsked): Makers {
  const { book } = opened;
  const { settings, today } = book;
  const owners = owner === undefined ? [] : [owner];
  const ofOwner = owner === undefined ? '' : ` --owner ${shellWord(owner)}`;
  const asOf = book.past ? ` --as-of ${today}` : '';
  const of = `${ofOwner}${asOf}`;
  const begin = beginOf(opened, since);
  const span: Period | undefined = begin && { name: `${begin}..${today}`, from: begin, to: today };
  const quarter = (by: number) => periodAround(today, 'quarter', settings.fiscalYearStarts, by);
  const from = begin ?? addDays(today, -7 * TREND_WEEKS);
  const until = book.past ? today : undefined;
  const trendWords = `trend freshness slip-rate shrink-rate --since ${from}${until === undefined ? '' : ` --until ${until}`}`;
  const ends = diffWords(opened, since);
  const stale = (by: 'owner' | 'stage') =>
    staleView(book, { owners, closing: undefined, days: undefined, errorsOnly: false, by });
  // The past has no weeks of its own: without words the command tells of those before today.
  const saidIn = span ?? (book.past ? lastWeeks(today) : undefined);
  const feedback = once(() => feedbackOf(call.root()));
  return {
    stale: { command: `pipeline stale${of}`, make: () => stale('owner') },
    stages: { command: `pipeline stale --by stage${of}`, make: () => stale('stage') },
    diff: {
      command: `pipeline diff${ends.map((end) => ` ${shellWord(end)}`).join('')}${ofOwner}`,
      make: async () => {
        const { a, b, leftOut } = await diffEnds(call, today, ends);
        const words = { period: undefined, owners, stages: [], only: [], explain: undefined };
        return diffView(a, b, { ...diffAsked(words, a, b, { settings, today }), leftOut, withIdle: false });
      },
    },
    trend: {
      command: `pipeline ${trendWords}${owner === undefined ? '' : ' --by owner'}`,
      make: () => {
        const { snapshots } = book;
        const names = book.snapshotNames.map((name) => ({ name, until: lastDayOf(snapshots.header(name)) }));
        const view = trendView(
          { settings, snapshots: names, read: (name) => snapshots.read(name) },
          {
            metrics: ['freshness', 'slip-rate', 'shrink-rate'],
            ...{ every: 'week', since: from, until },
            by: owner === undefined ? undefined : 'owner',
          },
        );
        if (view.intervals.length > 0) return view;
        throw new Failure('nothing-to-look-at', 'There is no snapshot in that time.', {
          hint: 'pipeline snapshot takes one; pipeline backfill makes past ones.',
        });
      },
    },
    funnel: {
      command: `pipeline funnel --cohort quarter${of}`,
      make: () => funnelView(book, { cohort: 'quarter', isChosen: ownedBy(owners, book) }),
    },
    plan: {
      command: `pipeline plan${of}`,
      make: () => planView(book, { period: undefined, owner, by: undefined, ifLost: [], ifSlip: [] }),
    },
    ...forecastMakers(call, { owner, until, timeZone: settings.timeZone }, ofOwner),
    results: {
      command: `pipeline results this-quarter --compare last-quarter${of}`,
      make: () => resultsView(book, { period: quarter(0), compare: quarter(-1), owner, by: undefined }),
    },
    reviews: {
      command: `pipeline review stats${span === undefined ? '' : ` --period ${span.name}`}${ofOwner}`,
      make: () => {
        const { sheets, problems } = reviewSheets(call.root(), settings);
        const actions = feedback().entries.filter((entry) => entry.kind === 'action');
        const period = span ?? lastFourQuarters(today, settings.fiscalYearStarts);
        const { view } = reviewStats(
          { book, archive: opened.archive, sheets, problems, actions },
          period,
          owner,
        );
        if (view.sheets.length > 0 || view.left_out.unreadable.length > 0) return view;
        throw new Failure(
          'nothing-to-look-at',
          span === undefined
            ? 'There is no review sheet of the last four quarters.'
            : 'There is no review sheet in that time.',
          {
            hint: 'pipeline review --sheet writes one.',
          },
        );
      },
    },
    actions: {
      command: `pipeline actions${ofOwner}`,
      make: () => {
        if (book.past) {
          throw new Failure('nothing-to-look-at', 'What was promised is told as of today alone.', {
            hint: 'pipeline actions lists it.',
          });
        }
        const all = feedback();
        const named = actionsIn(all.entries).map((action) => action.owner);
        const whose = owner === undefined ? undefined : personNamed(owner, named, settings);
        return actionsView(all, { owner: whose, overdue: false, all: false }, { settings, today });
      },
    },
    feedback: {
      command: `pipeline feedback digest${saidIn === undefined ? '' : ` --period ${saidIn.name}`}`,
      make: async () => {
        // What stages and trials show is told as of today, whatever the period.
        const now = book.past ? await call.open() : opened;
        const { steps } = writtenDown({
          ...now,
          momentsOf: loggedMoments(now.book.today),
          within: undefined,
        });
        return feedbackDigestView(feedback(), saidIn ?? lastWeeks(today), {
          ...{ book: now.book, archive: now.archive, steps, settings },
          ...datedSnapshots(now.book),
        });
      },
    },
    deals: {
      command: `pipeline list${of}`,
      make: () =>
        listDeals(book, {
          ...{ owners, stages: [], account: undefined, outcomes: [], closing: undefined, where: [] },
          ...{ sort: undefined, columns: [] },
        }).view,
    },
  };
}

/** The ends of the diff as its command takes them; of the past both are snapshots. */
function diffWords({ book }: Opened, since: string | undefined): string[] {
  const { past, today, snapshotNames, state } = book;
  if (!past) return since === undefined ? [] : [since];
  const before = since ?? newestUntil(snapshotNames, addDays(today, -1));
  return before === undefined ? [] : [before, state.name];
}

/** The day that since is of; undefined where nothing was asked for. @throws Failure `no-such-snapshot`, `usage` */
function beginOf({ book }: Opened, since: string | undefined): Day | undefined {
  if (since === undefined) return undefined;
  const name = resolveSnapshot(since, book.snapshotNames, book.today);
  return name === NOW ? book.today : dayOfName(name);
}
