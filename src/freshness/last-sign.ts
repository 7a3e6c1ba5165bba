// The event that a deal's freshness clock runs from, in the sentences of findings.

import type { Day } from '../base/day.ts';
import { labelOf } from '../deal/process.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { Looked } from './rule.ts';

/** `Last: call on 2026-10-20.` @param date the day that the clock runs from */
export function lastSign(row: DealRow, date: Day, { state }: Pick<Looked, 'state'>): string {
  const [kind = '', detail = ''] = split(row.lastSignEvent);
  switch (kind) {
    case 'activity':
      return `Last: ${detail} on ${date}.`;
    case 'stage':
      return `Last: stage ${labelOf(state.process, detail)}, ${date}.`;
    case 'amount':
      return `Last: amount changed, ${date}.`;
    case 'next-step':
      return `Last: next step agreed on ${date}.`;
    case 'created':
      return `None since it was created on ${date}.`;
    case 'recorded':
      return `None since it was recorded on ${date}.`;
    case 'first-snapshot':
      return `None since a snapshot first had it, ${date}.`;
    default:
      return `Counted from ${date}.`;
  }
}

function split(event: string): string[] {
  const colon = event.indexOf(':');
  return colon < 0 ? [event] : [event.slice(0, colon), event.slice(colon + 1)];
}
