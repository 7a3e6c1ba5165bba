// What somebody without this tool would say: the yardsticks that a forecast has to beat to be worth its while.

import { meanOf } from '../base/quantile.ts';
import { amountsOf } from './amounts.ts';
import type { StageProbability } from './fit.ts';
import type { History } from './history.ts';
import { type Known, knownAt, openOn, standOf, stateAt, wonIn } from './known.ts';
import type { Target } from './spans.ts';
import { pastPeriods } from './windows.ts';

/** Stage probability × amount of what is due; the mean of all complete periods; that of the last four. */
export type BaselineName = 'stage-weighted' | 'mean-of-past' | 'mean-of-last-4';

export const BASELINES: readonly BaselineName[] = ['stage-weighted', 'mean-of-past', 'mean-of-last-4'];

/** What each says as of the start of the day; undefined where it has nothing to go by. */
export function baselinesOf(
  history: History,
  day: number,
  target: Target,
  probability: StageProbability,
): Record<BaselineName, number | undefined> {
  const known = knownAt(history, standOf(history, day));
  const past: number[] = [];
  for (const span of pastPeriods(known, target)) {
    if (span.from < known.since) break;
    past.push(wonIn(known, span.from, span.to));
  }
  return {
    'stage-weighted': stageWeighted(known, target, probability),
    'mean-of-past': meanOf(past),
    'mean-of-last-4': meanOf(past.slice(0, 4)),
  };
}

/** Won so far, and of each open deal that is due by the period's end (of one to come: in it) or has no date: its stage's probability × amount. */
function stageWeighted(known: Known, target: Target, probability: StageProbability): number {
  const amounts = amountsOf(known, 0);
  let sum = wonIn(known, target.from, Math.min(known.at, target.to));
  if (known.at >= target.to) return sum;
  for (const deal of openOn(known, known.at)) {
    const state = stateAt(deal, known.at);
    if (state === undefined || (state.close ?? 0) >= target.to) continue;
    // What has no date, or one before a period to come, is of the time before it: it is won once.
    if (target.from > known.at && (state.close ?? 0) < target.from) continue;
    sum += probability(state.stage) * amounts.at(deal, known.at);
  }
  return sum;
}
