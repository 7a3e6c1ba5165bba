// Makes the report of the views that its sections ask for, in every format that it has.

import { Failure } from '../base/failure.ts';
import type { Opened } from '../book/open.ts';
import { ownerKey } from '../freshness/owner.ts';
import { lookOf } from '../page/look.ts';
import type { Showing } from '../page/showing.ts';
import { ownerLabel, ownerNamed } from '../report/chosen.ts';
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
import { languageFor } from '../words/language.ts';
import { type MakersAsked, makersOf } from './report-makers.ts';
import type { Making } from './report-making.ts';
import type { Call } from './verb.ts';

export interface ReportAsked extends MakersAsked {
  readonly sections: readonly SectionId[];
  readonly title: string | undefined;
  readonly locale: string;
}

/** The report, in every format that it has. @throws Failure `usage` for an owner that there is not */
export async function reportShowing(call: Call, opened: Opened, asked: ReportAsked): Promise<Showing> {
  const { book } = opened;
  const { settings, state } = book;
  const { sections: ids, owner, locale } = asked;
  const { reportingCurrency: currency, digits } = state;
  const key = owner === undefined ? '' : ownerNamed(owner, book);
  const wanted = new Set<ViewName>(ids.flatMap((id): readonly ViewName[] => SECTIONS[id]));
  const language = await languageFor(locale);
  const view: ReportView = {
    schema: 'pipeline/report/1',
    title: asked.title ?? `${settings.name} · ${book.today}`,
    today: book.today,
    as_of: book.past ? state.on : null,
    owner: owner === undefined ? null : ownerLabel(settings.team, key),
    currency,
    sections: ids,
    views: await reportViews(call, opened, wanted, asked),
  };
  const making = () => {
    const around = {
      ...{ views: view.views, language, look: lookOf(book), currency, owner: key },
      isOwners: (name: string) => key === '' || ownerKey(settings.team, name) === key,
      chartLook: (id: string) => ({ id: `chart-${id}`, language, currency }),
    };
    return { view, sections: sectionsOf(ids, around), language, digits };
  };
  return { view, locale, page: () => reportPage(making()), html: () => reportHtml(making()) };
}

/** As a report tells them. */
const ORDER = [
  ...(['stale', 'stages', 'diff', 'trend', 'funnel', 'plan', 'forecast'] as const),
  ...(['backtest', 'results', 'reviews', 'actions', 'feedback', 'deals'] as const),
];

async function reportViews(
  call: Call,
  opened: Opened,
  wanted: ReadonlySet<ViewName>,
  asked: MakersAsked,
): Promise<ToldViews> {
  const all = makersOf(call, opened, asked);
  const told: { [Name in ViewName]?: Told<ReportViews[Name]> } = {};
  const tell = async <Name extends ViewName>(name: Name): Promise<void> => {
    Object.assign(told, { [name]: await toldBy(all[name]) });
  };
  for (const name of ORDER) if (wanted.has(name)) await tell(name);
  return told;
}

async function toldBy<View>({ command, make }: Making<View>): Promise<Told<View>> {
  try {
    return { command, view: await make(), missing: null };
  } catch (error) {
    const isTold = error instanceof Failure && MISSING.has(error.code);
    if (!isTold) throw error;
    return { command, view: null, missing: { message: error.said.message, hint: error.said.hint ?? null } };
  }
}

/** What the rest of a report does without. */
const MISSING: ReadonlySet<string> = new Set(['nothing-to-look-at', 'no-such-snapshot', 'currencies-differ']);
