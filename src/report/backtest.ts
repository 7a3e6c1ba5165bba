// pipeline/backtest/1: what forecasts of the past would have said, with only what was known then, beside what happened.

import { type Day, fromEpochDay } from '../base/day.ts';
import { type Decimal, fromMinor } from '../base/money.ts';
import type { Period } from '../base/period.ts';
import { backtest, HORIZONS, periodsToTry, type Run } from '../forecast/backtest.ts';
import { BASELINES } from '../forecast/baselines.ts';
import { callAt, type SaidAmount } from '../forecast/calls.ts';
import { PAST_DRAWS } from '../forecast/forecaster.ts';
import { knownAt } from '../forecast/known.ts';
import { type Figures, figuresOf, type Method } from '../forecast/measure.ts';
import type { Decile } from '../forecast/scores.ts';
import { nameOf, type Target, targetOf } from '../forecast/spans.ts';
import { ALGORITHM } from '../forecast/stream.ts';
import type { Basis } from './forecast-basis.ts';
import { type TriedView, triedOf } from './forecast-tried.ts';
import { wholeUnits } from './whole-units.ts';

export interface BacktestRun {
  readonly period: string;
  readonly from: Day;
  readonly to: Day;
  /** At the start of this day. */
  readonly as_of: Day;
  /** The last day of which anything was known then: that of the snapshot before. */
  readonly known_until: Day;
  /** Where in the period that is: 0, 1/3 or 2/3. */
  readonly fraction: number;
  readonly method: Method;
  /** A simpler way has only a middle. */
  readonly p10: Decimal | null;
  readonly p50: Decimal | null;
  readonly p90: Decimal | null;
  readonly actual: Decimal;
}

export interface BacktestMethod {
  readonly method: Method;
  /** null: of all horizons together. */
  readonly fraction: number | null;
  readonly runs: number;
  readonly wape: number | null;
  readonly bias: number | null;
  /** Share of outcomes within P10–P90; of the forecast alone. */
  readonly coverage: number | null;
  /** The error of the forecast in the same runs. */
  readonly forecast_wape: number | null;
}

export interface BacktestView {
  readonly schema: 'pipeline/backtest/1';
  readonly algorithm: string;
  readonly currency: string;
  readonly owner: string | null;
  readonly snapshots: number;
  readonly periods: number;
  /** A row a forecast and a way to make one. */
  readonly runs: readonly BacktestRun[];
  readonly methods: readonly BacktestMethod[];
  readonly tried: TriedView;
  /** Pinball loss over five quantiles ÷ mean outcome. */
  readonly pinball: number | null;
  readonly calibration: readonly {
    readonly from: number;
    readonly to: number;
    /** A deal has one in each forecast in which it was open. */
    readonly chances: number;
    readonly won: number;
    readonly mean_chance: number | null;
    readonly share: number | null;
  }[];
  /** Whose chances these are. */
  readonly deals_tried: number;
  readonly calibration_error: number | null;
  readonly brier_skill: number | null;
}

export interface BacktestAsked {
  /** Complete periods of this kind, before the one in which the history ends, are tried. */
  readonly kind: Period;
  readonly fiscalYearStarts: number;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  readonly owner: string | undefined;
  /** What people said, ascending by day; of whichever owner. */
  readonly calls?: readonly SaidAmount[];
  /** Called after each run. */
  readonly tick: () => void;
}

/** The periods that can be tried: complete, begun when the history was, and in the time asked for. */
export function backtestTargets(
  { history, at }: Basis,
  { kind, fiscalYearStarts, from, to }: BacktestAsked,
): Target[] {
  const known = knownAt(history, at);
  return periodsToTry(known, targetOf(kind, fiscalYearStarts)).filter(
    (span) =>
      (from === undefined || fromEpochDay(span.from) >= from) &&
      (to === undefined || fromEpochDay(span.to - 1) <= to),
  );
}

/** Runs them all, one after the other. */
export function backtestView(basis: Basis, targets: readonly Target[], asked: BacktestAsked): BacktestView {
  const { history, at, settings, digits } = basis;
  const runs: Run[] = [];
  const { calls = [], owner = '' } = asked;
  const callsOf = (target: Target, day: number) => callAt(calls, target, owner, day);
  for (const run of backtest(history, targets, { ...settings, draws: PAST_DRAWS }, at, { callsOf })) {
    runs.push(run);
    asked.tick();
  }
  const figures = figuresOf(runs);
  return {
    schema: 'pipeline/backtest/1',
    algorithm: ALGORITHM,
    currency: basis.currency,
    owner: asked.owner ?? null,
    snapshots: basis.snapshots.used,
    periods: targets.length,
    tried: triedOf(figures),
    runs: runs.flatMap((run) => runRows(run, digits)),
    methods: byMethod(figures, runs),
    pinball: figures.pinball ?? null,
    calibration: figures.deciles.map(decileView),
    deals_tried: figures.dealsTried,
    calibration_error: figures.calibrationError ?? null,
    brier_skill: figures.brierSkill ?? null,
  };
}

function runRows(run: Run, digits: number): BacktestRun[] {
  const money = (value: number) => fromMinor(wholeUnits(value, digits), digits);
  const shared = {
    period: nameOf(run.target),
    from: fromEpochDay(run.target.from),
    to: fromEpochDay(run.target.to - 1),
    as_of: fromEpochDay(run.asOf),
    known_until: fromEpochDay(run.at - 1),
    fraction: run.fraction,
  };
  const actual = fromMinor(Math.round(run.actual), digits);
  const own = {
    method: 'forecast' as const,
    p10: money(run.p10),
    p50: money(run.p50),
    p90: money(run.p90),
    actual,
  };
  const others = BASELINES.map((method) => {
    const value = run.baselines[method];
    return { method, p10: null, p50: value === undefined ? null : money(value), p90: null, actual };
  });
  const called =
    run.called === undefined
      ? []
      : [{ method: 'human-calls' as const, p10: null, p50: money(run.called), p90: null, actual }];
  return [own, ...others, ...called].map((row) => ({ ...shared, ...row }));
}

function byMethod(figures: Figures, runs: readonly Run[]): BacktestMethod[] {
  const within = (of: readonly Run[]) =>
    of.filter(({ p10, p90, actual }) => p10 <= actual && actual <= p90).length;
  const all = [...figures.horizons, { fraction: null, methods: figures.methods }];
  return all.flatMap(({ fraction, methods }) => {
    const own = runs.filter((run) => fraction === null || run.fraction === fraction);
    return methods.map(({ method, runs: count, wape, bias, forecastWape }) => ({
      method,
      fraction,
      runs: count,
      wape: wape ?? null,
      bias: bias ?? null,
      coverage: method === 'forecast' && own.length > 0 ? within(own) / own.length : null,
      forecast_wape: forecastWape ?? null,
    }));
  });
}

function decileView({
  from,
  to,
  count,
  won,
  meanChance,
  share,
}: Decile): BacktestView['calibration'][number] {
  return { from, to, chances: count, won, mean_chance: meanChance ?? null, share: share ?? null };
}

/** How many runs a period has. */
export const RUNS_A_PERIOD = HORIZONS.length;
