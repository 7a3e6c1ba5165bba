// What a snapshot adds up: deals and value by stage.

import { sumMinor } from '../base/money.ts';
import { outcomeOf } from '../deal/deal.ts';
import type { DealRow } from './row.ts';
import type { StageTotal } from './snapshot.ts';

/**
 * Deals and value of each stage: the process's in order, then stages that it lacks, then won and lost.
 * @throws Failure `sum-too-large`
 */
export function totalsByStage(rows: readonly DealRow[], process: readonly string[]): StageTotal[] {
  const byStage = new Map<string, DealRow[]>(process.map((stage) => [stage, []]));
  const outcomes = new Map<string, DealRow[]>([
    ['won', []],
    ['lost', []],
  ]);
  for (const row of rows) {
    const group = outcomeOf(row.stage) === 'open' ? byStage : outcomes;
    const stage = group.get(row.stage);
    if (stage === undefined) group.set(row.stage, [row]);
    else stage.push(row);
  }
  return [...byStage, ...outcomes].map(([stage, of]) => ({
    stage,
    deals: of.length,
    value: sumMinor(of.map(({ value }) => value ?? 0)),
  }));
}
