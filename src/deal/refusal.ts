// Values that a change brings and a deal can't hold: sentences that stop the command.

import { type Day, toDay } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { notADay } from './day-text.ts';
import type { Wrong } from './source-text.ts';

/** A sentence that stops the command, from what is wrong with a value. */
export function refused({ message, hint }: Wrong): Failure {
  return new Failure('usage', message, hint === undefined ? {} : { hint });
}

/** A day that a change brings. @throws Failure `usage` */
export function dayFor(key: string, text: string): Day {
  const day = toDay(text);
  if (day === undefined) throw refused(notADay(key, text));
  return day;
}
