// Whether a systemic activity is behind its rhythm.

import { type Day, daysBetween } from '../base/day.ts';
import { dueAfter, rhythmText } from '../workspace/rhythm.ts';
import type { Rhythm } from '../workspace/settings.ts';
import { daysText } from './days-text.ts';

export interface Late {
  readonly days: number;
  /** `was due on 2026-11-16, 7 days ago (rhythm: weekly)` */
  readonly text: string;
}

/** By how much it is late after it was done on `last`; undefined up to the day on which it is due, included. */
export function lateBy(rhythm: Rhythm, last: Day, today: Day): Late | undefined {
  const due = dueAfter(rhythm, last);
  if (today <= due) return undefined;
  const days = daysBetween(due, today);
  return { days, text: `was due on ${due}, ${daysText(days)} ago (rhythm: ${rhythmText(rhythm)})` };
}
