// A backtest in figures: the forecast and its yardsticks, for each part of a period, and whether it is worth its while.

import type { Run, Trial } from './backtest.ts';
import { BASELINES, type BaselineName } from './baselines.ts';
import {
  bias,
  brierSkill,
  calibration,
  calibrationError,
  covered,
  type Decile,
  pinball,
  wape,
} from './scores.ts';

/** A way to foresee; people's calls only where there were any. */
export type Method = 'forecast' | BaselineName | 'human-calls';

export interface MethodFigures {
  readonly method: Method;
  /** Runs that it had something to say in. */
  readonly runs: number;
  readonly wape: number | undefined;
  readonly bias: number | undefined;
  /** The error of the forecast in the same runs. */
  readonly forecastWape: number | undefined;
}

export interface HorizonFigures {
  /** Where in the period it stands: 0 at its start. */
  readonly fraction: number;
  readonly methods: readonly MethodFigures[];
}

/** What can be told of trials by what was said and what came. */
export interface TrialFigures {
  readonly runs: number;
  /** Over all horizons. */
  readonly methods: readonly MethodFigures[];
  /** Outcomes within P10–P90. */
  readonly covered: number;
  /** The last three outcomes at a period's start all lay on this side of P10–P90: the process has changed. */
  readonly missedLately: 'above' | 'below' | undefined;
}

export interface Figures extends TrialFigures {
  readonly horizons: readonly HorizonFigures[];
  readonly pinball: number | undefined;
  readonly deciles: readonly Decile[];
  /** Whose chances these are: a deal has one in each run in which it stood open. */
  readonly dealsTried: number;
  readonly calibrationError: number | undefined;
  readonly brierSkill: number | undefined;
}

const IN_A_ROW = 3;

/** @param trials in order of their periods */
export function trialFigures(trials: readonly Trial[]): TrialFigures {
  const first = trials[0]?.fraction;
  return {
    runs: trials.length,
    methods: methodsOf(trials),
    covered: covered(trials),
    missedLately: missedLately(trials.filter(({ fraction }) => fraction === first)),
  };
}

/** @param runs in order of their periods */
export function figuresOf(runs: readonly Run[]): Figures {
  const fractions = [...new Set(runs.map(({ fraction }) => fraction))];
  const chances = runs.flatMap(({ deals }) => deals);
  const deciles = calibration(chances);
  return {
    ...trialFigures(runs),
    horizons: fractions.map((fraction) => ({
      fraction,
      methods: methodsOf(runs.filter((run) => run.fraction === fraction)),
    })),
    pinball: pinball(runs),
    deciles,
    dealsTried: new Set(chances.map(({ id }) => id)).size,
    calibrationError: calibrationError(deciles),
    brierSkill: brierSkill(chances),
  };
}

function methodsOf(runs: readonly Trial[]): MethodFigures[] {
  const own = (run: Trial) => run.p50;
  const ways = [
    { method: 'forecast' as const, says: own },
    ...BASELINES.map((method) => ({ method, says: (run: Trial) => run.baselines[method] })),
    ...(runs.some(({ called }) => called !== undefined)
      ? [{ method: 'human-calls' as const, says: (run: Trial) => run.called }]
      : []),
  ];
  return ways.map(({ method, says }) => {
    const spoke = runs.filter((run) => says(run) !== undefined);
    const said = spoke.map((run) => ({ forecast: says(run) ?? 0, actual: run.actual }));
    const beside = spoke.map((run) => ({ forecast: own(run), actual: run.actual }));
    return { method, runs: spoke.length, wape: wape(said), bias: bias(said), forecastWape: wape(beside) };
  });
}

function missedLately(runs: readonly Trial[]): Figures['missedLately'] {
  const last = runs.slice(-IN_A_ROW);
  if (last.length < IN_A_ROW) return undefined;
  if (last.every(({ p10, actual }) => actual < p10)) return 'below';
  return last.every(({ p90, actual }) => actual > p90) ? 'above' : undefined;
}

/**
 * The method with the smallest error of those that beat the forecast in the runs in which they spoke; else the forecast.
 * One that spoke in fewer than half of them is none to go by.
 */
export function bestOf(methods: readonly MethodFigures[]): MethodFigures['method'] | undefined {
  const [own] = methods;
  if (own?.wape === undefined) return undefined;
  const better = methods.filter(
    ({ wape: error, forecastWape, runs }) =>
      2 * runs >= own.runs && error !== undefined && forecastWape !== undefined && error < forecastWape,
  );
  const [best] = better.sort((a, b) => (a.wape ?? 0) - (b.wape ?? 0));
  return (best ?? own).method;
}
