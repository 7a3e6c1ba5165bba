// The sections of a report, in their order; each takes the views that it shows.

import { notesOf } from './notes.ts';
import { type Around, missing, type Section, viewIn } from './section.ts';
import { conversionSection } from './sections/conversion.ts';
import { forecastSection } from './sections/forecast.ts';
import { bridgeSection, movementsSection, slipsSection } from './sections/moved.ts';
import { dealsSection, freshnessSection, funnelSection, staleSection } from './sections/pipeline.ts';
import { planSection } from './sections/plan.ts';
import { resultsSection } from './sections/results.ts';
import { feedbackSection, reviewsSection } from './sections/said.ts';
import type { ReportViews, SectionId, Told, ViewName } from './views.ts';

type Make = (id: SectionId, around: Around) => Section;

const MAKE: Readonly<Record<SectionId, Make>> = {
  freshness: of('stale', freshnessSection),
  funnel: of('stages', funnelSection),
  bridge: of('diff', bridgeSection),
  movements: of('diff', movementsSection),
  stale: of('stale', staleSection),
  slips: of('trend', slipsSection),
  conversion: of('funnel', conversionSection),
  plan: of('plan', planSection),
  forecast: of('forecast', forecastSection),
  results: of('results', resultsSection),
  reviews: (_, around) => reviewsSection(around),
  feedback: of('feedback', feedbackSection),
  deals: of('deals', dealsSection),
};

export function sectionsOf(ids: readonly SectionId[], around: Around): Section[] {
  return ids.map((id) => ({ ...MAKE[id](id, around), notes: notesOf(id, around) }));
}

/** A section of a view; where there is none it says why, and what to do. */
function of<Name extends ViewName>(
  name: Name,
  make: (view: ReportViews[Name], around: Around) => Section,
): Make {
  return (id, around) => {
    const told: Told<ReportViews[Name]> | undefined = around.views[name];
    const view = viewIn<ReportViews[Name]>(told);
    return view === undefined ? { id, leads: missing(told), charts: [], blocks: [] } : make(view, around);
  };
}
