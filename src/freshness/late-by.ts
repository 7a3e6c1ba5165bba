// Whether a systemic activity is behind its rhythm.

import { type Day, daysBetween } from '../base/day.ts';
import { dayValue, type Said, type SaidValue } from '../base/said.ts';
import { dueAfter, rhythmSaid } from '../workspace/rhythm.ts';
import type { Rhythm } from '../workspace/settings.ts';

export interface Late {
  readonly days: number;
  /** For a sentence: `was due on {due}, {days} days ago (rhythm: {rhythm})`. */
  readonly values: { readonly due: SaidValue; readonly days: number; readonly rhythm: Said };
}

/** By how much it is late after it was done on `last`; undefined up to the day on which it is due, included. */
export function lateBy(rhythm: Rhythm, last: Day, today: Day): Late | undefined {
  const due = dueAfter(rhythm, last);
  if (today <= due) return undefined;
  const days = daysBetween(due, today);
  return { days, values: { due: dayValue(due), days, rhythm: rhythmSaid(rhythm) } };
}
