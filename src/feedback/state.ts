// How far a piece of feedback has come, from said to done.

import type { Day } from '../base/day.ts';
import type { Feedback } from './entry.ts';

/** In the order in which a team should look at them, as headings. */
export const STATES = {
  ended: 'On trial until it ended: what came of it?',
  open: 'Waiting for a decision or an answer',
  accepted: 'Accepted, and not done yet',
  trial: 'On trial',
  noted: 'Serves well',
  done: 'Done',
  rejected: 'Rejected',
} as const satisfies Record<string, string>;

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
