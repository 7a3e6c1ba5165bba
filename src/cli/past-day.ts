// A day of the past that somebody asks to look back to.

import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import type { Message } from '../words/message.ts';

/** @param hint what to do instead. @throws Failure `usage` for an --as-of that is still to come */
export function refuseToCome(asOf: Day, now: Day, hint: Message): void {
  if (asOf <= now) return;
  throw new Failure('usage', said('--as-of {asOf} is after today, {now}.', { asOf, now }), { hint });
}
