// How far an entry has come: a piece of feedback from said to done, a promise from open to done or taken back.

import type { Day } from '../base/day.ts';
import type { Message } from '../words/message.ts';
import type { Action, Feedback } from './entry.ts';

/** In the order in which a team should look at them, as headings. */
export const STATES = {
  ended: 'On trial until it ended: what came of it?',
  open: 'Waiting for a decision or an answer',
  accepted: 'Accepted, and not done yet',
  trial: 'On trial',
  noted: 'Serves well',
  done: 'Done',
  rejected: 'Rejected',
} as const satisfies Record<string, Message>;

export type FeedbackState = keyof typeof STATES;
export const STATE_NAMES = Object.keys(STATES) as FeedbackState[];

/** Those in which somebody has still to decide or do something. */
export const UNFINISHED: ReadonlySet<FeedbackState> = new Set(['ended', 'open', 'accepted', 'trial']);

/** What works needs no decision; a trial runs through its last day. */
export function stateOf({ kind, decision, done }: Feedback, today: Day): FeedbackState {
  if (done !== undefined) return 'done';
  if (decision === undefined) return kind === 'works' ? 'noted' : 'open';
  if (decision.as !== 'trial') return decision.as;
  return decision.until !== undefined && decision.until < today ? 'ended' : 'trial';
}

/** `overdue`: its day is before today. */
export type ActionState = 'overdue' | 'open' | 'done' | 'dropped';

/** What is done although it was taken back is done. */
export function actionStateOf({ done, dropped, due }: Action, today: Day): ActionState {
  if (done !== undefined) return 'done';
  if (dropped !== undefined) return 'dropped';
  return due !== undefined && due < today ? 'overdue' : 'open';
}

/** Whether nobody has said yet that it is done, or not to be done any more. */
export function isToDo(entry: Feedback | Action): boolean {
  return entry.done === undefined && (entry.kind !== 'action' || entry.dropped === undefined);
}
