// How the same forecast did before, beside simpler ways, at the same point of the latest complete periods.

import { periodsToTry, type TrialOptions, trialsOf } from '../forecast/backtest.ts';
import type { Forecaster } from '../forecast/forecaster.ts';
import { knownAt } from '../forecast/known.ts';
import { bestOf, type Method, type TrialFigures, trialFigures } from '../forecast/measure.ts';
import { fractionOf, type Target } from '../forecast/spans.ts';
import type { Basis } from './forecast-basis.ts';

export interface TriedView {
  readonly runs: number;
  readonly within: number;
  readonly methods: readonly {
    readonly method: Method;
    readonly wape: number | null;
    readonly bias: number | null;
    /** Of how many of the runs it had something to say. */
    readonly runs: number;
    /** The error of the forecast in these. */
    readonly forecast_wape: number | null;
  }[];
  /** The one with the smallest error. */
  readonly best: Method | null;
  /** The last three outcomes all lay on that side of P10–P90: the process has changed. */
  readonly missed_lately: 'above' | 'below' | null;
}

const MOST_TRIED = 8;

/** Of the latest complete periods, at most eight, each as of the same point. */
export function triedView(
  { history, at }: Basis,
  target: Target,
  forecaster: Forecaster,
  callsOf: TrialOptions['callsOf'],
): TriedView | null {
  const known = knownAt(history, at);
  const targets = periodsToTry(known, target).slice(-MOST_TRIED);
  const fraction = Math.min(fractionOf(target, at), 1);
  if (targets.length === 0 || fraction === 1) return null;
  return triedOf(trialFigures(trialsOf(forecaster, known, targets, fraction, callsOf)));
}

/** Figures as JSON has them. */
export function triedOf(figures: TrialFigures): TriedView {
  return {
    runs: figures.runs,
    within: figures.covered,
    methods: figures.methods.map(({ method, wape, bias, runs, forecastWape }) => ({
      method,
      wape: wape ?? null,
      bias: bias ?? null,
      runs,
      forecast_wape: forecastWape ?? null,
    })),
    best: bestOf(figures.methods) ?? null,
    missed_lately: figures.missedLately ?? null,
  };
}
