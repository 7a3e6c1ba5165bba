// Whether a deal has ended.

import { type Deal, outcomeOf } from '../deal/deal.ts';

/** Whether it is won or lost. */
export function isClosed({ stage }: Pick<Deal, 'stage'>): boolean {
  return outcomeOf(stage) !== 'open';
}
