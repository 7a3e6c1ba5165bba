// The line below a bridge from or to a snapshot that nobody took.

import type { BackfilledEnd } from '../report/backfilled-end.ts';
import type { Message } from '../words/message.ts';
import { type Said, say } from './say.ts';

/** Sentences with spaces between. */
export function backfilledSaid(end: BackfilledEnd): (Said | string)[] {
  const {
    snapshot,
    origin,
    amounts_unknown: deals,
    unknown_value,
    stages_unknown: stageless,
    new_without_dates: undated,
  } = end;
  const made = { snapshot, origin };
  const value = { kind: 'money', amount: unknown_value, signed: true } as const;
  return [
    deals === 0 ? say(MADE_LATER, made) : say(WITHOUT_AMOUNTS, { ...made, deals, value }),
    ...(stageless === 0 ? [] : [' ', say(WITHOUT_STAGES, { deals: stageless })]),
    ...(undated === 0 ? [] : [' ', say(WITHOUT_DAYS, { deals: undated })]),
  ];
}

const WITHOUT_STAGES =
  'It does not know the stage of {deals, plural, one {# open deal} other {# open deals}}: that the other end knows it is no movement.' satisfies Message;
const WITHOUT_DAYS =
  'It has no deal without a day on record: {deals, plural, one {# of the new ones} other {# of the new ones}} may have been there before.' satisfies Message;
const MADE_LATER = '{snapshot} was not taken, it was made later ({origin}).' satisfies Message;
const WITHOUT_AMOUNTS =
  '{snapshot} was not taken, it was made later ({origin}). Amounts that it does not know count as 0: {deals, plural, one {# deal} other {# deals}}, {value} of grown and shrunk, which nobody changed.' satisfies Message;
