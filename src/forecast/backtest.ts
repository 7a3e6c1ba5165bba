// The forecast asked about the past: as of each day with only what was known then, beside what happened. The history as
// a whole is looked at for outcomes alone.

import { baselinesOf } from './baselines.ts';
import type { DealChance } from './cohort.ts';
import { adjustedChance } from './combine.ts';
import { type Forecast, Forecaster, type ForecasterSettings } from './forecaster.ts';
import type { History } from './history.ts';
import { isWonIn, type Known, knownAt, standOf, wonIn } from './known.ts';
import type { SaidThen } from './past-answers.ts';
import { dayAt, type Target } from './spans.ts';
import { pastPeriods } from './windows.ts';

/** What was said of a period, and what came. */
export interface Trial extends Pick<Forecast, 'p10' | 'p50' | 'p90'> {
  readonly target: Target;
  /** The day asked about, at its start; and the one before which all is from that was known then. */
  readonly asOf: number;
  readonly at: number;
  /** Where in the period it stands: 0 at its start. */
  readonly fraction: number;
  readonly actual: number;
  readonly baselines: SaidThen['baselines'];
  /** What people had said by then; undefined where they had not. */
  readonly called: number | undefined;
}

export interface Run extends Trial, Pick<Forecast, 'mean' | 'grounds' | 'draws' | 'views'> {
  /** Each open deal's chance, and whether it was won in the rest of the period. */
  readonly deals: readonly Tried[];
}

export interface Tried extends Pick<DealChance, 'id' | 'chance'> {
  readonly isWon: boolean;
}

/** Points of a period that it is forecast at, where nothing else is asked: its start, one third, two thirds. */
export const HORIZONS: readonly number[] = [0, 1 / 3, 2 / 3];

export interface TrialOptions {
  readonly horizons?: readonly number[];
  /** What had been said of the period by the start of the day. */
  readonly callsOf?: ((target: Target, day: number) => number | undefined) | undefined;
}

/**
 * One run for each period and horizon, one after the other: nothing but the runs is kept.
 * @param targets that are over by the day at which the history is taken to be complete
 */
export function* backtest(
  history: History,
  targets: readonly Target[],
  settings: ForecasterSettings,
  complete: number,
  { horizons = HORIZONS, callsOf = () => undefined }: TrialOptions = {},
): Generator<Run> {
  const forecaster = new Forecaster(history, settings);
  const truth = knownAt(history, complete);
  const outcomes = new Map(truth.deals.map((deal) => [deal.id, deal]));
  for (const target of targets) {
    const actual = wonIn(truth, target.from, target.to);
    for (const fraction of horizons) {
      const asOf = dayAt(target, fraction);
      const forecast = forecaster.forecast(asOf, target, { draws: settings.draws });
      const { at, p10, p50, p90, mean, grounds, draws, views, deals, adjusted } = forecast;
      const tried = deals.map(({ id, chance }) => {
        const outcome = outcomes.get(id);
        return {
          id,
          chance: adjustedChance(chance, adjusted),
          isWon: outcome !== undefined && isWonIn(outcome, at, target.to),
        };
      });
      const baselines = baselinesOf(history, asOf, target, settings.probability);
      yield {
        target,
        asOf,
        at,
        fraction,
        p10,
        p50,
        p90,
        mean,
        grounds,
        draws,
        views,
        actual,
        baselines,
        called: callsOf(target, asOf),
        deals: tried,
      };
    }
  }
}

/**
 * What was said of each period as of the same point of it, and what came: of what stood behind it nothing.
 * @param forecaster of the same history
 * @param known all outcomes
 */
export function trialsOf(
  forecaster: Forecaster,
  known: Known,
  targets: readonly Target[],
  fraction: number,
  callsOf: TrialOptions['callsOf'] = () => undefined,
): Trial[] {
  return targets.map((target) => {
    const asOf = dayAt(target, fraction);
    return {
      ...{ target, asOf, at: standOf(known, asOf), fraction },
      ...forecaster.saidThen(asOf, target),
      actual: wonIn(known, target.from, target.to),
      called: callsOf(target, asOf),
    };
  });
}

/**
 * The periods that a backtest can try, earliest first: complete, not missing, and begun when the history was.
 * @param last any period of the kind; those before it are taken
 */
export function periodsToTry(known: Known, last: Target): Target[] {
  const targets: Target[] = [];
  for (const span of pastPeriods(known, last)) {
    if (span.from <= known.since) break;
    targets.push(span);
  }
  return targets.reverse();
}
