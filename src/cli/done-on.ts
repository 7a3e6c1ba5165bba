// When a promise was kept or taken back, or something that was said was settled, as the options say it.

import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { dayValue, type Sayable, said } from '../base/said.ts';
import { expectHappened } from '../entry/activity.ts';
import type { Action, Feedback } from '../feedback/entry.ts';
import type { Entering } from './change-deals.ts';
import type { Call } from './verb.ts';

/**
 * What is to be written as `done`; said again without a day, it keeps the one that stands.
 * @throws Failure `bad-date` for a day to come, or before it was said; `usage` where something else stands there
 */
export function doneOn(
  call: Call,
  entry: Feedback | Action,
  result: string,
  entering: Entering,
): NonNullable<Feedback['done']> {
  const { done } = entry;
  const on = dayAsked(call, entry, done?.on, entering);
  if (entry.kind === 'action') refuseDropped(entry);
  if (done !== undefined && (done.on !== on || done.result !== result)) refuseDone(entry);
  return { on, result };
}

/** As doneOn, what is to be written as `dropped`. */
export function droppedOn(
  call: Call,
  action: Action,
  why: string,
  entering: Entering,
): NonNullable<Action['dropped']> {
  const { dropped } = action;
  const on = dayAsked(call, action, dropped?.on, entering);
  refuseDone(action);
  if (dropped !== undefined && (dropped.on !== on || dropped.why !== why)) refuseDropped(action);
  return { on, why };
}

/**
 * The day of what became of an entry: what --on says, else the one that stands, else today.
 * @param stood the day that stands there already
 * @throws Failure `bad-date` for a day to come, or before it was said
 */
export function dayAsked(
  call: Call,
  entry: Pick<Feedback | Action, 'on'>,
  stood: Day | undefined,
  { understood, today }: Entering,
): Day {
  const given = call.text('on');
  const on = given === undefined ? (stood ?? today) : understood.day(given, 'past');
  expectHappened(on, today, 'Say it then.');
  if (on >= entry.on) return on;
  throw new Failure(
    'bad-date',
    said('It was said on {said}, after {on}.', { said: dayValue(entry.on), on: dayValue(on) }),
    {
      hint: 'Name a day from then on.',
    },
  );
}

function refuseDone(entry: Feedback | Action): void {
  const { done, id } = entry;
  if (done === undefined) return;
  const on = dayValue(done.on);
  throw stands(
    entry,
    done.result === ''
      ? said('{id} is done already, on {on}.', { id, on })
      : said('{id} is done already, on {on}: {result}.', { id, on, result: done.result }),
  );
}

function refuseDropped(action: Action): void {
  const { dropped, id } = action;
  if (dropped === undefined) return;
  const on = dayValue(dropped.on);
  throw stands(
    action,
    dropped.why === ''
      ? said('{id} was taken back already, on {on}.', { id, on })
      : said('{id} was taken back already, on {on}: {why}.', { id, on, why: dropped.why }),
  );
}

/** What people wrote down is not overwritten by a command without a word. */
export function stands({ file, line }: Feedback | Action, message: Sayable): Failure {
  return new Failure('usage', message, {
    hint: said('It stays so. To put it right, edit {file}:{line}.', { file, line }),
  });
}
