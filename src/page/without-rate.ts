// The line below a sum that leaves deals out for want of a rate.

import type { Day } from '../base/day.ts';
import { asItIs } from '../base/said.ts';
import { noRate } from '../snapshot/rates-told.ts';
import type { WithoutRate } from '../snapshot/without-rate.ts';
import type { Block } from './page.ts';
import { say, spoken } from './say.ts';

/** @param on the day of which the sum is */
export function withoutRateLines({ count, currencies }: WithoutRate, to: string, on: Day): Block[] {
  if (count === 0) return [];
  const leftOut = say('{deals, plural, one {# deal is} other {# deals are}} in no sum here: {command}', {
    deals: count,
    command: 'pipeline check --rule missing-rate',
  });
  return [
    {
      kind: 'paragraph',
      tone: 'warn',
      parts: [spoken(noRate(to, on, currencies.map(asItIs))), ' ', leftOut],
    },
  ];
}
