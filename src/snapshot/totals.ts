// What a snapshot adds up: deals and value by stage.

import { type Minor, sumMinor } from '../base/money.ts';
import { outcomeOf } from '../deal/deal.ts';
import type { DealRow } from './row.ts';
import type { StageTotal } from './snapshot.ts';

/**
 * Deals and value of each stage: the process's in order, then stages that it lacks, then won and lost.
 * @throws Failure `sum-too-large`
 */
export function totalsByStage(rows: readonly DealRow[], process: readonly string[]): StageTotal[] {
  const byStage = new Map<string, Minor[]>(process.map((stage) => [stage, []]));
  const outcomes = new Map<string, Minor[]>([
    ['won', []],
    ['lost', []],
  ]);
  for (const { stage, value = 0 } of rows) {
    const group = outcomeOf(stage) === 'open' ? byStage : outcomes;
    const values = group.get(stage);
    if (values === undefined) group.set(stage, [value]);
    else values.push(value);
  }
  return [...byStage, ...outcomes].map(([stage, values]) => ({
    stage,
    deals: values.length,
    value: sumMinor(values),
  }));
}
