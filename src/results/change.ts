// Why won value changed from one period to another: deals decided × win rate × average won amount, one after the other.

import type { Minor } from '../base/money.ts';

export interface Outcomes {
  /** Deals won or lost. */
  readonly decided: number;
  readonly won: number;
  /** In minor units. */
  readonly value: Minor;
}

export interface ValueChange {
  /** Each in minor units; the three are the whole change, to the unit. */
  readonly decided: Minor;
  readonly winRate: Minor;
  readonly average: Minor;
}

/**
 * The change of won value in three parts: more or fewer deals decided at the win rate and average of before, another win
 * rate at that average, another average. What rounding leaves goes to the win rate. Undefined where nothing was won in
 * one of the two: there is no average to compare with.
 */
export function valueChange(before: Outcomes, after: Outcomes): ValueChange | undefined {
  if (before.won === 0 || after.won === 0) return undefined;
  const decided = Math.round(((after.decided - before.decided) * before.value) / before.decided);
  const average = Math.round(after.value - (after.won * before.value) / before.won);
  return { decided, average, winRate: after.value - before.value - decided - average };
}
