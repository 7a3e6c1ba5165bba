// pipeline/forecast/1: what a period will bring, as a range, with its parts, its deals, and how such forecasts did before.

import { addDays, type Day, fromEpochDay } from '../base/day.ts';
import { type Decimal, fromMinor, sumMinor, toMinor } from '../base/money.ts';
import type { Period } from '../base/period.ts';
import type { StandIn } from '../forecast/amounts.ts';
import { BASELINES, type BaselineName, baselinesOf } from '../forecast/baselines.ts';
import { callAt, type SaidAmount } from '../forecast/calls.ts';
import type { DealChance } from '../forecast/cohort.ts';
import { adjustedChance } from '../forecast/combine.ts';
import { courseEnds } from '../forecast/course-ends.ts';
import { type Forecast, Forecaster } from '../forecast/forecaster.ts';
import { knownAt, wonIn } from '../forecast/known.ts';
import type { Method } from '../forecast/measure.ts';
import { nameOf, type Target, targetOf } from '../forecast/spans.ts';
import { ALGORITHM } from '../forecast/stream.ts';
import type { ViewName } from '../forecast/views.ts';
import { ownerKey } from '../freshness/owner.ts';
import type { HumanCall } from '../human-calls/human-call.ts';
import type { Settings } from '../workspace/settings.ts';
import type { Basis } from './forecast-basis.ts';
import { type CallsBeside, callsBeside } from './forecast-calls.ts';
import { type CategoriesView, categoriesView } from './forecast-categories.ts';
import { type CourseView, courseView } from './forecast-course.ts';
import { type ForecastFigures, forecastFigures } from './forecast-figures.ts';
import { type SaidView, saidOf } from './forecast-said.ts';
import { type TriedView, triedView } from './forecast-tried.ts';
import { wholeUnits } from './whole-units.ts';

export interface ForecastDeal {
  readonly id: string;
  readonly owner: string;
  readonly stage: string;
  /** Chance that it is won in the rest of the period, 0 to 1, adjusted to past accuracy. */
  readonly probability: number;
  /** As known; a stand-in where no amount is: the list price, or a mean of wins. */
  readonly value: Decimal;
  readonly expected: Decimal;
  /** What stands in for the value; null: it is known. */
  readonly stand_in: StandIn | null;
  /** Of so many deals like it at the same point of earlier periods so many were won in the rest of it. */
  readonly like: { readonly won: number; readonly of: number };
  /** The chance of deals of its stage, close date and size, which those few moved. */
  readonly prior: number;
  /** What is configured for its stage, else by the place of that: that it is won some day. */
  readonly configured: number;
}

export interface ForecastView extends ForecastFigures, CallsBeside {
  readonly schema: 'pipeline/forecast/1';
  readonly period: string;
  readonly from: Day;
  readonly to: Day;
  /** At the end of this day; at its start where `of_the_past`. */
  readonly as_of: Day;
  readonly of_the_past: boolean;
  /** The snapshot that it then stands on: what has happened since is part of what is to come; null: the working set. */
  readonly snapshot: string | null;
  /** In a mirror the day of the newest export, where that is before `as_of`: it stands at the end of that day. */
  readonly export: Day | null;
  /** The period is over: what was won is what there is, and nothing of it is estimated. */
  readonly over: boolean;
  readonly owner: string | null;
  readonly currency: string;
  readonly method: string;
  readonly seed: string;
  readonly draws: number;
  /** What each of the combined views says of the whole period. */
  readonly views: readonly {
    readonly view: ViewName;
    readonly value: Decimal;
    readonly weight: number;
    readonly tried: number;
  }[];
  /** Factor on open and new that brings them to what the views say together. */
  readonly adjusted: number;
  readonly widened: {
    readonly by: number;
    readonly tried: number;
    /** P10 and P90 were put so far from the middle, as a share of what is to come; null: they were not too near. */
    readonly least: number | null;
  };
  readonly course: CourseView;
  /** What the way that was asked for says of the whole period: of the forecast, its P50. */
  readonly answer: { readonly by: Method; readonly value: Decimal };
  readonly baselines: Readonly<Record<BaselineName, Decimal | null>>;
  /** Wins on record, whose mean stands in for amounts; open deals that it stands in for since no rate converts their amount. */
  readonly stand_ins: { readonly wins: number; readonly without_rate: readonly string[] };
  /** The first closing on record, where a period that is over begins before it and no snapshot is as old. */
  readonly records_begin: Day | null;
  /** By what is expected of them, the most first. */
  readonly deals: readonly ForecastDeal[];
  /** The same forecast of the latest complete periods, each as of the same point; null: there are none. */
  readonly tried: TriedView | null;
  /** What sellers call the deals that are due; null: none of these has a category, or the period is over. */
  readonly categories: CategoriesView | null;
  /** Of a period that is over: what was forecast of it at its start, one third and two thirds, by what was known then. */
  readonly said: readonly SaidView[];
}

export interface ForecastAsked {
  readonly settings: Pick<Settings, 'fiscalYearStarts' | 'team' | 'categories'>;
  readonly period: Period;
  readonly asOf: Day;
  readonly ofThePast: boolean;
  readonly owner: string | undefined;
  /** In minor units. */
  readonly target: number | undefined;
  /** What people said, of whichever period; and the same as figures, ascending by day. */
  readonly calls: readonly HumanCall[];
  readonly said: readonly SaidAmount[];
}

/** @throws Failure `sum-too-large` */
export function forecastView(basis: Basis, asked: ForecastAsked): ForecastView {
  const { history, at, settings, digits } = basis;
  const target = targetOf(asked.period, asked.settings.fiscalYearStarts);
  const forecaster = new Forecaster(history, settings);
  // First, so that what it finds out of past periods serves the forecast of this one.
  const tried = triedView(basis, target, forecaster, (of, day) =>
    callAt(asked.said, of, asked.owner ?? '', day),
  );
  const steps = courseEnds(target);
  const forecast = forecaster.forecast(at, target, { ends: steps.ends });
  const whole = (value: number) => wholeUnits(value, digits);
  const money = (value: number) => fromMinor(whole(value), digits);
  const { won } = forecast.parts;
  const deals = forecast.deals
    .map((deal) => dealView(deal, forecast, basis))
    .sort((a, b) => Number(b.expected) - Number(a.expected) || (a.id < b.id ? -1 : 1));
  const baselines = baselinesOf(history, at, target, settings.probability);
  return {
    schema: 'pipeline/forecast/1',
    period: asked.period.name,
    from: asked.period.from,
    to: asked.period.to,
    as_of: asked.asOf,
    of_the_past: asked.ofThePast,
    snapshot: basis.snapshots.last ?? null,
    export: basis.exported ?? null,
    over: at >= target.to,
    owner: asked.owner ?? null,
    currency: basis.currency,
    method: ALGORITHM,
    seed: forecast.seed,
    draws: forecast.draws.length,
    ...forecastFigures(basis, target, forecast, asked.target),
    views: forecast.views.map(({ view, rest, weight, tried }) => ({
      view,
      value: money(won + rest),
      weight,
      tried,
    })),
    adjusted: forecast.adjusted,
    widened: { ...forecast.widened, least: forecast.widened.least ?? null },
    course: courseView(steps, forecast.course, digits),
    answer: { by: 'forecast', value: money(forecast.p50) },
    baselines: mapBaselines(baselines, (value) => (value === undefined ? null : money(value))),
    stand_ins: standInsOf(basis, forecast, deals),
    records_begin: at >= target.to ? recordsBegin(basis, target) : null,
    deals,
    tried,
    ...besideOf(basis, target, asked, deals),
    said: at >= target.to ? saidOf(basis, target, forecaster) : [],
  };
}

function standInsOf(
  { history, settings: { pool }, at, rows }: Basis,
  { isPooled }: Forecast,
  deals: readonly ForecastDeal[],
): ForecastView['stand_ins'] {
  const { won } = knownAt(isPooled ? (pool ?? history) : history, at);
  const unconverted = deals.filter(
    ({ id, stand_in }) => stand_in !== null && rows.get(id)?.amount !== undefined,
  );
  return {
    wins: won.filter(({ final }) => final !== undefined).length,
    without_rate: unconverted.map(({ id }) => id).sort(),
  };
}

function recordsBegin({ history, at }: Basis, { from }: Target): Day | null {
  if (history.since <= from + 1) return null;
  const closings = knownAt(history, at).deals.flatMap(({ closed }) => closed ?? []);
  const first = closings.reduce((least, day) => Math.min(least, day), at);
  return first <= from || first === at ? null : fromEpochDay(first);
}

/** What people say of it. */
function besideOf(
  basis: Basis,
  target: Target,
  { settings, period, owner, calls, asOf, ofThePast }: ForecastAsked,
  deals: readonly ForecastDeal[],
): CallsBeside & Pick<ForecastView, 'categories'> {
  const { at, history, digits, rows } = basis;
  const said = callsBeside(basis, target, {
    ...{ calls, owner, period: nameOf(target) },
    ownerOf: (row) => ownerKey(settings.team, row.owner),
    before: ofThePast ? asOf : addDays(asOf, 1),
  });
  if (at >= target.to) return { ...said, categories: null };
  const won = Math.round(wonIn(knownAt(history, at), target.from, Math.min(at, target.to)));
  const open = deals.flatMap(({ id }) => rows.get(id) ?? []);
  const { categories } = settings;
  return { ...said, categories: categoriesView({ deals: open, period, categories, won, digits }) };
}

function dealView(deal: DealChance, { adjusted }: Forecast, { rows, digits, settings }: Basis): ForecastDeal {
  return {
    id: deal.id,
    owner: rows.get(deal.id)?.owner ?? '',
    stage: deal.stage,
    probability: adjustedChance(deal.chance, adjusted),
    value: fromMinor(Math.round(deal.amount), digits),
    expected: fromMinor(wholeUnits(deal.expected * adjusted, digits), digits),
    like: { won: deal.like.won, of: deal.like.open },
    stand_in: deal.standIn ?? null,
    prior: deal.prior,
    configured: settings.probability(deal.stage),
  };
}

function mapBaselines<From, To>(
  baselines: Readonly<Record<BaselineName, From>>,
  of: (value: From) => To,
): Record<BaselineName, To> {
  const entries = BASELINES.map((name) => [name, of(baselines[name])] as const);
  return Object.fromEntries(entries) as Record<BaselineName, To>;
}

/** What is expected of some deals together. */
export function sumExpected(deals: readonly ForecastDeal[], digits: number): Decimal {
  return fromMinor(sumMinor(deals.map(({ expected }) => toMinor(expected, digits))), digits);
}
