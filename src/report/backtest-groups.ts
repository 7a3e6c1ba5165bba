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
import type { Bases, Basis } from './forecast-basis.ts';
import type { TriedView } from './forecast-tried.ts';

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

/** What can be tried of each. */
export function groupBases({ parts }: Bases, asked: BacktestAsked): GroupBasis[] {
  return [...parts].map(([key, basis]) => ({ key, basis, targets: backtestTargets(basis, asked) }));
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
