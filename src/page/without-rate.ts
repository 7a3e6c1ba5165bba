// The line below a sum that leaves deals out for want of a rate.

import type { Day } from '../base/day.ts';
import { asItIs } from '../base/said.ts';
import { noRate } from '../snapshot/rates-told.ts';
import type { WithoutRate } from '../snapshot/without-rate.ts';
import type { Block } from './page.ts';
import { say, spoken } from './say.ts';

/** What a sum is in, and of which day. */
export interface Summed {
  readonly currency: string;
  readonly as_of: Day | null;
  readonly today: Day;
}

export function withoutRateLines(
  { count, currencies }: WithoutRate,
  { currency, as_of, today }: Summed,
): Block[] {
  if (count === 0) return [];
  const leftOut = say('{deals, plural, one {# deal is} other {# deals are}} in no sum here: {command}', {
    deals: count,
    command: 'pipeline check --rule missing-rate',
  });
  return [
    {
      kind: 'paragraph',
      tone: 'warn',
      parts: [spoken(noRate(currency, as_of ?? today, currencies.map(asItIs))), ' ', leftOut],
    },
  ];
}
