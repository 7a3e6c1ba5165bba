// pipeline/movement-counts/1: how often movements happened to each deal over all snapshots between two, the worst first.

import type { Day } from '../base/day.ts';
import { addMinor, type Decimal, fromMinor, type Minor, sumMinor } from '../base/money.ts';
import { bridgeOf, closingOf, openingOf } from '../movement/bridge.ts';
import { compare, movementsOf } from '../movement/compare.ts';
import { type CountedDeal, type MovementCount, MovementCounter } from '../movement/counts.ts';
import { MOVEMENTS, type MovementKind } from '../movement/kinds.ts';
import { isUnknownAt } from './backfilled-end.ts';
import { type DiffView, scopeView } from './diff.ts';
import { idleDeal, scoped, unreadableIn } from './diff-deals.ts';
import { type ScopeAsked, scopeOfStep, type WalkedSeries } from './series-scope.ts';

export interface CountView {
  readonly kind: MovementKind;
  /** From a snapshot to the next, how often. */
  readonly times: number;
  /** Calendar days in all; null for what moves no close date. */
  readonly days: number | null;
  /** The change of value in all, signed; null for what changes none. */
  readonly value: Decimal | null;
}

export interface MovementCountsView {
  readonly schema: 'pipeline/movement-counts/1';
  readonly from: Day;
  readonly to: Day;
  readonly from_snapshot: string;
  readonly to_snapshot: string;
  readonly scope: DiffView['scope'];
  readonly currency: string;
  /** How many snapshots were walked, both ends included. */
  readonly snapshots: number;
  readonly only: readonly MovementKind[];
  /** Deals that were open in the scope at any of them. */
  readonly of: number;
  /** By the first movement of `only`: dates by how often, then days; values by how much; the rest by how often. */
  readonly deals: readonly {
    readonly id: string;
    readonly name: string;
    readonly account: string;
    /** The owner, stage and value that it has, or last had. */
    readonly owner: string;
    readonly stage: string;
    readonly value: Decimal;
    /** The first close date and amount since `from`, and those of now. */
    readonly close: { readonly first: Day | null; readonly now: Day | null };
    readonly amount: {
      readonly first: Decimal | null;
      readonly now: Decimal | null;
      readonly currency: string;
    };
    /** Those of `only` that happened, in its order. */
    readonly counts: readonly CountView[];
  }[];
  /** Of each of `only` that happened. */
  readonly totals: readonly (CountView & { readonly deals: number })[];
  /** Snapshots that nobody took: what they can't tell did not move. */
  readonly backfilled: readonly string[];
  /** Deals that grew or shrank, where that was asked for, since one of those does not know their amount: it counts as 0. */
  readonly amounts_unknown: number;
  /** What that is of the totals: nobody changed it. */
  readonly unknown_value: Decimal;
  /** Deals that cannot be read in one of the snapshots. Sorted. */
  readonly unreadable: readonly string[];
}

export interface MovementCountsFacts extends WalkedSeries {
  /** The names of those between, ascending. */
  readonly between: readonly string[];
}

/** @throws Failure `currencies-differ`, `snapshot-damaged`, `sum-too-large` */
export function movementCountsView(
  { first, last, between, team, leftOut, read }: MovementCountsFacts,
  only: readonly MovementKind[],
  asked: ScopeAsked,
): MovementCountsView {
  const counter = new MovementCounter();
  const open = new Set<string>();
  const unreadable = new Set(leftOut);
  const backfilled = first.origin === 'taken' ? [] : [first.name];
  const unknownDeals = new Set<string>();
  let unknownValue: Minor = 0;
  let before = first;
  for (const name of [...between, last.name]) {
    const now = name === last.name ? last : read(name);
    const comparison = compare(before, now);
    const drawn = bridgeOf(comparison, scopeOfStep(asked, before, now, last.process, team));
    const moved = movementsOf(comparison).filter((deal) => scoped(deal, drawn) !== undefined);
    counter.add(comparison, only.includes('idle') ? [...moved, ...drawn.steady.map(idleDeal)] : moved);
    for (const { id, movements } of moved) {
      for (const one of movements) {
        if (!isUnknownAt(one) || !only.includes(one.kind)) continue;
        unknownDeals.add(id);
        unknownValue = addMinor(unknownValue, 'value' in one ? one.value : 0);
      }
    }
    for (const { id, a } of comparison.differing)
      if (a.state !== 'absent' && a.row.id !== id && open.delete(a.row.id)) open.add(id);
    for (const id of unreadableIn(comparison, drawn)) unreadable.add(id);
    for (const id of [...openingOf(drawn).keys(), ...closingOf(drawn).keys()]) open.add(id);
    for (const id of comparison.leftOut) unreadable.add(id);
    if (now.origin !== 'taken') backfilled.push(name);
    before = now;
  }
  const deals = counter.deals().filter(({ counts }) => only.some((kind) => counts.has(kind)));
  const { digits } = last;
  return {
    schema: 'pipeline/movement-counts/1',
    from: first.on,
    to: last.on,
    from_snapshot: first.name,
    to_snapshot: last.name,
    scope: scopeView(asked),
    currency: last.reportingCurrency,
    snapshots: between.length + 2,
    only,
    of: open.size,
    deals: deals.sort(byWorst(only[0] ?? 'slipped')).map((deal) => dealView(deal, only, digits)),
    totals: only.flatMap((kind) => totalOf(kind, deals, digits)),
    backfilled,
    amounts_unknown: unknownDeals.size,
    unknown_value: fromMinor(unknownValue, digits),
    unreadable: [...unreadable].sort(),
  };
}

/** Whether a movement is one of close dates, which are counted in days. */
export function movesDates(kind: MovementKind): boolean {
  return kind === 'slipped' || kind === 'pulled-in';
}

/** Whether it is a change of value. */
export function movesValue(kind: MovementKind): boolean {
  return MOVEMENTS[kind].total === 'change';
}

function byWorst(kind: MovementKind): (x: CountedDeal, y: CountedDeal) => number {
  const of = ({ counts }: CountedDeal): MovementCount => counts.get(kind) ?? { times: 0, days: 0, value: 0 };
  return (x, y) => {
    const [a, b] = [of(x), of(y)];
    const byValue = movesValue(kind) ? Math.abs(b.value) - Math.abs(a.value) : 0;
    const byTimes = b.times - a.times || b.days - a.days;
    return byValue || byTimes || Math.abs(y.worth) - Math.abs(x.worth) || (x.id < y.id ? -1 : 1);
  };
}

function countView(kind: MovementKind, { times, days, value }: MovementCount, digits: number): CountView {
  return {
    kind,
    times,
    days: movesDates(kind) ? days : null,
    value: movesValue(kind) ? fromMinor(value, digits) : null,
  };
}

function dealView(
  { id, row, worth, firstClose, firstAmount, counts }: CountedDeal,
  only: readonly MovementKind[],
  digits: number,
): MovementCountsView['deals'][number] {
  const first = firstAmount?.currency === row.currency ? firstAmount.amount : null;
  return {
    id,
    name: row.name,
    account: row.account,
    owner: row.owner,
    stage: row.stage,
    value: fromMinor(worth, digits),
    close: { first: firstClose ?? null, now: row.close ?? null },
    amount: { first, now: row.amount ?? null, currency: row.currency },
    counts: only.flatMap((kind) => {
      const count = counts.get(kind);
      return count === undefined ? [] : [countView(kind, count, digits)];
    }),
  };
}

function totalOf(
  kind: MovementKind,
  deals: readonly CountedDeal[],
  digits: number,
): MovementCountsView['totals'] {
  const counts = deals.flatMap((deal) => deal.counts.get(kind) ?? []);
  if (counts.length === 0) return [];
  const sum = (of: (count: MovementCount) => number) => sumMinor(counts.map(of));
  const all = {
    times: sum(({ times }) => times),
    days: sum(({ days }) => days),
    value: sum(({ value }) => value),
  };
  return [{ ...countView(kind, all, digits), deals: counts.length }];
}
