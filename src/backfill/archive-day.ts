// When an archived deal left the deals: its folder says the quarter, and within it nobody knows the day.

import type { Day } from '../base/day.ts';
import { parsePeriod } from '../base/period.ts';

/** Whether it had left by the start of that day: the quarter of the folder (`2026-Q3`) was over. */
export function hasLeft(folder: string, fiscalYearStarts: number, day: Day): boolean {
  if (!/^\d{4}-Q[1-4]$/.test(folder)) return true;
  return parsePeriod(folder, { today: day, fiscalYearStarts }).to < day;
}
