// The days that an axis of time marks: evenly apart, from its first day where it is short, else at the starts of months.

import { MS_PER_DAY } from './chart.ts';

const STEPS_IN_DAYS = [1, 2, 7, 14, 28] as const;
const STEPS_IN_MONTHS = [1, 2, 3, 6, 12, 24, 60, 120] as const;
/** Up to here weeks are marked, beyond it months. */
const LONGEST_IN_DAYS = 120;

/** @param low @param high in milliseconds since 1970 @param most marks that there is room for */
export function timeTicks(low: number, high: number, most: number): number[] {
  const days = (high - low) / MS_PER_DAY;
  if (days <= LONGEST_IN_DAYS) {
    const step = STEPS_IN_DAYS.find((one) => days / one < most) ?? Math.ceil(days / most);
    return Array.from({ length: Math.floor(days / step) + 1 }, (_, at) => low + at * step * MS_PER_DAY);
  }
  const from = new Date(low);
  const first = from.getUTCFullYear() * 12 + from.getUTCMonth();
  const step = STEPS_IN_MONTHS.find((one) => days / 30.4 / one < most) ?? 240;
  const ticks: number[] = [];
  for (let month = Math.ceil(first / step) * step; ; month += step) {
    const at = Date.UTC(Math.floor(month / 12), month % 12);
    if (at > high) return ticks;
    if (at >= low) ticks.push(at);
  }
}
