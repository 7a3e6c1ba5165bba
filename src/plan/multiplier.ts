// The plan multiplier MP (docs/plan.md): whether what is open and due is enough for what is left of the target.

import type { Minor } from '../base/money.ts';
import type { Settings } from '../workspace/settings.ts';

/** `met`: nothing is left to win; undefined: there is no target. */
export type Multiplier = number | 'met' | undefined;

export interface PlanSums {
  /** In minor units; undefined: there is none. */
  readonly target: Minor | undefined;
  /** Won in the period so far. */
  readonly won: Minor;
  /** Open, and expected to close in the period. */
  readonly due: Minor;
}

/** Open value due ÷ (target − won); `whole`: ÷ the target. Not rounded. */
export function multiplierOf(sums: PlanSums, over: Settings['plan']['multiplier']): Multiplier {
  const left = leftToWin(sums);
  if (left === undefined || sums.target === undefined) return undefined;
  if (left <= 0) return 'met';
  return sums.due / (over === 'whole' ? sums.target : left);
}

/** What is left of the target, in minor units; 0 or less where it is met. */
export function leftToWin({ target, won }: PlanSums): Minor | undefined {
  return target === undefined ? undefined : target - won;
}
