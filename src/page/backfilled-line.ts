// The line below a bridge from or to a snapshot that nobody took.

import type { BackfilledEnd } from '../report/backfilled-end.ts';
import type { Message } from '../words/message.ts';
import { type Said, say } from './say.ts';

export function backfilledSaid(end: BackfilledEnd): Said {
  const { snapshot, origin, amounts_unknown: deals, unknown_value } = end;
  const made = { snapshot, origin };
  if (deals === 0) return say(MADE_LATER, made);
  return say(WITHOUT_AMOUNTS, {
    ...{ ...made, deals },
    value: { kind: 'money', amount: unknown_value, signed: true },
  });
}

const MADE_LATER = '{snapshot} was not taken, it was made later ({origin}).' satisfies Message;
const WITHOUT_AMOUNTS =
  '{snapshot} was not taken, it was made later ({origin}). Amounts that it does not know count as 0: {deals, plural, one {# deal} other {# deals}}, {value} of grown and shrunk, which nobody changed.' satisfies Message;
