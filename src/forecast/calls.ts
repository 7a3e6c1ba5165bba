// What people said that a period would bring, as a way to foresee it like any other.

import type { Target } from './spans.ts';

/** A person's call as figures: what they said that a whole period would bring. */
export interface SaidAmount {
  /** Of which period: its days, from the first to before the last, counted from 1970-01-01. */
  readonly from: number;
  readonly to: number;
  /** Whose deals it is about; '' for all of them. */
  readonly owner: string;
  /** The day on which it was known: a call that was written down later is none of the day that it was said on. */
  readonly on: number;
  /** In minor units of the reporting currency: all that will be won in the period, what is won already included. */
  readonly amount: number;
}

/**
 * What had been said of the period by the start of the day, the latest word; undefined where nobody had. A call for all
 * is no sum of those of owners: of those who said nothing it would say 0.
 * @param calls ascending by day; of one day the later one counts
 */
export function callAt(
  calls: readonly SaidAmount[],
  { from, to }: Target,
  owner: string,
  day: number,
): number | undefined {
  return calls.findLast(
    (call) => call.from === from && call.to === to && call.owner === owner && call.on < day,
  )?.amount;
}
