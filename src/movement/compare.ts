// Two snapshots side by side: who is who, which stage is which, and what happened to each deal.

import { Failure } from '../base/failure.ts';
import type { Minor } from '../base/money.ts';
import { said } from '../base/said.ts';
import { outcomeOf } from '../deal/deal.ts';
import { mapStages, type StageMap } from '../deal/stage-map.ts';
import { classify } from './classify.ts';
import type { Movement } from './kinds.ts';
import { pairDeals, steadyPair } from './pair.ts';
import { type MovementRow, type Side, valueOn } from './side.ts';
import { type ComparedDeal, valuesOf } from './values.ts';

export interface Comparison {
  readonly a: Side;
  readonly b: Side;
  readonly stages: StageMap;
  /** The deals that something may have happened to, sorted by id. */
  readonly differing: readonly ComparedDeal[];
  /** The open ones that both have as they are, at the same rates: idle. Sorted by id. */
  readonly steady: readonly SteadyDeal[];
  /** The closed ones that both have as they are. Sorted by id. All three are all of the diff. */
  readonly settled: readonly MovementRow[];
  /** Ids that cannot be read at B and have no row in A. Sorted. */
  readonly leftOut: readonly string[];
}

/** An open deal that nothing happened to. */
export interface SteadyDeal {
  readonly row: MovementRow;
  /** At both ends; 0 without a rate. */
  readonly value: Minor;
  readonly hasRate: boolean;
}

/** One deal's movements; at least one. */
export interface DealMovements extends ComparedDeal {
  readonly movements: readonly Movement[];
}

/**
 * Pairs the deals and stages of two snapshots, A the earlier.
 * @throws Failure `currencies-differ`, `sum-too-large`
 */
export function compare(a: Side, b: Side): Comparison {
  if (a.reportingCurrency !== b.reportingCurrency) {
    throw new Failure(
      'currencies-differ',
      said('{on} is in {reportingCurrency} and {on_2} in {reportingCurrency_2}: they cannot be bridged.', {
        on: a.on,
        reportingCurrency: a.reportingCurrency,
        on_2: b.on,
        reportingCurrency_2: b.reportingCurrency,
      }),
      { hint: 'Take two snapshots of one reporting currency: pipeline snapshot list' },
    );
  }
  const { pairs, steady, leftOut } = pairDeals(a, b);
  return {
    a,
    b,
    stages: mapStages(a.process.stages, b.process.stages),
    differing: pairs.map((pair) => ({ ...pair, values: valuesOf(pair, a, b) })),
    steady: steady.filter((row) => outcomeOf(row.stage) === 'open').map((row) => steadyDeal(row, b)),
    settled: steady.filter((row) => outcomeOf(row.stage) !== 'open'),
    leftOut,
  };
}

/** Every deal that is part of the diff, sorted by id. */
export function dealsOf({ differing, steady, settled, b }: Comparison): ComparedDeal[] {
  const unchanged = [...steady, ...settled.map((row) => steadyDeal(row, b))].map(comparedSteady);
  return [...differing, ...unchanged].sort((x, y) => (x.id < y.id ? -1 : 1));
}

function steadyDeal(row: MovementRow, b: Side): SteadyDeal {
  const value = valueOn(b, row);
  return { row, value: value ?? 0, hasRate: value !== undefined };
}

/** A deal that nothing happened to, as any other. */
export function comparedSteady({ row, value, hasRate }: SteadyDeal): ComparedDeal {
  const missingAt = hasRate ? [] : (['a', 'b'] as const);
  return { ...steadyPair(row), values: { a: value, b: value, revaluation: 0, missingAt } };
}

/** What happened to each deal between A and B, sorted by id. Deals that nothing happened to are `idle`, or closed and left out. */
export function diffSnapshots(a: Side, b: Side): DealMovements[] {
  const comparison = compare(a, b);
  return movementsOf(comparison, dealsOf(comparison));
}

/** What happened to those deals of a comparison, in their order: if not told otherwise, to those that differ. */
export function movementsOf(
  comparison: Comparison,
  deals: readonly ComparedDeal[] = comparison.differing,
): DealMovements[] {
  return deals
    .map((deal) => ({ ...deal, movements: classify(deal, comparison) }))
    .filter((deal) => deal.movements.length > 0);
}
