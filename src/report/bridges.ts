// pipeline/bridges/1: a bridge an interval, their sum, and what the one bridge from first to last says otherwise.

import type { Day } from '../base/day.ts';
import { addMinor, type Decimal, fromMinor, type Minor } from '../base/money.ts';
import { BAR_KINDS, BARS } from '../movement/bars.ts';
import { type Bar, bridgeOf } from '../movement/bridge.ts';
import {
  addedUp,
  BridgeChain,
  type Difference,
  type Figure,
  type Figures,
} from '../movement/bridge-chain.ts';
import { compare, movementsOf } from '../movement/compare.ts';
import { unknownAmounts } from './backfilled-end.ts';
import { type DiffSide, type DiffView, scopeOf, scopeView } from './diff.ts';
import { type BarView, type BridgeView, barView, bridgeView } from './diff-bridge.ts';
import { isIdle, scoped, unreadableIn } from './diff-deals.ts';
import type { Interval, IntervalUnit } from './intervals.ts';
import { type ScopeAsked, scopeOfStep, type WalkedSeries } from './series-scope.ts';

export interface BridgeInterval {
  /** `2026-W47`, `2026-11`, `2026-Q4`. */
  readonly name: string;
  /** From the newest snapshot before to the newest in it; null: there is none in it, and nothing is known. */
  readonly from_snapshot: string | null;
  readonly to_snapshot: string | null;
  /** `taken`, or how the latter was made. */
  readonly origin: string | null;
  /** Whether the interval before has no snapshot: what moved then is in this bridge. */
  readonly after_gap: boolean;
  readonly bridge: BridgeView | null;
  /** Deals of the scope that something happened to. */
  readonly moved: number | null;
}

export interface BridgesView {
  readonly schema: 'pipeline/bridges/1';
  readonly from: Day;
  readonly to: Day;
  readonly from_snapshot: string;
  readonly to_snapshot: string;
  readonly scope: DiffView['scope'];
  readonly currency: string;
  readonly every: IntervalUnit;
  /** Ascending, gaps included. */
  readonly intervals: readonly BridgeInterval[];
  /** The opening of the first, each bar over all of them, the closing of the last. */
  readonly sum: BridgeView;
  /** Openings less the closings before them: where a deal could not be read, or a stage is gone. */
  readonly between: BarView;
  /** As pipeline/diff/1 has it. */
  readonly first_to_last: BridgeView;
  /** Whether the opening, the closing and the change are the same both ways. */
  readonly ties_out: boolean;
  /** The figures that are not: `opening`, a bar by its key, `between`, `closing`. */
  readonly differences: readonly {
    readonly figure: string;
    readonly sum: BarView;
    readonly first_to_last: BarView;
    /** Ids of the deals that make the difference, sorted. */
    readonly deals: readonly string[];
  }[];
  /** Deals that cannot be read in one of the snapshots: they stand there as in the one before. Sorted. */
  readonly unreadable: readonly string[];
  /** Cannot be read in one, and the one before does not have them: in none of its figures. Sorted. */
  readonly left_out: readonly string[];
  /** Count as 0 in one: their currency has no rate there. Sorted. */
  readonly unvalued: readonly string[];
  /** Snapshots that nobody took: made later of what could be found out. */
  readonly backfilled: readonly string[];
  /** Deals whose amount one of them does not know and the snapshot beside it does: it counts as 0. */
  readonly amounts_unknown: number;
  /** What they add to grown less what they add to shrunk, in the sum: nobody changed it. */
  readonly unknown_value: Decimal;
}

export interface BridgesFacts extends WalkedSeries {
  /** The intervals after the first snapshot; the newest snapshot of the last one is `last`. */
  readonly intervals: readonly Interval[];
}

/** @throws Failure `currencies-differ`, `snapshot-damaged`, `sum-too-large` */
export function bridgesView(facts: BridgesFacts, every: IntervalUnit, asked: ScopeAsked): BridgesView {
  const { first, last } = facts;
  const chain = new BridgeChain();
  const intervals: BridgeInterval[] = [];
  const [unreadable, leftOut, unvalued] = [new Set<string>(), new Set(facts.leftOut), new Set<string>()];
  const backfilled = first.origin === 'taken' ? [] : [first.name];
  const unknownDeals = new Set<string>();
  let unknownValue: Minor = 0;
  let before = first;
  for (const [at, { period, name }] of facts.intervals.entries()) {
    const afterGap = at > 0 && facts.intervals[at - 1]?.name === undefined;
    if (name === undefined) {
      intervals.push({ ...GAP, name: period.name, after_gap: afterGap });
      continue;
    }
    const now = name === last.name ? last : facts.read(name);
    const comparison = compare(before, now);
    const drawn = bridgeOf(comparison, scopeOfStep(asked, before, now, last.process, facts.team));
    chain.add(comparison, drawn);
    for (const id of unreadableIn(comparison, drawn)) unreadable.add(id);
    for (const id of comparison.leftOut) leftOut.add(id);
    for (const id of drawn.unvalued) unvalued.add(id);
    if (now.origin !== 'taken') backfilled.push(name);
    const moved = movementsOf(comparison).filter((deal) => scoped(deal, drawn) !== undefined);
    const unknown = unknownAmounts(moved, drawn);
    for (const id of unknown.deals) unknownDeals.add(id);
    unknownValue = addMinor(unknownValue, unknown.value);
    intervals.push({
      name: period.name,
      from_snapshot: before.name,
      to_snapshot: name,
      origin: now.origin,
      after_gap: afterGap,
      bridge: bridgeView(drawn, now.digits),
      moved: moved.filter((deal) => !isIdle(deal)).length,
    });
    before = now;
  }
  const direct = compare(first, last);
  const whole = bridgeOf(direct, scopeOf(asked));
  const sums = chain.sums();
  const differences = chain.differences(direct, whole);
  return {
    schema: 'pipeline/bridges/1',
    from: first.on,
    to: last.on,
    from_snapshot: first.name,
    to_snapshot: last.name,
    scope: scopeView(asked),
    currency: last.reportingCurrency,
    every,
    intervals,
    sum: bridgeView(sumAsBridge(sums), last.digits),
    between: barView(sums.between, last.digits),
    first_to_last: bridgeView(whole, last.digits),
    ties_out: addedUp(sums) === sums.closing.value && !differences.some(({ figure }) => isEnd(figure)),
    differences: differences.map((one) => differenceView(one, last)),
    unreadable: [...unreadable].sort(),
    left_out: [...leftOut].sort(),
    unvalued: [...unvalued].sort(),
    backfilled,
    amounts_unknown: unknownDeals.size,
    unknown_value: fromMinor(unknownValue, last.digits),
  };
}

const GAP = {
  from_snapshot: null,
  to_snapshot: null,
  origin: null,
  bridge: null,
  moved: null,
} as const;

const ENDS: readonly Figure[] = ['opening', 'between', 'closing'];

function isEnd(figure: Figure): boolean {
  return ENDS.includes(figure);
}

function sumAsBridge({ opening, closing, between: _, ...bars }: Figures) {
  return { opening, closing, bars } satisfies { opening: Bar; closing: Bar; bars: unknown };
}

function differenceView(
  { figure, parts, whole, deals }: Difference,
  { digits }: DiffSide,
): BridgesView['differences'][number] {
  return {
    figure: keyOf(figure),
    sum: barView(parts, digits),
    first_to_last: barView(whole, digits),
    deals,
  };
}

function keyOf(figure: Figure): string {
  const kind = BAR_KINDS.find((bar) => bar === figure);
  return kind === undefined ? figure : BARS[kind].key;
}
