// What is said where a rate is missing, in one place: which, and what to do about it.

import type { Day } from '../base/day.ts';
import { dayValue, type Said, type Sayable, said } from '../base/said.ts';
import { listed } from '../base/said-lists.ts';

/** @param currencies each as it is to be named */
export function noRate(to: string, on: Day, currencies: readonly Sayable[]): Said {
  return said('There is no rate to {to} on {on} for {currencies}.', {
    ...{ to, on: dayValue(on) },
    currencies: listed(currencies),
  });
}

/** Stands before the lines to paste (ratesToPaste). */
export function whatOneIsWorth(to: string): Said {
  return said('Say in pipeline.yaml what one unit is worth in {to}, from the day on since when it holds:', {
    to,
  });
}
