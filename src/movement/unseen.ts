// What happened to a deal from commit to commit, and what of it two snapshots around don't show.

import Big from 'big.js';
import type { Day } from '../base/day.ts';
import { STAGE_NOT_KNOWN } from '../deal/deal.ts';
import type { StageMap } from '../deal/stage-map.ts';
import type { MovementRow } from './side.ts';

/** A deal's row, and whether it lay in the archive; undefined where it was not there. */
export type DealState = (MovementRow & { readonly archived?: string }) | undefined;

/** What one commit did to a deal. */
export interface DealStep {
  readonly commit: string;
  readonly author: string;
  readonly on: Day;
  readonly before: DealState;
  readonly after: DealState;
}

type Stages = Pick<StageMap, 'nameInB'>;
/** What a field says, so that the same reads the same; undefined: nothing, the deal is not there. */
type StateReading = (state: DealState, stages: Stages) => string | undefined;

/** The fields that a deal's own story is told by. */
const READINGS = {
  place: (state) => (state === undefined ? 'gone' : state.archived === undefined ? 'deals' : 'archive'),
  // One that is not known tells nothing.
  stage: (state, stages) =>
    state?.stage === STAGE_NOT_KNOWN ? undefined : state && (stages.nameInB(state.stage) ?? state.stage),
  owner: (state) => state?.owner,
  close: (state) => state && (state.close ?? ''),
  // A missing amount counts as 0.
  amount: (state) => state && `${state.currency} ${new Big(state.amount ?? 0).toFixed()}`,
} as const satisfies Record<string, StateReading>;

const FIELDS = Object.keys(READINGS) as readonly (keyof typeof READINGS)[];

/** Whether any of these fields is another one. */
export function isOther(a: DealState, b: DealState, stages: Stages): boolean {
  return FIELDS.some((field) => READINGS[field](a, stages) !== READINGS[field](b, stages));
}

/** The steps with a start: what A has was there before git first had it, and is not new with its first commit. */
export function begunAt<Step extends Pick<DealStep, 'before' | 'after'>>(
  a: DealState,
  [first, ...further]: readonly Step[],
): Step[] {
  if (first === undefined) return [];
  return [first.before === undefined ? { ...first, before: a } : first, ...further];
}

/**
 * The steps from A to B of a deal that came back, or went through what neither end shows; none where the ends tell it
 * all. What was written down in A before it was committed is no step.
 */
export function unseenSteps<Step extends Pick<DealStep, 'before' | 'after'>>(
  steps: readonly Step[],
  a: DealState,
  b: DealState,
  stages: Stages,
): Step[] {
  const told = new Set<Step>();
  let isUnseen = false;
  for (const field of FIELDS) {
    const read = (state: DealState) => READINGS[field](state, stages);
    const moved = steps.filter(
      ({ before, after }) => read(after) !== undefined && read(before) !== read(after),
    );
    const first = moved.findIndex(({ after }) => read(after) !== read(a));
    if (first < 0) continue;
    for (const step of moved.slice(first)) {
      told.add(step);
      isUnseen ||= read(step.after) !== read(b);
    }
  }
  return isUnseen ? steps.filter((step) => told.has(step)) : [];
}
