// What the figures of a section rest on and leave out, as the page of each command says it: without it a report would claim more.

import { remarks } from '../page/diff-remarks.ts';
import { forecastRemarks } from '../page/forecast-remarks.ts';
import { notEvaluatedLines, unreadableLines, withoutValueLines } from '../page/freshness-lines.ts';
import { funnelRemarks } from '../page/funnel.ts';
import type { Look } from '../page/look.ts';
import type { Block } from '../page/page.ts';
import { planRemarks } from '../page/plan-judgement.ts';
import { recordsRemarks, resultsRemarks } from '../page/results-remarks.ts';
import { trendRemarks } from '../page/trend.ts';
import { type Around, viewIn } from './section.ts';
import { type ReportViews, SECTIONS, type SectionId, type ViewName } from './views.ts';

type Notes = { readonly [Name in ViewName]?: (view: ReportViews[Name], look: Look) => Iterable<Block> };

const NOTES: Notes = {
  stale: (view) => [...someWithoutValue(view), ...notEvaluatedLines(view.not_evaluated)],
  stages: (view) => [...someWithoutValue(view), ...unreadableLines(view.unreadable)],
  diff: remarks,
  trend: trendRemarks,
  funnel: funnelRemarks,
  plan: planRemarks,
  forecast: forecastRemarks,
  results: (view) => [...recordsRemarks(view), ...resultsRemarks(view)],
};

/** Where none has one, the section itself says so. */
function someWithoutValue(view: ReportViews['stale']): Block[] {
  const { freshness } = view;
  const isValued = freshness.without_value < freshness.open.count || freshness.without_rate.count > 0;
  return isValued ? withoutValueLines(freshness, view) : [];
}

/** Of all views that the section shows. */
export function notesOf(id: SectionId, { views, look }: Around): Block[] {
  const of = <Name extends ViewName>(name: Name): Iterable<Block> => {
    const view = viewIn<ReportViews[Name]>(views[name]);
    return view === undefined ? [] : (NOTES[name]?.(view, look) ?? []);
  };
  const names: readonly ViewName[] = SECTIONS[id];
  return names.flatMap((name) => [...of(name)]);
}
