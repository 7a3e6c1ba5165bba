// Activities that the tool writes into a deal: about the deal, and nothing that happened with the customer. They are no
// sign of life, document no stage, and nobody was late to write them down.

import type { Activity } from './deal.ts';

/** A move against the process, or a reopening, with its reason. */
export const EXCEPTION = 'exception';
/** What a review said of the deal. */
export const REVIEW = 'review';

const OWN: readonly string[] = [EXCEPTION, REVIEW];

/** Whether it happened with the customer. */
export function isWithCustomer({ type }: Pick<Activity, 'type'>): boolean {
  return !OWN.includes(type);
}
