// The forecast of each group of deals by itself, beside that of all: owners, segments.

import { Forecaster } from '../forecast/forecaster.ts';
import { targetOf } from '../forecast/spans.ts';
import { targetFor } from '../plan/targets.ts';
import { targetsInForce } from '../snapshot/targets.ts';
import type { ForecastAsked, ForecastView } from './forecast.ts';
import type { Bases, BasisFacts } from './forecast-basis.ts';
import { type ForecastFigures, forecastFigures } from './forecast-figures.ts';
import type { Grouping } from './groups.ts';

export interface ForecastGroup extends ForecastFigures {
  /** '' for none. */
  readonly key: string;
}

export interface GroupedForecast extends ForecastView {
  readonly by: string;
  /** By P50, the most first; those that neither have nor bring anything in the period are left out. */
  readonly groups: readonly ForecastGroup[];
}

/** @throws Failure `sum-too-large` */
export function groupedForecast(
  whole: ForecastView,
  { parts }: Bases,
  { settings, today }: BasisFacts,
  { name, scopeOf }: Grouping,
  { period }: Pick<ForecastAsked, 'period'>,
): GroupedForecast {
  const target = targetOf(period, settings.fiscalYearStarts);
  const targets = targetsInForce(settings.plan.targets, today);
  const groups = [...parts].map(([key, basis]): ForecastGroup => {
    const forecast = new Forecaster(basis.history, basis.settings).forecast(basis.at, target);
    const goal = targetFor(targets, period.name, scopeOf(key), basis.digits);
    return { key, ...forecastFigures(basis, target, forecast, goal) };
  });
  return {
    ...whole,
    by: name,
    groups: groups
      .filter(
        ({ counts, p90, target: goal }) => counts.won + counts.open > 0 || Number(p90) > 0 || goal !== null,
      )
      .sort((a, b) => Number(b.p50) - Number(a.p50) || (a.key < b.key ? -1 : 1)),
  };
}
