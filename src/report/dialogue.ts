// Entries of the dialogue and what is wrong in its files, as JSON has them.

import { type Day, daysBetween } from '../base/day.ts';
import type { Problem } from '../base/problem.ts';
import type { Sayable } from '../base/said.ts';
import type { Action, Decision, Feedback } from '../feedback/entry.ts';
import { type ActionState, actionStateOf, type FeedbackState, stateOf } from '../feedback/state.ts';

export interface DecisionView {
  readonly as: Decision['as'];
  readonly on: Day;
  readonly why: string;
  readonly until: Day | null;
  readonly metric: string;
  readonly stage: string;
}

export interface DoneView {
  readonly on: Day;
  readonly result: string;
}

export interface SaidView {
  readonly id: string;
  readonly on: Day;
  readonly kind: Feedback['kind'];
  readonly state: FeedbackState;
  readonly text: string;
  readonly why: string;
  readonly stage: string;
  readonly deal: string;
  readonly by: string;
  /** The sheet that it was said in; '' elsewhere. */
  readonly ref: string;
  readonly decision: DecisionView | null;
  /** Decisions that it took the place of, the first one first. */
  readonly earlier: readonly DecisionView[];
  readonly done: DoneView | null;
  /** The version of the process that it led to. */
  readonly process: number | null;
  readonly file: string;
  readonly line: number;
}

export interface ActionView {
  readonly id: string;
  readonly on: Day;
  readonly state: ActionState;
  readonly text: string;
  readonly owner: string;
  readonly due: Day | null;
  /**
   * Days past the day that was promised: until today, or until it was done; 0 where it is in time; null without a day,
   * and where it was taken back.
   */
  readonly days_late: number | null;
  readonly deal: string;
  readonly ref: string;
  readonly done: DoneView | null;
  /** That it is not to be done any more. */
  readonly dropped: { readonly on: Day; readonly why: string } | null;
  readonly file: string;
  readonly line: number;
}

/** A mistake in a file of feedback/. */
export interface MistakeView {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly message: Sayable;
  readonly hint: Sayable;
}

export function saidView(entry: Feedback, today: Day): SaidView {
  const { id, on, kind, text, why, stage, deal, by, ref, decision, earlier, done, process, file, line } =
    entry;
  return {
    ...{ id, on, kind, state: stateOf(entry, today), text, why, stage, deal, by, ref },
    decision: decision === undefined ? null : decisionView(decision),
    earlier: earlier.map(decisionView),
    done: done ?? null,
    process: process ?? null,
    ...{ file, line },
  };
}

export function decisionView({ as, on, why, until, metric, stage }: Decision): DecisionView {
  return { as, on, why, until: until ?? null, metric, stage };
}

export function actionView(action: Action, today: Day): ActionView {
  const { id, on, text, owner, due, deal, ref, done, dropped, file, line } = action;
  const state = actionStateOf(action, today);
  const isDated = due !== undefined && state !== 'dropped';
  return {
    ...{ id, on, state, text, owner, due: due ?? null },
    days_late: isDated ? Math.max(0, daysBetween(due, done?.on ?? today)) : null,
    ...{ deal, ref, done: done ?? null, dropped: dropped ?? null, file, line },
  };
}

export function mistakeViews(problems: readonly Problem[]): MistakeView[] {
  return problems.map(({ file, line, column, message, hint }) => ({
    ...{ file, line: line ?? null, column: column ?? null, message, hint: hint ?? '' },
  }));
}
