// A date's text → a calendar day of the workspace, once the column's order is settled.

import type { Calendar } from '../base/calendar.ts';
import { type Day, toDay } from '../base/day.ts';
import { type ColumnOrder, partsIn, readDateText } from './date-text.ts';

/** Reads the dates of one column: a day, undefined for "no date", or 'unreadable'. */
export type DayReader = (text: string) => Day | undefined | 'unreadable';

/** A reader for one column. A moment with a zone becomes the calendar's day; without one its own date stands. */
export function dayReader(order: ColumnOrder, calendar: Calendar): DayReader {
  const known = new Map<string, ReturnType<DayReader>>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found;
    const day = readDay(text, order, calendar);
    known.set(text, day);
    return day;
  };
}

/** A moment as an export tells it: its calendar day, and milliseconds that set the moments of a column in order. */
export interface Moment {
  readonly day: Day;
  readonly ms: number;
}

/** Reads the moments of one column, likewise. */
export function momentReader(
  order: ColumnOrder,
  calendar: Calendar,
): (text: string) => Moment | undefined | 'unreadable' {
  return (text) => readMoment(text, order, calendar);
}

function readDay(text: string, order: ColumnOrder, calendar: Calendar): ReturnType<DayReader> {
  const moment = readMoment(text, order, calendar);
  return typeof moment === 'object' ? moment.day : moment;
}

function readMoment(text: string, order: ColumnOrder, calendar: Calendar): Moment | undefined | 'unreadable' {
  const date = readDateText(text);
  if (date === undefined) return 'unreadable';
  if (date.kind === 'none') return undefined;
  if (date.kind === 'instant') return { day: calendar(date.epochMs), ms: date.epochMs };
  const parts = date.kind === 'plain' ? date : partsIn(date, order);
  if (parts === undefined) return 'unreadable';
  const { year, month, day } = parts;
  const pad = (number: number) => String(number).padStart(2, '0');
  const own = year >= 1900 && year < 2200 ? toDay(`${year}-${pad(month)}-${pad(day)}`) : undefined;
  if (own === undefined) return 'unreadable';
  const { hour, minute, second, offset = 0 } = date.clock ?? { hour: 0, minute: 0, second: 0 };
  const ms = Date.UTC(year, month - 1, day, hour, minute - offset, second);
  return { day: date.clock?.offset === undefined ? own : calendar(ms), ms };
}
