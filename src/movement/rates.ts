// How a process moved from one snapshot to the next, in counts: what the rates over a series are made of (METHOD.md §3).

import type { DealMovements } from './compare.ts';
import type { Movement } from './kinds.ts';
import type { End } from './pair.ts';

export interface StepCounts {
  /** Open in A: what most rates are shares of. */
  readonly open: number;
  readonly slipped: number;
  /** Days of each slip that has two dates. */
  readonly slipDays: readonly number[];
  readonly shrunk: number;
  readonly regressed: number;
  readonly skipped: number;
  /** Open in A, and lost or removed in B. */
  readonly droppedOut: number;
  readonly won: number;
  readonly lost: number;
  readonly entered: number;
  /** Of those that are new: first recorded beyond the first stage. */
  readonly enteredLate: number;
}

/**
 * The counts of one step.
 * @param openBefore how many deals were open in A, also those that can't be read at B
 * @param deals those with movements; of idle ones none is needed
 */
export function countsOf(openBefore: number, deals: readonly DealMovements[]): StepCounts {
  const open = deals.filter(({ a }) => a.state === 'open');
  const having = (kind: Movement['kind'], among: readonly DealMovements[] = deals) =>
    among.filter(({ movements }) => movements.some((movement) => movement.kind === kind)).length;
  return {
    open: openBefore,
    slipped: having('slipped'),
    slipDays: deals.flatMap(({ movements }) => movements.flatMap(daysOfSlip)),
    shrunk: open.filter(({ movements }) => movements.some(hasShrunk)).length,
    regressed: having('regressed'),
    skipped: having('skipped'),
    droppedOut: having('lost', open) + having('removed', open),
    won: having('won'),
    lost: having('lost'),
    entered: having('new'),
    enteredLate: having('late-entry'),
  };
}

/** Not where one end does not know the amount. */
function hasShrunk(movement: Movement): boolean {
  return movement.kind === 'shrunk' && movement.unknown === undefined;
}

function daysOfSlip(movement: Movement): number[] {
  return movement.kind === 'slipped' && movement.days !== null ? [movement.days] : [];
}

/** Where the deal stood when the step began; a new one, where it stands at its end. */
export function endThatCounts({
  a,
  b,
}: Pick<DealMovements, 'a' | 'b'>): Exclude<End, { state: 'absent' }> | undefined {
  if (a.state !== 'absent') return a;
  return b.state === 'absent' ? undefined : b;
}
