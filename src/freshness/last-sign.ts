// The event that a deal's freshness clock runs from, in the sentences of findings.

import type { Day } from '../base/day.ts';
import { dayValue, type Said, said } from '../base/said.ts';
import { labelOf } from '../deal/process.ts';
import type { DealRow } from '../snapshot/row.ts';
import { signEvent } from '../snapshot/sign-event.ts';
import type { Looked } from './rule.ts';

/** `Last: call on 2026-10-20.` @param date the day that the clock runs from */
export function lastSign(row: DealRow, date: Day, { state }: Pick<Looked, 'state'>): Said {
  const on = dayValue(date);
  const { kind, what } = signEvent(row.lastSignEvent);
  switch (kind) {
    case 'activity':
      return said('Last: {type} on {on}.', { type: what, on });
    case 'stage':
      return said('Last: stage {stage}, {on}.', { stage: labelOf(state.process, what), on });
    case 'amount':
      return said('Last: amount changed, {on}.', { on });
    case 'next-step':
      return said('Last: next step agreed on {on}.', { on });
    case 'created':
      return said('None since it was created on {on}.', { on });
    case 'recorded':
      return said('None since it was recorded on {on}.', { on });
    case 'first-snapshot':
      return said('None since a snapshot first had it, {on}.', { on });
    default:
      return said('Counted from {on}.', { on });
  }
}
