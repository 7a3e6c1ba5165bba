// What the library answers: for each question the view that the verb of that name prints as JSON.

import type { Said } from '../base/said.ts';
import type { BacktestView } from '../report/backtest.ts';
import type { CheckView } from '../report/check.ts';
import type { DiffView } from '../report/diff.ts';
import type { DisciplineView } from '../report/discipline.ts';
import type { ForecastView } from '../report/forecast.ts';
import type { FunnelView } from '../report/funnel.ts';
import type { HistoryView } from '../report/history.ts';
import type { ListView } from '../report/list.ts';
import type { PlanView } from '../report/plan.ts';
import type { ResultsView } from '../report/results.ts';
import type { ReviewView } from '../report/review.ts';
import type { RulesView } from '../report/rules.ts';
import type { ShowView } from '../report/show.ts';
import type { StaleView } from '../report/stale.ts';
import type { StatusView } from '../report/status.ts';
import type { TrendView } from '../report/trend.ts';

/** As JSON has it: what is said to people is English text there. */
type InJson<Value> = Value extends Said
  ? string
  : Value extends string | number | boolean | null | undefined
    ? Value
    : { readonly [Key in keyof Value]: InJson<Value[Key]> };

/** A view by the name of its question. */
export type Views = { readonly [Name in keyof MadeViews]: InJson<MadeViews[Name]> };

interface MadeViews {
  readonly status: StatusView;
  readonly list: ListView;
  readonly show: ShowView;
  readonly history: HistoryView;
  readonly diff: DiffView;
  readonly trend: TrendView;
  readonly funnel: FunnelView;
  readonly stale: StaleView;
  readonly check: CheckView;
  readonly rules: RulesView;
  readonly review: ReviewView;
  readonly plan: PlanView;
  readonly results: ResultsView;
  readonly forecast: ForecastView;
  readonly backtest: BacktestView;
  readonly discipline: DisciplineView;
}

/** The verb that answers each question. */
export const VERB_OF = {
  status: 'status',
  list: 'list',
  show: 'show',
  history: 'history',
  diff: 'diff',
  trend: 'trend',
  funnel: 'funnel',
  stale: 'stale',
  check: 'check',
  rules: 'rules',
  review: 'review',
  plan: 'plan',
  results: 'results',
  forecast: 'forecast',
  backtest: 'forecast backtest',
  discipline: 'discipline',
} as const satisfies Record<keyof Views, string>;
