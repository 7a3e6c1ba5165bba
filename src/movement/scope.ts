// A scope: conditions on close date, stage and owner that an open deal meets or not.

import type { Day } from '../base/day.ts';

/** What is left out does not restrict. */
export interface Scope {
  /** By close date, both ends included; `none`: deals without one. */
  readonly period?: { readonly from: Day; readonly to: Day } | 'none';
  /** In B's names; of a stage that B does not have, in A's. */
  readonly stages?: readonly string[];
  /** '' is nobody. */
  readonly owners?: readonly string[];
}

/** Where a deal stands, as far as scopes ask. A deal in no stage is in no scope of stages. */
export interface Place {
  readonly close: Day | undefined;
  readonly stage: string | undefined;
  readonly owner: string;
}

export type Condition = 'period' | 'stage' | 'owner';

/** The first condition that the place fails, in the order period, stage, owner; undefined where it is in scope. */
export function failing(scope: Scope, place: Place): Condition | undefined {
  if (scope.period !== undefined && !isDue(scope.period, place.close)) return 'period';
  if (scope.stages !== undefined && (place.stage === undefined || !scope.stages.includes(place.stage))) {
    return 'stage';
  }
  if (scope.owners !== undefined && !scope.owners.includes(place.owner)) return 'owner';
  return undefined;
}

/** Whether a close date is in the period asked for. */
export function isDue(period: NonNullable<Scope['period']>, close: Day | undefined): boolean {
  if (period === 'none') return close === undefined;
  return close !== undefined && period.from <= close && close <= period.to;
}
