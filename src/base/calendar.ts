// Moments → calendar days of a time zone, for many moments at once.

import { type Day, toDay } from './day.ts';
import { once } from './once.ts';

/** The calendar day of a moment in a time zone; cheap to ask often. */
export type Calendar = (epochMs: number) => Day;

/** In ms. No zone changes its date within one. */
export const QUARTER_OF_AN_HOUR = 900_000;

/** To ask it for the first time takes a while. What it gives throws RangeError where the time zone is unknown. */
export function calendarIn(timeZone: string): Calendar {
  const format = once(
    () => new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }),
  );
  const known = new Map<number, Day>();
  return (epochMs) => {
    const quarter = Math.floor(epochMs / QUARTER_OF_AN_HOUR);
    const found = known.get(quarter);
    if (found !== undefined) return found;
    const parts = format().formatToParts(new Date(epochMs));
    const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
    const day = toDay(`${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`);
    if (day === undefined) throw new RangeError(`no day for ${epochMs}`);
    known.set(quarter, day);
    return day;
  };
}
