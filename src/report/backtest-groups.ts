// A backtest of each group of deals by itself: owners, segments. Each has its own history, so that what is said of one
// owner is what `--owner` says of them.

import { type Decimal, fromMinor, sumMinor, toMinor } from '../base/money.ts';
import {
  type BacktestAsked,
  type BacktestMethod,
  type BacktestRun,
  type BacktestView,
  backtestTargets,
  backtestView,
} from './backtest.ts';
import { type Basis, type BasisFacts, basisOf } from './forecast-basis.ts';
import type { TriedView } from './forecast-tried.ts';
import type { Grouping } from './groups.ts';

export interface BacktestGroup {
  /** '' for none. */
  readonly key: string;
  /** 0: it has no complete period that could be tried. */
  readonly periods: number;
  /** What happened in them, all told. */
  readonly actual: Decimal;
  readonly methods: readonly BacktestMethod[];
  readonly tried: TriedView;
  readonly runs: readonly BacktestRun[];
}

export interface GroupedBacktest extends BacktestView {
  readonly by: string;
  /** By what happened, the most first; those without a period last. */
  readonly groups: readonly BacktestGroup[];
}

/** A group with its history and what can be tried of it. */
export interface GroupBasis {
  readonly key: string;
  readonly basis: Basis;
  readonly targets: ReturnType<typeof backtestTargets>;
}

/** @param whole of all deals: its newest rows say which groups there are */
export function groupBases(
  facts: BasisFacts,
  whole: Basis,
  grouping: Grouping,
  asked: BacktestAsked,
): GroupBasis[] {
  const rows = [...whole.rows.values()].filter(({ problem }) => problem === '');
  const keys = [...new Set(rows.map(grouping.keyOf))].sort();
  const read = keptReads(facts);
  return keys.map((key) => {
    // Named as `--owner` names it, so that both have the same chance.
    const scope = grouping.name === 'owner' ? key : `${grouping.name}=${key}`;
    const basis = basisOf({ ...facts, read }, scope, (row) => grouping.keyOf(row) === key);
    return { key, basis, targets: backtestTargets(basis, asked) };
  });
}

/** Most rows are the same objects from snapshot to snapshot, so that all of them together are little more than one. */
function keptReads({ read }: BasisFacts): BasisFacts['read'] {
  const kept = new Map<string, ReturnType<BasisFacts['read']>>();
  return (name) => {
    const snapshot = kept.get(name) ?? read(name);
    kept.set(name, snapshot);
    return snapshot;
  };
}

export function groupedBacktest(
  whole: BacktestView,
  groups: readonly GroupBasis[],
  asked: BacktestAsked & { readonly by: string },
): GroupedBacktest {
  const views = groups.map(({ key, basis, targets }): BacktestGroup => {
    const { periods, methods, tried, runs } = backtestView(basis, targets, {
      ...asked,
      ...(asked.by === 'owner' ? { owner: key } : { calls: [] }),
    });
    return { key, periods, actual: actualOf(runs, basis.digits), methods, tried, runs };
  });
  const size = ({ periods, actual }: BacktestGroup) => (periods === 0 ? -1 : Number(actual));
  return { ...whole, by: asked.by, groups: views.toSorted((a, b) => size(b) - size(a)) };
}

/** Of each period once, however often it is forecast. */
function actualOf(runs: readonly BacktestRun[], digits: number): Decimal {
  const periods = new Map(runs.map(({ period, actual }) => [period, actual]));
  return fromMinor(sumMinor([...periods.values()].map((actual) => toMinor(actual, digits))), digits);
}
