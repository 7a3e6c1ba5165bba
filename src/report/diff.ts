// pipeline/diff/1: what happened between two snapshots, deal by deal and in total, and the bridge of a scope.

import type { Day } from '../base/day.ts';
import { type Decimal, fromMinor, sumMinor } from '../base/money.ts';
import type { Period } from '../base/period.ts';
import { bridgeOf } from '../movement/bridge.ts';
import { compare, movementsOf } from '../movement/compare.ts';
import type { MovementKind } from '../movement/kinds.ts';
import type { Scope } from '../movement/scope.ts';
import type { MovementRow, NamedSide } from '../movement/side.ts';
import type { DealStep } from '../movement/unseen.ts';
import { type BackfilledEnd, backfilledEnd } from './backfilled-end.ts';
import { periodName } from './commit-moves.ts';
import { type BetweenView, betweenView } from './diff-between.ts';
import { type BridgeView, bridgeView } from './diff-bridge.ts';
import { type CommitEnds, type CommitsView, commitsView } from './diff-commits.ts';
import {
  byMoneyAtStake,
  type DiffDeal,
  dealView,
  idleDeal,
  isIdle,
  movesMoney,
  scoped,
  unreadableIn,
} from './diff-deals.ts';
import { type ExplainableBar, type Explained, explained } from './diff-explain.ts';
import { type MissingDeals, missingDeals } from './diff-missing.ts';
import { movementView } from './diff-movement.ts';
import { type MovementTotal, movementTotals, type OwnerTotal, ownerTotals } from './diff-totals.ts';

export interface DiffView {
  readonly schema: 'pipeline/diff/1';
  readonly from: Day;
  readonly to: Day;
  /** Names of the snapshots; `now` for the working set. */
  readonly from_snapshot: string;
  readonly to_snapshot: string;
  /** Empty or null where it does not restrict. */
  readonly scope: {
    readonly period: Period | 'none' | null;
    readonly owners: readonly string[];
    readonly stages: readonly string[];
  };
  readonly currency: string;
  /** The period that slipped deals may have left or entered: the scope's, else the quarter of `to`. */
  readonly due_in: string;
  readonly bridge: BridgeView;
  /** By money at stake: the change of value, then the value, then the id. Those that nobody touched where they were asked for. */
  readonly deals: readonly DiffDeal[];
  readonly totals: { readonly movements: readonly MovementTotal[]; readonly owners: readonly OwnerTotal[] };
  /** How many `deals` there are, and the sum of their changes of value. */
  readonly listed: { readonly deals: number; readonly value: Decimal };
  /** Deals that moved and moved no money in the scope. */
  readonly without_change: { readonly deals: number; readonly movements: readonly MovementTotal[] };
  /** Open deals that nobody touched. */
  readonly idle: number;
  /** Stand as in A, because their files cannot be read. */
  readonly unreadable: readonly string[];
  /** Cannot be read, and A does not have them: in no figure. */
  readonly left_out: readonly string[];
  /** Count as 0: their currency has no rate. */
  readonly unvalued: readonly string[];
  /** Open in B though a complete export of the CRM lacks them; they are in every figure. */
  readonly missing: MissingDeals;
  /** The ends that nobody took. */
  readonly backfilled: readonly BackfilledEnd[];
  /** The movements that `deals` is limited to; empty for all. */
  readonly only: readonly MovementKind[];
  readonly explain: Explained | null;
  /** Of a diff between commits; null between snapshots. */
  readonly commits: CommitsView | null;
  /** What commits between the two did that neither shows; in no figure. null where it was not asked for. */
  readonly between: BetweenView | null;
}

/** How JSON says what a diff is of. */
export function scopeView({
  period,
  owners,
  stages,
}: Pick<DiffAsked, 'period' | 'owners' | 'stages'>): DiffView['scope'] {
  return { period: period ?? null, owners, stages };
}

export interface DiffSide extends NamedSide {
  readonly deals: readonly (MovementRow & {
    readonly created?: Day | undefined;
    readonly missing?: Day | undefined;
  })[];
}

export interface DiffAsked {
  readonly period: Period | 'none' | undefined;
  readonly owners: readonly string[];
  readonly stages: readonly string[];
  readonly only: readonly MovementKind[];
  readonly explain: ExplainableBar | undefined;
  /** Whether `deals` has those that nobody touched and no rate revalued; they are always counted. */
  readonly withIdle: boolean;
  /** The fiscal quarter of B's day. */
  readonly quarter: Period;
  /** One owner under all the names that deals have for them. */
  ownerKey(owner: string): string;
  /** Deals that cannot be read and that no snapshot has. */
  readonly leftOut: readonly string[];
  /** Of a diff between commits. */
  readonly commits?: CommitEnds & { readonly today: Day };
  /** What commits between the two ends did to deals, in their order; left out where it is not asked for. */
  readonly steps?: readonly DealStep[];
}

/** @throws Failure `currencies-differ`, `sum-too-large` */
export function diffView(a: DiffSide, b: DiffSide, asked: DiffAsked): DiffView {
  const { digits } = b;
  const comparison = compare(a, b);
  const scope = scopeOf(asked);
  const drawn = bridgeOf(comparison, scope);
  const dueIn = asked.period ?? asked.quarter;
  const inScope = movementsOf(comparison).flatMap((deal) => scoped(deal, drawn) ?? []);
  const listed = inScope.filter((deal) =>
    asked.only.length === 0
      ? asked.withIdle || !isIdle(deal) || movesMoney(deal)
      : deal.movements.some(({ kind }) => asked.only.includes(kind)),
  );
  const withoutChange = inScope.filter((deal) => !movesMoney(deal) && !isIdle(deal));
  if (asked.only.includes('idle') || (asked.withIdle && asked.only.length === 0))
    listed.push(...drawn.steady.map(idleDeal));
  return {
    schema: 'pipeline/diff/1',
    from: a.on,
    to: b.on,
    from_snapshot: a.name,
    to_snapshot: b.name,
    scope: scopeView(asked),
    currency: b.reportingCurrency,
    due_in: periodName(dueIn),
    bridge: bridgeView(drawn, digits),
    deals: listed.sort(byMoneyAtStake).map((deal) => dealView(deal, digits, dueIn)),
    totals: {
      movements: movementTotals(inScope, digits, dueIn, drawn.steady),
      owners: ownerTotals(comparison, drawn, inScope, asked.ownerKey),
    },
    listed: {
      deals: listed.length,
      value: fromMinor(sumMinor(listed.map(({ change }) => change)), digits),
    },
    without_change: {
      deals: withoutChange.length,
      movements: movementTotals(withoutChange, digits, dueIn),
    },
    idle: inScope.filter(isIdle).length + drawn.steady.length,
    unreadable: unreadableIn(comparison, drawn),
    left_out: [...new Set([...comparison.leftOut, ...asked.leftOut])].sort(),
    unvalued: drawn.unvalued,
    missing: missingDeals(b, drawn, digits),
    backfilled: [
      ...backfilledEnd({ side: a, end: 'from', other: b }, inScope, drawn, digits),
      ...(a.name === b.name ? [] : backfilledEnd({ side: b, end: 'to', other: a }, inScope, drawn, digits)),
    ],
    only: asked.only,
    explain:
      asked.explain === undefined
        ? null
        : explained(asked.explain, comparison, drawn, (one) => movementView(one, digits, dueIn)),
    commits:
      asked.commits === undefined
        ? null
        : commitsView(asked.commits, inScope, comparison, {
            scope,
            period: dueIn === 'none' ? asked.quarter : dueIn,
            quarter: asked.quarter,
          }),
    between:
      asked.steps === undefined ? null : betweenView(asked.steps, a, b, { only: asked.only, scope, dueIn }),
  };
}

/** The conditions that were asked for. */
export function scopeOf({ period, owners, stages }: Pick<DiffAsked, 'period' | 'owners' | 'stages'>): Scope {
  return {
    ...(period === undefined ? {} : { period }),
    ...(owners.length === 0 ? {} : { owners }),
    ...(stages.length === 0 ? {} : { stages }),
  };
}
