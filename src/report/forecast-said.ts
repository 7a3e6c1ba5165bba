// What was forecast of a period that is over.

import { type Day, fromEpochDay } from '../base/day.ts';
import { type Decimal, fromMinor } from '../base/money.ts';
import { backtest } from '../forecast/backtest.ts';
import { PAST_DRAWS } from '../forecast/forecaster.ts';
import type { Target } from '../forecast/spans.ts';
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
export function saidOf({ history, at, settings, digits }: Basis, target: Target): SaidView[] {
  const money = (value: number) => fromMinor(wholeUnits(value, digits), digits);
  const asked = { ...settings, draws: PAST_DRAWS };
  const first = history.told?.[0] ?? history.since;
  return [...backtest(history, [target], asked, at)]
    .filter(({ asOf }) => first <= asOf)
    .map(({ asOf, fraction, p10, p50, p90 }) => ({
      as_of: fromEpochDay(asOf),
      fraction,
      ...{ p10: money(p10), p50: money(p50), p90: money(p90) },
    }));
}
