// What was forecast of a period that is over.

import { type Day, fromEpochDay } from '../base/day.ts';
import { type Decimal, fromMinor } from '../base/money.ts';
import { HORIZONS } from '../forecast/backtest.ts';
import type { Forecaster } from '../forecast/forecaster.ts';
import { dayAt, type Target } from '../forecast/spans.ts';
import type { Basis } from './forecast-basis.ts';
import { wholeUnits } from './whole-units.ts';

export interface SaidView {
  readonly as_of: Day;
  readonly fraction: number;
  readonly p10: Decimal;
  readonly p50: Decimal;
  readonly p90: Decimal;
}

/** As of those of the three points of the period that the history reaches, by what was known then. */
export function saidOf({ history, digits }: Basis, target: Target, forecaster: Forecaster): SaidView[] {
  const money = (value: number) => fromMinor(wholeUnits(value, digits), digits);
  const first = history.told?.[0] ?? history.since;
  return HORIZONS.map((fraction) => ({ fraction, asOf: dayAt(target, fraction) }))
    .filter(({ asOf }) => first <= asOf)
    .map(({ asOf, fraction }) => {
      const { p10, p50, p90 } = forecaster.saidThen(asOf, target);
      const range = { p10: money(p10), p50: money(p50), p90: money(p90) };
      return { as_of: fromEpochDay(asOf), fraction, ...range };
    });
}
