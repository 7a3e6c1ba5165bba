// What a forecast says in figures, of all deals or of a part of them, and what it rests on.

import { type Decimal, fromMinor, sumMinor } from '../base/money.ts';
import { STAGE_NOT_KNOWN } from '../deal/deal.ts';
import type { Forecast, Grounds } from '../forecast/forecaster.ts';
import type { DealHistory, WhyLeftOut } from '../forecast/history.ts';
import { isWonIn, knownAt } from '../forecast/known.ts';
import type { Target } from '../forecast/spans.ts';
import type { Basis } from './forecast-basis.ts';
import { wholeUnits } from './whole-units.ts';

export interface ForecastFigures {
  readonly p10: Decimal;
  readonly p50: Decimal;
  readonly p90: Decimal;
  /** Expected value, the sum of the parts. */
  readonly mean: Decimal;
  readonly parts: { readonly won: Decimal; readonly open: Decimal; readonly new: Decimal };
  readonly counts: { readonly won: number; readonly open: number };
  readonly target: { readonly value: Decimal; readonly reached: number } | null;
  readonly history: {
    readonly grounds: Grounds;
    /** Its own past is too little: its deals have the chances of all deals, and periods and windows are theirs. */
    readonly pooled: boolean;
    /** Deals of its own that are won or lost. */
    readonly decided: number;
    readonly snapshots: number;
    readonly other_currency: number;
    readonly periods: number;
    readonly rolling: number;
    /** Decided deals that were seen open, in no stage that anybody knows: they tell of chances, and not of stages. */
    readonly without_stage: number;
    /** Days from where it stands to the end of the period. */
    readonly days_ahead: number;
    /** Stages of open deals without a probability in pipeline.yaml: their place in the process stands in. */
    readonly by_place: readonly string[];
    readonly left_out: readonly { readonly why: WhyLeftOut; readonly ids: readonly string[] }[];
  };
}

/** @param goal in minor units @throws Failure `sum-too-large` */
export function forecastFigures(
  basis: Basis,
  target: Target,
  forecast: Forecast,
  goal: number | undefined,
): ForecastFigures {
  const { history, at, digits } = basis;
  const whole = (value: number) => wholeUnits(value, digits);
  const money = (value: number) => fromMinor(whole(value), digits);
  const { won, fresh } = forecast.parts;
  const open = sumMinor(forecast.deals.map(({ expected }) => whole(expected * forecast.adjusted)));
  return {
    p10: money(forecast.p10),
    p50: money(forecast.p50),
    p90: money(forecast.p90),
    mean: fromMinor(Math.round(won) + open + whole(fresh), digits),
    parts: { won: fromMinor(Math.round(won), digits), open: fromMinor(open, digits), new: money(fresh) },
    counts: { won: wonCount(basis, target), open: forecast.deals.length },
    target: goal === undefined ? null : { value: fromMinor(goal, digits), reached: reached(forecast, goal) },
    history: {
      grounds: forecast.grounds,
      pooled: forecast.isPooled,
      decided: forecast.decided,
      snapshots: basis.snapshots.used,
      other_currency: basis.snapshots.otherCurrency,
      ...forecast.references,
      without_stage: history.deals.filter(isStageless).length,
      days_ahead: Math.max(target.to - at, 0),
      by_place: basis.byPlace.filter((stage) => forecast.deals.some((deal) => deal.stage === stage)),
      left_out: history.leftOut,
    },
  };
}

function isStageless({ states, endings }: DealHistory): boolean {
  const outcome = endings.at(-1)?.outcome ?? 'open';
  return outcome !== 'open' && states.length > 0 && states.every(({ stage }) => stage === STAGE_NOT_KNOWN);
}

function wonCount({ history, at }: Basis, { from, to }: Target): number {
  return knownAt(history, at).deals.filter((deal) => isWonIn(deal, from, Math.min(at, to))).length;
}

function reached({ draws }: Forecast, target: number): number {
  return draws.reduce((count, draw) => count + (draw >= target ? 1 : 0), 0);
}
