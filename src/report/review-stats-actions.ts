// Whether what was promised in reviews was done, and by when.

import type { Day } from '../base/day.ts';
import { isIn, type Period } from '../base/period.ts';
import type { Action } from '../feedback/entry.ts';
import { type Rate, rateOf } from './rate.ts';

export interface ActionFigures {
  /** In reviews of the period. */
  readonly promised: number;
  readonly done: number;
  /** Taken back: in no figure below. */
  readonly dropped: number;
  /** Done by the day they were due, of those that were done or are past it. */
  readonly on_time: Rate;
  /** Not done, and due before today. */
  readonly overdue: number;
  /** Without a day: late by none. */
  readonly undated: number;
}

export function actionFigures(
  actions: readonly Action[],
  period: Period,
  today: Day,
  isMine: (owner: string) => boolean,
): ActionFigures {
  const own = actions.filter(({ on, owner }) => isIn(period, on) && isMine(owner));
  const standing = own.filter(({ done, dropped }) => done !== undefined || dropped === undefined);
  const dated = standing.flatMap(({ due, done }) => (due === undefined ? [] : [{ due, done }]));
  const overdue = dated.filter(({ due, done }) => done === undefined && due < today).length;
  const done = dated.flatMap((action) => (action.done === undefined ? [] : [action.done.on <= action.due]));
  return {
    promised: own.length,
    done: own.filter((action) => action.done !== undefined).length,
    dropped: own.length - standing.length,
    on_time: rateOf(done.filter((isOnTime) => isOnTime).length, done.length + overdue),
    overdue,
    undated: standing.length - dated.length,
  };
}
