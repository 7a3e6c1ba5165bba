// What was known at the start of a day. All that a forecast looks at comes through here, so that nothing of that day or
// later can leak into it.

import { type DealHistory, type DealState, type History, knownFrom, type Outcome } from './history.ts';

export interface KnownDeal {
  readonly id: string;
  readonly created: number;
  readonly product: string;
  readonly listPrice: number | undefined;
  /** The day at whose start the deal was first known to be open; undefined where it was first seen closed. */
  readonly seen: number | undefined;
  readonly outcome: Outcome | undefined;
  /** The day of closing. One that is still to come, which somebody wrote down by mistake, is in no sum before it. */
  readonly closed: number | undefined;
  /** The last day on which it was open. */
  readonly left: number | undefined;
  /** The final amount of a won one. */
  readonly final: number | undefined;
  readonly states: readonly DealState[];
}

export interface Known {
  /** The day at whose start all this was known: D. */
  readonly at: number;
  /** From when on references may be taken: H0, no earlier than the first closing on record. */
  readonly since: number;
  /** The days at whose start something new was known; undefined: each day. */
  readonly told: readonly number[] | undefined;
  readonly deals: readonly KnownDeal[];
  /** Those of them that are won. */
  readonly won: readonly KnownDeal[];
  /** Days on which a deal was created or closed. */
  readonly lively: ReadonlySet<number>;
  /** What was won on each day, final amounts. */
  readonly wonOn: ReadonlyMap<number, number>;
}

/**
 * Where a forecast as of the start of the day stands: the latest day, that one or before, at whose start something new was
 * known. What has happened since is part of what is still to come.
 */
export function standOf({ told }: Pick<History, 'told'>, day: number): number {
  return told?.findLast((one) => one <= day) ?? day;
}

/**
 * The day nearest to it at whose start something new was known, none after `last`: a window of the past begins there, as
 * a forecast does. An earlier one would show old states, and take deals for new that somebody had already written down.
 */
export function nearestTold({ told }: Pick<Known, 'told'>, day: number, last: number): number {
  const days = told?.filter((one) => one <= last) ?? [];
  if (days.length === 0) return day;
  return days.reduce((best, one) => (Math.abs(one - day) < Math.abs(best - day) ? one : best));
}

/**
 * The history as it was known at the start of the day. References begin with the first closing on record, not with the
 * oldest creation: an export that begins with what was closed in March knows no closing of February.
 */
export function knownAt(history: History, day: number): Known {
  const [deals, won]: [KnownDeal[], KnownDeal[]] = [[], []];
  const lively = new Set<number>();
  const wonOn = new Map<number, number>();
  let firstClosing = day;
  for (const phases of lifeOfEach(history)) {
    const known = phaseOn(phases, day);
    if (known === undefined) continue;
    const { created, closed, outcome, final = 0 } = known;
    deals.push(known);
    lively.add(created);
    if (closed === undefined) continue;
    lively.add(closed);
    if (closed >= history.since) firstClosing = Math.min(firstClosing, closed);
    if (outcome !== 'won') continue;
    won.push(known);
    wonOn.set(closed, (wonOn.get(closed) ?? 0) + final);
  }
  const told = history.told?.filter((one) => one <= day);
  return { at: day, since: Math.max(history.since, firstClosing), told, deals, won, lively, wonOn };
}

/** What was known of a deal from the start of one day on, until the next one. */
interface Phase {
  readonly since: number;
  readonly deal: KnownDeal;
}

/** A backtest asks for hundreds of days: a deal is the same on most of them, so that it is put together once a change. */
const LIVES = new WeakMap<History, readonly (readonly Phase[])[]>();

function lifeOfEach(history: History): readonly (readonly Phase[])[] {
  const lives = LIVES.get(history) ?? history.deals.map(phasesOf);
  LIVES.set(history, lives);
  return lives;
}

function phaseOn(phases: readonly Phase[], day: number): KnownDeal | undefined {
  for (let at = phases.length - 1; at >= 0; at--) {
    const phase = phases[at];
    if (phase !== undefined && phase.since <= day) return phase.deal;
  }
  return undefined;
}

function phasesOf(deal: DealHistory): Phase[] {
  const first = knownFrom(deal);
  const later = [...deal.endings, ...(deal.changed ?? [])].map(({ since }) => since);
  const days = new Set([first, ...later.filter((since) => since > first)]);
  return [...days].sort((a, b) => a - b).map((since) => ({ since, deal: knownSince(deal, since) }));
}

function knownSince(deal: DealHistory, day: number): KnownDeal {
  const first = deal.states[0]?.since;
  const seen = first !== undefined && first <= day ? first : undefined;
  const ending = deal.endings.findLast(({ since }) => since <= day);
  const ended = ending?.outcome === 'open' ? undefined : ending;
  const closed = ended && (ended.on ?? ended.since - 1);
  const { created, product, listPrice } = deal.changed?.findLast(({ since }) => since <= day) ?? deal;
  return {
    id: deal.id,
    created: Math.min(created ?? day, (seen ?? day) - 1, closed ?? day),
    product,
    listPrice,
    seen,
    outcome: ended?.outcome === 'open' ? undefined : ended?.outcome,
    closed,
    left: ended && Math.min(ended.on ?? day, ended.since - 1),
    final: ending?.amount,
    states: deal.states,
  };
}

/** Whether it stood open at the start of a day, the one that all this is known at or an earlier one. */
export function isOpenAt(deal: KnownDeal, day: number): boolean {
  return deal.seen !== undefined && deal.seen <= day && (deal.left === undefined || deal.left >= day);
}

/** Of each Known the days that it was asked about: the windows of several views begin on the same ones. */
const OPEN = new WeakMap<Known, Map<number, readonly KnownDeal[]>>();

/** The deals that stood open at the start of a day, the one that all this is known at or an earlier one. */
export function openOn(known: Known, day: number): readonly KnownDeal[] {
  const days = OPEN.get(known) ?? new Map<number, readonly KnownDeal[]>();
  OPEN.set(known, days);
  const open = days.get(day) ?? known.deals.filter((deal) => isOpenAt(deal, day));
  days.set(day, open);
  return open;
}

/** The state of a deal at the start of a day on which it was open. */
export function stateAt({ states }: KnownDeal, day: number): DealState | undefined {
  for (let at = states.length - 1; at >= 0; at--) {
    const state = states[at];
    if (state !== undefined && state.since <= day) return state;
  }
  return undefined;
}

/** Whether it was won in [from, to). */
export function isWonIn(deal: KnownDeal, from: number, to: number): boolean {
  return deal.outcome === 'won' && deal.closed !== undefined && deal.closed >= from && deal.closed < to;
}

/** What was won in [from, to), final amounts. */
export function wonIn({ wonOn }: Known, from: number, to: number): number {
  let sum = 0;
  for (let day = from; day < to; day++) sum += wonOn.get(day) ?? 0;
  return sum;
}
