// What a commit did to a deal, as the movements that a diff has.

import type { Day } from '../base/day.ts';
import type { Period } from '../base/period.ts';
import type { Process } from '../deal/process.ts';
import { compare, movementsOf } from '../movement/compare.ts';
import type { Side } from '../movement/side.ts';
import type { DealState, DealStep } from '../movement/unseen.ts';
import { type MovementView, movementView } from './diff-movement.ts';

export interface CommitMove {
  /** null: not committed. */
  readonly commit: string | null;
  readonly author: string | null;
  /** In the workspace's time zone. */
  readonly on: Day;
  /** Where it left the deal; '' where that is gone. */
  readonly stage: string;
  /** As in pipeline/diff/1. */
  readonly movements: readonly MovementView[];
  /** The period that a slipped deal may have left. */
  readonly due_in: string;
}

/** A step, or what was not committed at the later end: null. */
export type Step = Omit<DealStep, 'commit' | 'author'> & {
  readonly commit: string | null;
  readonly author: string | null;
};

/** The two ends that a step lies between. */
export interface Ends {
  readonly a: Pick<Side, 'on'> & { readonly process: Pick<Process, 'stages'> };
  readonly b: Side;
}

/** @param dueIn the period that close dates may have left or entered */
export function commitMove(
  { commit, author, on, before, after }: Step,
  ends: Ends,
  dueIn: Period | 'none',
): CommitMove {
  const [earlier, later] = processesOf(before, after, ends);
  const from = sideOf(before, { ...ends.b, on: ends.a.on, process: earlier });
  const to = sideOf(after, { ...ends.b, on: on < ends.a.on ? ends.a.on : on, process: later });
  const movements = movementsOf(compare(from, to)).flatMap((deal) => deal.movements);
  const told = movements.filter(({ kind }) => kind !== 'idle' && kind !== 'revalued');
  const views = told.map((one) => movementView(one, ends.b.digits, dueIn));
  return { commit, author, on, stage: after?.stage ?? '', movements: views, due_in: periodName(dueIn) };
}

function sideOf(state: DealState, { on, process, reportingCurrency, digits, rates }: Side): Side {
  const side = { on, process, reportingCurrency, digits, rates };
  if (state === undefined) return { ...side, deals: [], archived: [] };
  return state.archived === undefined
    ? { ...side, deals: [state], archived: [] }
    : { ...side, deals: [], archived: [state] };
}

/** The process of one end where it has both stages, else each its own: between the ends nobody knows when it changed. */
function processesOf(
  before: DealState,
  after: DealState,
  { a, b }: Ends,
): [Side['process'], Side['process']] {
  const has = ({ process }: Ends['a']) =>
    [before, after].every(
      (state) => state === undefined || process.stages.some(({ id }) => id === state.stage),
    );
  if (has(b)) return [b.process, b.process];
  return has(a) ? [a.process, a.process] : [a.process, b.process];
}

/** As people read it. */
export function periodName(period: Period | 'none'): string {
  return period === 'none' ? 'no date' : period.name;
}
