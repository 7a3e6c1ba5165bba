// When a promise was kept, or something that was said was settled, as the options say it.

import { Failure } from '../base/failure.ts';
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
  { understood, today }: Entering,
): NonNullable<Feedback['done']> {
  const given = call.text('on');
  const on = given === undefined ? (entry.done?.on ?? today) : understood.day(given, 'past');
  if (on > today) throw new Failure('bad-date', `${on} is still to come.`, { hint: 'Say it then.' });
  if (on < entry.on) {
    throw new Failure('bad-date', `It was said on ${entry.on}, after ${on}.`, {
      hint: 'Name a day from then on.',
    });
  }
  const { done } = entry;
  if (done !== undefined && (done.on !== on || done.result !== result)) {
    const said = done.result === '' ? '' : `: ${done.result}`;
    throw stands(entry, `${entry.id} is done already, on ${done.on}${said}.`);
  }
  return { on, result };
}

/** What people wrote down is not overwritten by a command without a word. */
export function stands({ file, line }: Feedback | Action, message: string): Failure {
  return new Failure('usage', message, { hint: `It stays so. To put it right, edit ${file}:${line}.` });
}
