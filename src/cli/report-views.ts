// Makes the views of a report, each as its own command makes it.

import { addDays } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { once } from '../base/once.ts';
import { periodAround } from '../base/period.ts';
import { shellWord } from '../base/shell-word.ts';
import { feedbackOf } from '../book/feedback.ts';
import type { Opened } from '../book/open.ts';
import { reviewSheets } from '../book/sheets.ts';
import { loggedMoments } from '../discipline/moments.ts';
import { writtenDown } from '../discipline/written.ts';
import { lookOf } from '../page/look.ts';
import type { Showing } from '../page/showing.ts';
import { actionsIn, actionsView } from '../report/actions.ts';
import { ownedBy, ownerLabel, ownerNamed } from '../report/chosen.ts';
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
import { reportHtml, reportPage } from '../report-file/document.ts';
import { sectionsOf } from '../report-file/sections.ts';
import {
  type ReportView,
  type ReportViews,
  SECTIONS,
  type SectionId,
  type Told,
  type ToldViews,
  type ViewName,
} from '../report-file/views.ts';
import { reportWords } from '../report-file/words.ts';
import { lastDayOf } from '../snapshot/origin.ts';
import { datedSnapshots } from './dated-snapshots.ts';
import { personNamed } from './dialogue.ts';
import { diffEnds } from './diff-ends.ts';
import { forecastMakers } from './report-forecasts.ts';
import type { Makers, Making } from './report-makers.ts';
import type { Call } from './verb.ts';

/** Of the movements over time. */
const TREND_WEEKS = 26;

export interface ReportAsked {
  readonly sections: readonly SectionId[];
  /** As typed. */
  readonly owner: string | undefined;
  readonly since: string | undefined;
  readonly title: string | undefined;
  readonly locale: string;
}

/** The report, in every format that it has. */
export async function reportShowing(call: Call, opened: Opened, asked: ReportAsked): Promise<Showing> {
  const { book } = opened;
  const { sections: ids, owner, locale } = asked;
  const { reportingCurrency: currency, digits } = book.state;
  const key = owner === undefined ? '' : ownerNamed(owner, book);
  const wanted = new Set<ViewName>(ids.flatMap((id): readonly ViewName[] => SECTIONS[id]));
  const view: ReportView = {
    schema: 'pipeline/report/1',
    title: asked.title ?? `${book.settings.name} · ${book.today}`,
    today: book.today,
    owner: owner === undefined ? null : ownerLabel(book.settings.team, key),
    currency,
    sections: ids,
    views: await reportViews(call, opened, wanted, asked),
  };
  const making = () => {
    const words = reportWords(locale);
    const chartLook = (id: string) => ({ id: `chart-${id}`, locale, currency });
    const around = { views: view.views, words, look: lookOf(book), currency, owner: key, chartLook };
    return { view, sections: sectionsOf(ids, around), words, locale, digits };
  };
  return { view, locale, page: () => reportPage(making()), html: () => reportHtml(making()) };
}

/** @param owner as typed @param since as typed, for the bridge */
async function reportViews(
  call: Call,
  opened: Opened,
  wanted: ReadonlySet<ViewName>,
  asked: { readonly owner: string | undefined; readonly since: string | undefined },
): Promise<ToldViews> {
  const all = await makers(call, opened, asked);
  const told: { [Name in ViewName]?: Told<ReportViews[Name]> } = {};
  const tell = async <Name extends ViewName>(name: Name): Promise<void> => {
    if (wanted.has(name)) Object.assign(told, { [name]: await toldBy(all[name]) });
  };
  for (const name of ['stale', 'stages', 'diff', 'trend', 'funnel', 'plan', 'forecast'] as const)
    await tell(name);
  for (const name of ['backtest', 'results', 'reviews', 'actions', 'feedback', 'deals'] as const)
    await tell(name);
  return told;
}

async function toldBy<View>({ command, make }: Making<View>): Promise<Told<View>> {
  try {
    return { command, view: await make(), missing: null };
  } catch (error) {
    const isTold = error instanceof Failure && MISSING.has(error.code);
    if (!isTold) throw error;
    return { command, view: null, missing: { message: error.message, hint: error.hint ?? null } };
  }
}

/** What the rest of a report does without. */
const MISSING: ReadonlySet<string> = new Set(['nothing-to-look-at', 'no-such-snapshot', 'currencies-differ']);

async function makers(
  call: Call,
  { book, archive }: Opened,
  { owner, since }: { readonly owner: string | undefined; readonly since: string | undefined },
): Promise<Makers> {
  const { settings, today } = book;
  const owners = owner === undefined ? [] : [owner];
  const of = owner === undefined ? '' : ` --owner ${shellWord(owner)}`;
  const quarter = (by: number) => periodAround(today, 'quarter', settings.fiscalYearStarts, by);
  const from = addDays(today, -7 * TREND_WEEKS);
  const trendWords = `trend freshness slip-rate shrink-rate --since ${from}`;
  const stale = (by: 'owner' | 'stage') =>
    staleView(book, { owners, closing: undefined, days: undefined, errorsOnly: false, by });
  const feedback = once(() => feedbackOf(call.root()));
  return {
    stale: { command: `pipeline stale${of}`, make: () => stale('owner') },
    stages: { command: `pipeline stale --by stage${of}`, make: () => stale('stage') },
    diff: {
      command: `pipeline diff${since === undefined ? '' : ` ${shellWord(since)}`}${of}`,
      make: async () => {
        const { a, b, leftOut } = await diffEnds(call, today, since === undefined ? [] : [since]);
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
            ...{ every: 'week', since: from, until: undefined },
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
    ...forecastMakers(call, owner, of),
    results: {
      command: `pipeline results this-quarter --compare last-quarter${of}`,
      make: () => resultsView(book, { period: quarter(0), compare: quarter(-1), owner, by: undefined }),
    },
    reviews: {
      command: `pipeline review stats${of}`,
      make: () => {
        const { sheets, problems } = reviewSheets(call.root(), settings);
        const actions = feedback().entries.filter((entry) => entry.kind === 'action');
        const period = lastFourQuarters(today, settings.fiscalYearStarts);
        const { view } = reviewStats({ book, archive, sheets, problems, actions }, period, owner);
        if (view.sheets.length > 0) return view;
        throw new Failure('nothing-to-look-at', 'There is no review sheet of the last four quarters.', {
          hint: 'pipeline review --sheet writes one.',
        });
      },
    },
    actions: {
      command: `pipeline actions${of}`,
      make: () => {
        const all = feedback();
        const named = actionsIn(all.entries).map((action) => action.owner);
        const whose = owner === undefined ? undefined : personNamed(owner, named, settings);
        return actionsView(all, { owner: whose, overdue: false, all: false }, { settings, today });
      },
    },
    feedback: {
      command: 'pipeline feedback digest',
      make: () => {
        const { steps } = writtenDown({ book, archive, momentsOf: loggedMoments(today), within: undefined });
        return feedbackDigestView(feedback(), lastWeeks(today), {
          ...{ book, archive, steps, settings },
          ...datedSnapshots(book),
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
