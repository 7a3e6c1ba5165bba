// Why a forecast is another than it was: the difference of two expected values of one period, deal by deal, so that the
// parts add up to it. Percentiles would not: that of a sum is no sum of percentiles.
//
// A deal that stayed open is taken from what it was to what it is in steps, each with all the others as the steps before left them:
// the chance as of now of how it stood then, the factors of now, its amount, its close date, its stage. Another order would give
// the same sum and somewhat other parts.

import { STAGE_NOT_KNOWN } from '../deal/deal.ts';
import { chancesOf, type DealChance } from './cohort.ts';
import type { Driver } from './driver-bars.ts';
import { type Forecast, Forecaster, type ForecasterSettings } from './forecaster.ts';
import type { DealState, History } from './history.ts';
import { isOpenAt, isWonIn, type Known, type KnownDeal, knownAt, stateAt } from './known.ts';
import type { Target } from './spans.ts';
import { amountsFor } from './views.ts';
import { referenceWindows } from './windows.ts';

/** What one deal adds to a bar; of deals that are not there yet, without an id. */
export interface Effect {
  readonly driver: Driver;
  readonly id: string | undefined;
  /** Of the expected value; rounded as asked. */
  readonly value: number;
}

export interface Drivers {
  readonly before: Forecast;
  readonly after: Forecast;
  /** None of 0. They add up to the difference of the two expected values, each the sum of its rounded parts. */
  readonly effects: readonly Effect[];
}

export interface DriversAsked {
  readonly target: Target;
  /** At the start of which days the two forecasts stand. */
  readonly from: number;
  readonly to: number;
  /** What is estimated, of one deal, to what is shown. */
  readonly round: (value: number) => number;
}

export function driversOf(history: History, settings: ForecasterSettings, asked: DriversAsked): Drivers {
  const { target, from, to } = asked;
  const forecaster = new Forecaster(history, settings);
  const [before, after] = [forecaster.forecast(from, target), forecaster.forecast(to, target)];
  const ends = {
    before: sideOf(before, knownAt(history, before.at)),
    after: sideOf(after, knownAt(history, after.at)),
  };
  const steps = stepsOf(ends, settings);
  const effects = [...ends.after.known.deals].flatMap((deal) => dealEffects(deal.id, ends, steps, asked));
  return { before, after, effects: [...effects, ...freshEffects(before, after, asked)].filter(isSome) };
}

interface Side {
  readonly forecast: Forecast;
  readonly known: Known;
  readonly deals: ReadonlyMap<string, KnownDeal>;
  readonly chances: ReadonlyMap<string, DealChance>;
}

interface Ends {
  readonly before: Side;
  readonly after: Side;
}

function sideOf(forecast: Forecast, known: Known): Side {
  return { forecast, known, deals: byId(known.deals), chances: byId(forecast.deals) };
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}

/** The chances as of now if the deals stood as they did then; with the amounts of now; and with the close dates of now. */
interface Steps {
  readonly stood: ReadonlyMap<string, DealChance>;
  readonly amounts: ReadonlyMap<string, DealChance>;
  readonly closes: ReadonlyMap<string, DealChance>;
}

function stepsOf({ before, after }: Ends, { probability, pool }: ForecasterSettings): Steps {
  const { known } = after;
  const { target, isPooled } = after.forecast;
  const learned = isPooled && pool !== undefined ? knownAt(pool, known.at) : known;
  const asked = {
    ...{ known: learned, target, probability },
    ...{ references: referenceWindows(learned, target), amounts: amountsFor(learned, target) },
  };
  const standing = (change: (stood: DealState, stands: DealState) => DealState) => {
    const deals = known.deals.map((deal) => {
      const was = before.deals.get(deal.id);
      const [stood, stands] = [was && openState(was, before.known.at), openState(deal, known.at)];
      return stood === undefined || stands === undefined
        ? deal
        : { ...deal, states: [{ ...change(stood, stands), since: stands.since }] };
    });
    return byId(chancesOf(asked, { ...known, deals }));
  };
  return {
    stood: standing((stood) => stood),
    amounts: standing((stood, { amount }) => ({ ...stood, amount })),
    closes: standing((stood, { amount, close, slips }) => ({ ...stood, amount, close, slips })),
  };
}

function openState(deal: KnownDeal, day: number): DealState | undefined {
  return isOpenAt(deal, day) ? stateAt(deal, day) : undefined;
}

/** What a deal adds to the period: what it was won for, or what is expected of it. */
interface Part {
  readonly kind: 'won' | 'open' | 'won-outside' | 'none';
  readonly value: number;
}

function partOf(
  id: string,
  { forecast, known, deals, chances }: Side,
  { target, round }: DriversAsked,
): Part {
  const deal = deals.get(id);
  if (deal === undefined) return { kind: 'none', value: 0 };
  if (isWonIn(deal, target.from, Math.min(known.at, target.to))) {
    return { kind: 'won', value: Math.round(deal.final ?? 0) };
  }
  if (deal.outcome === 'won') return { kind: 'won-outside', value: 0 };
  if (openState(deal, known.at) === undefined) return { kind: 'none', value: 0 };
  const chance = chances.get(id);
  return { kind: 'open', value: chance === undefined ? 0 : round(chance.expected * forecast.adjusted) };
}

function dealEffects(id: string, ends: Ends, steps: Steps, asked: DriversAsked): Effect[] {
  const [before, after] = [partOf(id, ends.before, asked), partOf(id, ends.after, asked)];
  const whole = (driver: Driver): Effect[] => [{ driver, id, value: after.value - before.value }];
  if (before.kind === 'open' && after.kind === 'open') return openEffects(id, ends, steps, asked);
  if (before.kind === 'won') return whole('corrected');
  if (after.kind === 'won') return whole('won');
  if (before.kind === 'open') return whole(after.kind === 'won-outside' ? 'won-outside' : 'lost');
  return whole('new');
}

function openEffects(id: string, { before, after }: Ends, steps: Steps, asked: DriversAsked): Effect[] {
  const { round, target } = asked;
  const [was, is] = [before.chances.get(id), after.chances.get(id)];
  const [stood, amounts, closes] = [steps.stood.get(id), steps.amounts.get(id), steps.closes.get(id)];
  const expected = (chance = 0, amount = 0, { worth, adjusted } = after.forecast) =>
    round(chance * amount * worth * adjusted);
  const isDue = ({ deals, known }: Side) => {
    const deal = deals.get(id);
    const close = deal && openState(deal, known.at)?.close;
    return close !== undefined && close < target.to;
  };
  const [wasDue, dueNow] = [isDue(before), isDue(after)];
  // Where nobody knew the stage, nobody knew the close date: to come to know them is history, and no move.
  const isTold = stageOf(id, before) !== STAGE_NOT_KNOWN && stageOf(id, after) !== STAGE_NOT_KNOWN;
  const moved = wasDue === dueNow || !isTold ? 'chances' : wasDue ? 'slipped-out' : 'pulled-in';
  const grew = (amounts?.amount ?? 0) > (stood?.amount ?? 0) ? 'amounts-up' : 'amounts-down';
  const levels: readonly (readonly [Driver, number])[] = [
    ['chances', expected(stood?.chance, was?.amount, before.forecast)],
    ['factors', expected(stood?.chance, stood?.amount)],
    [grew, expected(stood?.chance, amounts?.amount)],
    ['chances', expected(amounts?.chance, amounts?.amount)],
    [moved, expected(closes?.chance, amounts?.amount)],
    [isTold ? 'stages' : 'chances', expected(is?.chance, is?.amount)],
  ];
  let level = was === undefined ? 0 : expected(was.chance, was.amount, before.forecast);
  return levels.map(([driver, next]) => {
    const value = next - level;
    level = next;
    return { driver, id, value };
  });
}

function stageOf(id: string, { deals, known }: Side): string | undefined {
  const deal = deals.get(id);
  return deal && openState(deal, known.at)?.stage;
}

function freshEffects(before: Forecast, after: Forecast, { round }: DriversAsked): Effect[] {
  const [was, is] = [round(before.parts.fresh), round(after.parts.fresh)];
  const factored = before.adjusted > 0 ? round((before.parts.fresh / before.adjusted) * after.adjusted) : was;
  return [
    { driver: 'factors', id: undefined, value: factored - was },
    { driver: 'not-created', id: undefined, value: is - factored },
  ];
}

function isSome({ value }: Effect): boolean {
  return value !== 0;
}
