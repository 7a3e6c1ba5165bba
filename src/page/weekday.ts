// The weekday of a day, as people say it.

import { type Day, weekdayOf } from '../base/day.ts';
import type { Message } from '../words/message.ts';
import { type Said, say } from './say.ts';

const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const satisfies readonly Message[];

/** `Monday` of 2026-11-23. */
export function sayWeekday(day: Day): Said {
  return say(WEEKDAYS[weekdayOf(day) - 1] ?? 'Sunday');
}
