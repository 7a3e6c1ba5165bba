// The deals of a diff: which of them a scope is about, what it makes of their value, and how JSON has them.

import { type Decimal, fromMinor, type Minor } from '../base/money.ts';
import { type Bridge, changeOf } from '../movement/bridge.ts';
import { type Comparison, comparedSteady, type DealMovements, type SteadyDeal } from '../movement/compare.ts';
import { failing, type Scope } from '../movement/scope.ts';
import type { MovementRow } from '../movement/side.ts';
import { type MovementView, movementView } from './diff-movement.ts';
import type { RemovalView } from './removal.ts';

export interface DiffDeal {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  /** In B; in A where B does not have it. */
  readonly owner: string;
  readonly stage: string;
  /** The change of open value in the scope: after − before. */
  readonly value: Decimal;
  /** In the opening; null where it is not in it. */
  readonly before: Decimal | null;
  /** In the closing; null where it is not in it. */
  readonly after: Decimal | null;
  /** What the deal is or was worth: in B, and in A where it was open and is neither open nor won. */
  readonly at_stake: Decimal;
  /** Whether its value in the scope changed, or money was won that was not in it before. */
  readonly moved_money: boolean;
  readonly movements: readonly MovementView[];
  /** Of a removed deal: who took its file away; null where git does not tell. */
  readonly removal?: RemovalView | null;
}

/** A deal with what the scope makes of it. */
export interface ScopedDeal extends DealMovements {
  readonly before: Minor | undefined;
  readonly after: Minor | undefined;
  readonly change: Minor;
  readonly atStake: Minor;
}

/** The row that says whose deal it is and where it stands: B's; A's where B knows no more than its id. */
export function rowOf({ a, b }: Pick<DealMovements, 'a' | 'b'>): MovementRow | undefined {
  const inB = b.state === 'absent' || (b.row.stage === '' && a.state !== 'absent') ? undefined : b.row;
  return inB ?? (a.state === 'absent' ? undefined : a.row);
}

/** The ids of deals that cannot be read at B and may be a matter of the scope: in its bridge, or closed at A, as none in it is. */
export function unreadableIn({ differing }: Comparison, { flows }: Bridge): string[] {
  return differing
    .filter((deal) => deal.unreadable && (flows.has(deal.id) || deal.a.state !== 'open'))
    .map(({ id }) => id);
}

/** Undefined where the deal is no matter of the scope: not in its bridge, nor closed at both ends in it. */
export function scoped(deal: DealMovements, { flows, scope }: Bridge): ScopedDeal | undefined {
  const flow = flows.get(deal.id);
  const { a, b, values } = deal;
  if (flow === undefined) {
    const row = rowOf(deal);
    if (a.state === 'open' || b.state === 'open' || row === undefined) return undefined;
    if (failing(scope, { close: row.close, stage: undefined, owner: row.owner }) !== undefined)
      return undefined;
  }
  const isGone = a.state === 'open' && b.state !== 'open' && b.state !== 'won';
  return {
    ...deal,
    before: flow?.before,
    after: flow?.after,
    change: flow === undefined ? 0 : changeOf(flow),
    atStake: isGone || b.state === 'absent' ? values.a : values.b,
  };
}

/** A steady deal of the scope: in its opening and its closing alike. */
export function idleDeal(deal: SteadyDeal): ScopedDeal {
  const { value } = deal;
  return {
    ...comparedSteady(deal),
    movements: IDLE,
    before: value,
    after: value,
    change: 0,
    atStake: value,
  };
}

const IDLE = [{ kind: 'idle' }] as const;

/** Open, and nobody touched it. */
export function isIdle({ movements }: DealMovements): boolean {
  return movements.some(({ kind }) => kind === 'idle');
}

function isSteady({ movements }: DealMovements): boolean {
  return movements.every(({ kind }) => kind === 'idle');
}

/** Whether its value in the scope changed, or it was won: a deal without an amount before adds to nothing but `won`. */
export function movesMoney({ change, atStake, movements }: ScopedDeal): boolean {
  const isWon = movements.some((one) => one.kind === 'won' || (one.kind === 'flipped' && one.to === 'won'));
  return change !== 0 || (isWon && atStake !== 0);
}

/**
 * By the change of value, then by the value, the largest first; then by id. Those of which nothing changed come last:
 * without them every other one has the same place.
 */
export function byMoneyAtStake(x: ScopedDeal, y: ScopedDeal): number {
  return (
    Math.abs(y.change) - Math.abs(x.change) ||
    Number(isSteady(x)) - Number(isSteady(y)) ||
    Math.abs(y.atStake) - Math.abs(x.atStake) ||
    (x.id < y.id ? -1 : 1)
  );
}

/** @param dueIn the period that close dates may have left or entered */
export function dealView(deal: ScopedDeal, digits: number, dueIn: NonNullable<Scope['period']>): DiffDeal {
  const money = (value: Minor | undefined) => (value === undefined ? null : fromMinor(value, digits));
  const row = rowOf(deal);
  return {
    id: deal.id,
    name: row?.name ?? '',
    account: row?.account ?? '',
    owner: row?.owner ?? '',
    stage: row?.stage ?? '',
    value: fromMinor(deal.change, digits),
    before: money(deal.before),
    after: money(deal.after),
    at_stake: fromMinor(deal.atStake, digits),
    moved_money: movesMoney(deal),
    movements: deal.movements.map((movement) => movementView(movement, digits, dueIn)),
  };
}
