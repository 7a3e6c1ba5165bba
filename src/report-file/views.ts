// What a report is made of: the views of other commands, each with the command that prints it, or why there is none.

import type { Day } from '../base/day.ts';
import type { Sayable } from '../base/said.ts';
import type { ActionsView } from '../report/actions.ts';
import type { BacktestView } from '../report/backtest.ts';
import type { DiffView } from '../report/diff.ts';
import type { FeedbackDigestView } from '../report/feedback-digest.ts';
import type { ForecastView } from '../report/forecast.ts';
import type { FunnelView } from '../report/funnel.ts';
import type { ListView } from '../report/list.ts';
import type { PlanView } from '../report/plan.ts';
import type { ResultsView } from '../report/results.ts';
import type { ReviewStatsView } from '../report/review-stats.ts';
import type { StaleView } from '../report/stale.ts';
import type { TrendView } from '../report/trend.ts';

export interface ReportViews {
  readonly stale: StaleView;
  /** The same by stage. */
  readonly stages: StaleView;
  readonly diff: DiffView;
  readonly trend: TrendView;
  readonly funnel: FunnelView;
  readonly plan: PlanView;
  readonly forecast: ForecastView;
  readonly backtest: BacktestView;
  readonly results: ResultsView;
  readonly reviews: ReviewStatsView;
  readonly actions: ActionsView;
  readonly feedback: FeedbackDigestView;
  readonly deals: ListView;
}

export type ViewName = keyof ReportViews;

export interface Told<View> {
  /** As typed. */
  readonly command: string;
  readonly view: View | null;
  /** Why there is no view, and what to do; null where there is one. */
  readonly missing: { readonly message: Sayable; readonly hint: Sayable | null } | null;
}

export type ToldViews = { readonly [Name in ViewName]?: Told<ReportViews[Name]> };

/** The sections in their order, and the views that each shows. */
export const SECTIONS = {
  freshness: ['stale', 'trend'],
  funnel: ['stages'],
  bridge: ['diff'],
  movements: ['diff'],
  stale: ['stale'],
  slips: ['trend', 'diff'],
  conversion: ['funnel'],
  plan: ['plan'],
  forecast: ['forecast', 'backtest'],
  results: ['results'],
  reviews: ['reviews', 'actions'],
  feedback: ['feedback'],
  deals: ['deals'],
} as const satisfies Record<string, readonly ViewName[]>;

export type SectionId = keyof typeof SECTIONS;
export const SECTION_IDS = Object.keys(SECTIONS).filter((id): id is SectionId => id in SECTIONS);

/** The page's data. */
export interface ReportView {
  readonly schema: 'pipeline/report/1';
  readonly title: string;
  readonly today: Day;
  /** The day of the snapshot that all is of; null: what stands now. */
  readonly as_of: Day | null;
  readonly owner: string | null;
  readonly currency: string;
  readonly sections: readonly SectionId[];
  readonly views: ToldViews;
}
