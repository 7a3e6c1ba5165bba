// What a diff adds up to: by movement, and by owner as each one's own bridge.

import { grouped } from '../base/grouped.ts';
import { type Decimal, fromMinor, type Minor, sumMinor } from '../base/money.ts';
import { type Bridge, bridgeOf } from '../movement/bridge.ts';
import type { Comparison, SteadyDeal } from '../movement/compare.ts';
import { MOVEMENT_KINDS, type Movement, type MovementKind } from '../movement/kinds.ts';
import type { Scope } from '../movement/scope.ts';
import type { ComparedDeal } from '../movement/values.ts';
import { type BridgeView, bridgeView } from './diff-bridge.ts';
import { isIdle, type ScopedDeal } from './diff-deals.ts';
import { crossing } from './diff-movement.ts';

export interface MovementTotal {
  readonly kind: MovementKind;
  readonly deals: number;
  /** The change of value where the movement is one, else what the deals are worth. */
  readonly value: Decimal;
  /** Of these deals, how many left or entered `due_in`; only where close dates move. */
  readonly left?: number;
  readonly entered?: number;
}

export interface OwnerTotal {
  /** The team's id where it is one of the team, else as deals have it; '' is nobody. */
  readonly owner: string;
  /** Deals of the owner, now or before, that something happened to. */
  readonly moved: number;
  /** The bridge of the scope and this owner; all owners' bridges add up to the whole. */
  readonly bridge: BridgeView;
}

/**
 * In the order of the movements; those that did not happen are left out.
 * @param steady deals that are idle beside those
 */
export function movementTotals(
  deals: readonly ScopedDeal[],
  digits: number,
  dueIn: NonNullable<Scope['period']>,
  steady: readonly SteadyDeal[] = [],
): MovementTotal[] {
  const totals = new Map<MovementKind, { values: Minor[]; left: number; entered: number }>();
  if (steady.length > 0)
    totals.set('idle', { values: steady.map(({ value }) => value), left: 0, entered: 0 });
  for (const deal of deals) {
    for (const movement of deal.movements) {
      const total = totals.get(movement.kind) ?? { values: [], left: 0, entered: 0 };
      totals.set(movement.kind, total);
      total.values.push(moneyOf(movement, deal));
      if (!movesDate(movement)) continue;
      const crossed = crossing(movement.from, movement.to, dueIn);
      if (crossed !== null) total[crossed] += 1;
    }
  }
  return MOVEMENT_KINDS.flatMap((kind) => {
    const total = totals.get(kind);
    if (total === undefined) return [];
    const { values, left, entered } = total;
    const value = fromMinor(sumMinor(values), digits);
    const crossed = kind === 'slipped' || kind === 'pulled-in' ? { left, entered } : {};
    return [{ kind, deals: values.length, value, ...crossed }];
  });
}

function movesDate(movement: Movement): movement is Extract<Movement, { kind: 'slipped' | 'pulled-in' }> {
  return movement.kind === 'slipped' || movement.kind === 'pulled-in';
}

function moneyOf(movement: Movement, deal: ScopedDeal): Minor {
  return 'value' in movement ? movement.value : deal.atStake;
}

/**
 * Every owner with a part in the bridge or a deal that something happened to, by name; nobody last.
 * @param whole the bridge of the scope
 * @param keyOf one owner under all the names that deals have for them
 */
export function ownerTotals(
  comparison: Comparison,
  whole: Bridge,
  deals: readonly ScopedDeal[],
  keyOf: (owner: string) => string,
): OwnerTotal[] {
  const { scope } = whole;
  const moved = new Map<string, number>();
  for (const deal of deals) {
    if (isIdle(deal)) continue;
    for (const key of new Set(ownersOf(deal).map(keyOf))) moved.set(key, (moved.get(key) ?? 0) + 1);
  }
  const byOwner = new Map<string, ComparedDeal[]>();
  const names = new Map<string, Set<string>>();
  const named = (owner: string): string => {
    const key = keyOf(owner);
    names.set(key, (names.get(key) ?? new Set()).add(owner));
    return key;
  };
  const steadyBy = new Map<string, SteadyDeal[]>();
  for (const [owner, own] of grouped(whole.steady, ({ row }) => row.owner)) {
    const key = named(owner);
    steadyBy.set(key, [...(steadyBy.get(key) ?? []), ...own]);
  }
  for (const deal of comparison.differing) {
    for (const owner of ownersOf(deal)) {
      if (scope.owners?.includes(owner) === false) continue;
      const key = named(owner);
      const others = byOwner.get(key);
      if (others === undefined) byOwner.set(key, [deal]);
      else if (others.at(-1) !== deal) others.push(deal);
    }
  }
  return [...names]
    .sort(([x], [y]) => (x === '' ? 1 : y === '' ? -1 : x < y ? -1 : 1))
    .map(([owner, owners]) => {
      // A deal that an owner has at neither end has no part in their bridge.
      const own = {
        ...comparison,
        differing: byOwner.get(owner) ?? [],
        steady: steadyBy.get(owner) ?? [],
      };
      return { owner, drawn: bridgeOf(own, { ...scope, owners: [...owners] }) };
    })
    .filter(({ owner, drawn }) => drawn.flows.size + drawn.steady.length > 0 || moved.has(owner))
    .map(({ owner, drawn }) => ({
      owner,
      moved: moved.get(owner) ?? 0,
      bridge: bridgeView(drawn, comparison.b.digits),
    }));
}

function ownersOf({ a, b }: Pick<ComparedDeal, 'a' | 'b'>): string[] {
  const before = ownerAt(a);
  const after = ownerAt(b);
  if (before === undefined || before === after) return after === undefined ? [] : [after];
  return after === undefined ? [before] : [before, after];
}

/** Undefined where the deal is not there, or nothing but its id is known. */
function ownerAt(end: ComparedDeal['a']): string | undefined {
  return end.state === 'absent' || end.row.stage === '' ? undefined : end.row.owner;
}
