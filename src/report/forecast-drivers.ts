// pipeline/forecast-drivers/1: why the forecast of a period is another than it was, as a bridge of expected values.

import { type Day, fromEpochDay } from '../base/day.ts';
import { grouped } from '../base/grouped.ts';
import { type Decimal, fromMinor, type Minor, sumMinor } from '../base/money.ts';
import type { Period } from '../base/period.ts';
import { DRIVERS, type Driver } from '../forecast/driver-bars.ts';
import { type Drivers, driversOf, type Effect } from '../forecast/drivers.ts';
import type { Forecast } from '../forecast/forecaster.ts';
import { targetOf } from '../forecast/spans.ts';
import { ALGORITHM } from '../forecast/stream.ts';
import type { Basis } from './forecast-basis.ts';
import { wholeUnits } from './whole-units.ts';

export interface DriverDeal {
  readonly id: string;
  readonly owner: string;
  readonly value: Decimal;
}

export interface DriverBar {
  readonly bar: Driver;
  readonly value: Decimal;
  /** The deals that make it, the largest first; what is not created yet has none. */
  readonly deals: readonly DriverDeal[];
  /** What it holds beside its deals: of those that are not there yet. */
  readonly without_deal: Decimal;
}

export interface ForecastEnd {
  /** At the end of this day. */
  readonly as_of: Day;
  readonly seed: string;
  /** Expected value: what the bars lead from and to. */
  readonly mean: Decimal;
  readonly p10: Decimal;
  readonly p50: Decimal;
  readonly p90: Decimal;
  /** Factor on open and new that brings them to what past accuracy says. */
  readonly adjusted: number;
}

export interface ForecastDriversView {
  readonly schema: 'pipeline/forecast-drivers/1';
  readonly period: string;
  readonly from: Day;
  readonly to: Day;
  readonly owner: string | null;
  readonly currency: string;
  readonly method: string;
  /** The snapshot that the earlier forecast stands on. */
  readonly since: string;
  readonly before: ForecastEnd;
  readonly after: ForecastEnd;
  /** after.mean − before.mean; the bars add up to it. */
  readonly change: Decimal;
  /** In a fixed order; those in which nothing changed are left out. */
  readonly bars: readonly DriverBar[];
}

export interface DriversAsked {
  readonly period: Period;
  readonly fiscalYearStarts: number;
  readonly owner: string | undefined;
  readonly since: string;
  /** At the start of which day the earlier forecast stands, counted from 1970-01-01. */
  readonly from: number;
}

/** @throws Failure `sum-too-large` */
export function forecastDriversView(basis: Basis, asked: DriversAsked): ForecastDriversView {
  const { history, at, settings, digits } = basis;
  const target = targetOf(asked.period, asked.fiscalYearStarts);
  const round = (value: number) => wholeUnits(value, digits);
  const drivers = driversOf(history, settings, { target, from: asked.from, to: at, round });
  const [before, after] = [meanOf(drivers.before, round), meanOf(drivers.after, round)];
  return {
    schema: 'pipeline/forecast-drivers/1',
    period: asked.period.name,
    from: asked.period.from,
    to: asked.period.to,
    owner: asked.owner ?? null,
    currency: basis.currency,
    method: ALGORITHM,
    since: asked.since,
    before: endView(drivers.before, before, basis),
    after: endView(drivers.after, after, basis),
    change: fromMinor(after - before, digits),
    bars: barsOf(drivers, basis),
  };
}

/** As `pipeline forecast` shows it: the sum of its rounded parts. */
function meanOf({ parts, deals, adjusted }: Forecast, round: (value: number) => Minor): Minor {
  const open = deals.map(({ expected }) => round(expected * adjusted));
  return sumMinor([Math.round(parts.won), ...open, round(parts.fresh)]);
}

function endView(forecast: Forecast, mean: Minor, { digits }: Basis): ForecastEnd {
  const money = (value: number) => fromMinor(wholeUnits(value, digits), digits);
  return {
    as_of: fromEpochDay(forecast.at - 1),
    seed: forecast.seed,
    mean: fromMinor(mean, digits),
    p10: money(forecast.p10),
    p50: money(forecast.p50),
    p90: money(forecast.p90),
    adjusted: forecast.adjusted,
  };
}

function barsOf({ effects }: Drivers, basis: Basis): DriverBar[] {
  const { digits } = basis;
  const byDriver = grouped(effects, ({ driver }) => driver);
  return DRIVERS.flatMap((bar) => {
    const all = byDriver.get(bar);
    if (all === undefined) return [];
    return [
      {
        bar,
        value: fromMinor(sumMinor(all.map(({ value }) => value)), digits),
        deals: dealsOf(all, basis),
        without_deal: fromMinor(sumMinor(all.map(({ id, value }) => (id === undefined ? value : 0))), digits),
      },
    ];
  });
}

/** A deal may be in one bar by two steps: they are one. */
function dealsOf(effects: readonly Effect[], { rows, digits }: Basis): DriverDeal[] {
  const byDeal = grouped(effects, ({ id }) => id ?? '');
  byDeal.delete('');
  return [...byDeal]
    .map(([id, own]) => ({ id, sum: sumMinor(own.map(({ value }) => value)) }))
    .filter(({ sum }) => sum !== 0)
    .sort((a, b) => Math.abs(b.sum) - Math.abs(a.sum) || (a.id < b.id ? -1 : 1))
    .map(({ id, sum }) => ({ id, owner: rows.get(id)?.owner ?? '', value: fromMinor(sum, digits) }));
}
