// How a process moved from one snapshot to the next, in counts: what the rates over a series are made of (docs/method.md).

import { STAGE_NOT_KNOWN } from '../deal/deal.ts';
import { firstOnRecord } from '../snapshot/stage-record.ts';
import type { DealMovements } from './compare.ts';
import type { Movement } from './kinds.ts';
import { type End, isStageless } from './pair.ts';
import type { MovementRow } from './side.ts';

export interface StepCounts {
  /** Open in A: what most rates are shares of. */
  readonly open: number;
  /** Of them, those of which it can be told whether they went back or jumped over a stage: whose stage both ends know. */
  readonly staged: number;
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
  /** New, with a stage that they were in first. */
  readonly entered: number;
  /** Of them: first recorded beyond the first stage. */
  readonly enteredLate: number;
}

/**
 * The counts of one step.
 * @param openBefore the deals that were open in A, also those that can't be read at B
 * @param deals those with movements; of idle ones none is needed but where B does not know their stage
 */
export function countsOf(
  openBefore: readonly Pick<MovementRow, 'stage'>[],
  deals: readonly DealMovements[],
): StepCounts {
  const open = deals.filter(({ a }) => a.state === 'open');
  const lostSight = open.filter(({ a, b }) => !isStageless(a) && isStageless(b));
  const having = (kind: Movement['kind'], among: readonly DealMovements[] = deals) =>
    among.filter(({ movements }) => movements.some((movement) => movement.kind === kind)).length;
  return {
    open: openBefore.length,
    staged: openBefore.filter(({ stage }) => stage !== STAGE_NOT_KNOWN).length - lostSight.length,
    slipped: having('slipped'),
    slipDays: deals.flatMap(({ movements }) => movements.flatMap(daysOfSlip)),
    shrunk: open.filter(({ movements }) => movements.some(hasShrunk)).length,
    regressed: having('regressed'),
    skipped: having('skipped'),
    droppedOut: having('lost', open) + having('removed', open),
    won: having('won'),
    lost: having('lost'),
    entered: having(
      'new',
      deals.filter(({ b }) => b.state !== 'absent' && firstOnRecord(b.row).stage !== STAGE_NOT_KNOWN),
    ),
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
