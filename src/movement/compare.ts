// Two snapshots side by side: who is who, which stage is which, and what happened to each deal.

import { Failure } from '../base/failure.ts';
import { classify } from './classify.ts';
import type { Movement } from './kinds.ts';
import { pairDeals } from './pair.ts';
import type { Side } from './side.ts';
import { mapStages, type StageMap } from './stage-map.ts';
import { type ComparedDeal, valuesOf } from './values.ts';

export interface Comparison {
  readonly a: Side;
  readonly b: Side;
  readonly stages: StageMap;
  /** Every deal that is part of the diff, sorted by id. */
  readonly deals: readonly ComparedDeal[];
  /** Ids that cannot be read at B and have no row in A. Sorted. */
  readonly leftOut: readonly string[];
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
      `${a.on} is in ${a.reportingCurrency} and ${b.on} in ${b.reportingCurrency}: they cannot be bridged.`,
      { hint: 'Take two snapshots of one reporting currency: pipeline snapshot list' },
    );
  }
  const { pairs, leftOut } = pairDeals(a, b);
  const deals = pairs.map((pair) => ({ ...pair, values: valuesOf(pair, a, b) }));
  return { a, b, stages: mapStages(a.process.stages, b.process.stages), deals, leftOut };
}

/** What happened to each deal between A and B, sorted by id. Deals that nothing happened to are `idle`, or closed and left out. */
export function diffSnapshots(a: Side, b: Side): DealMovements[] {
  return movementsOf(compare(a, b));
}

/** The same for a comparison at hand. */
export function movementsOf(comparison: Comparison): DealMovements[] {
  return comparison.deals
    .map((deal) => ({ ...deal, movements: classify(deal, comparison) }))
    .filter((deal) => deal.movements.length > 0);
}
