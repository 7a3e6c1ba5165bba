// Which day it is in the workspace's time zone, kept while that day lasts: asking Intl takes an eighth of a short command.

import { calendarIn, QUARTER_OF_AN_HOUR } from '../base/calendar.ts';
import type { Day } from '../base/day.ts';
import type { Index } from '../index-db/index-file.ts';
import type { Memo } from '../index-db/rows.ts';

const KEY = 'day';

/** A day, and the moments that it is known to last: from the first up to the second, in ms since 1970. */
export interface KnownDay {
  readonly timeZone: string;
  readonly day: Day;
  readonly from: number;
  readonly to: number;
}

/** The day as the index has it; undefined where that is of another zone or another time. @throws IndexUnsure */
export function keptDay(index: Pick<Index, 'memo'>, timeZone: string, now: Date): KnownDay | undefined {
  const memo = index.memo(KEY);
  if (memo?.inputs !== inputsOf(timeZone)) return undefined;
  const known: KnownDay = JSON.parse(memo.value());
  return dayOf(known, timeZone, now) === undefined ? undefined : known;
}

/** The same, worked out where the index does not have it. @throws RangeError for an unknown zone */
export function dayAround(timeZone: string, now: Date): KnownDay {
  const calendar = calendarIn(timeZone);
  const from = Math.floor(now.getTime() / QUARTER_OF_AN_HOUR) * QUARTER_OF_AN_HOUR;
  const day = calendar(from);
  let to = from + QUARTER_OF_AN_HOUR;
  while (calendar(to) === day) to += QUARTER_OF_AN_HOUR;
  return { timeZone, day, from, to };
}

/** What the index is to keep of it. */
export function dayMemo(known: KnownDay): Memo {
  return { key: KEY, inputs: inputsOf(known.timeZone), value: JSON.stringify(known) };
}

/** The day of that moment, where it is known. */
export function dayOf(known: KnownDay | undefined, timeZone: string, now: Date): Day | undefined {
  const isOf = known?.timeZone === timeZone && known.from <= now.getTime() && now.getTime() < known.to;
  return isOf ? known.day : undefined;
}

/** Zones change what they are with each release of their data, which comes with Node. */
function inputsOf(timeZone: string): string {
  return JSON.stringify([process.versions.tz, timeZone]);
}
