// Rhythms: how often a systemic activity is due. `weekly on monday`, `2 weeks`, `quarterly`.

import { addDays, type Day, weekdayOf } from '../base/day.ts';
import { shiftMonths } from '../base/period.ts';
import { type Said, said } from '../base/said.ts';
import type { Message } from '../words/message.ts';
import type { Rhythm } from './settings.ts';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const NAMED: Readonly<Record<string, Rhythm['unit']>> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
};
const COUNTED: Readonly<Record<string, Rhythm['unit']>> = { day: 'day', week: 'week', month: 'month' };

const FORM = /^(?:(daily|weekly|monthly|quarterly)|(\d{1,3}) (day|week|month)s?)(?: on ([a-z]+))?$/;

export const RHYTHM_FORMS =
  'Write daily, weekly, monthly, quarterly, 10 days, 2 weeks or 3 months, with "on monday" where wanted.';

/** The rhythm that the text names, or undefined: `RHYTHM_FORMS` says what there is. Case and spaces aside. */
export function parseRhythm(text: string): Rhythm | undefined {
  const match = FORM.exec(text.trim().toLowerCase().replace(/\s+/g, ' '));
  if (match === null) return undefined;
  const unit = NAMED[match[1] ?? ''] ?? COUNTED[match[3] ?? ''];
  const every = match[2] === undefined ? 1 : Number(match[2]);
  const weekday = match[4] === undefined ? undefined : weekdayNamed(match[4]);
  if (unit === undefined || every === 0) return undefined;
  if (match[4] !== undefined && (weekday === undefined || unit === 'day')) return undefined;
  return { every, unit, weekday };
}

const ONCE_EACH = {
  day: 'daily',
  week: 'weekly',
  month: 'monthly',
  quarter: 'quarterly',
} as const satisfies Record<Rhythm['unit'], Message>;
const ONCE_IN = {
  day: '{every, plural, other {# days}}',
  week: '{every, plural, other {# weeks}}',
  month: '{every, plural, other {# months}}',
  quarter: '{every, plural, other {# quarters}}',
} as const satisfies Record<Rhythm['unit'], Message>;
const ON_WEEKDAY = [
  ...(['on monday', 'on tuesday', 'on wednesday', 'on thursday', 'on friday'] as const),
  ...(['on saturday', 'on sunday'] as const),
] satisfies readonly Message[];

/** As people say it; in English the shortest of the forms that `parseRhythm` reads. */
export function rhythmSaid({ every, unit, weekday }: Rhythm): Said {
  const often = every === 1 ? said(ONCE_EACH[unit]) : said(ONCE_IN[unit], { every });
  const day = weekday === undefined ? undefined : ON_WEEKDAY[weekday - 1];
  return day === undefined ? often : said('{often} {weekday}', { often, weekday: said(day) });
}

/**
 * The first day from which it is due again after it was done on `last`.
 * Days and weeks are counted; months and quarters are calendar months, the day cut to the month's end
 * (2026-01-31 and a month: 2026-02-28). With a weekday, weeks go by that day's grid: the first such day after
 * `last`, and the further weeks from there, so that doing it late moves nothing; months and quarters end on
 * the first such day on or after, so that two never lie closer together than the rhythm says.
 */
export function dueAfter(rhythm: Rhythm, last: Day): Day {
  const { every, unit, weekday } = rhythm;
  if (unit === 'day') return addDays(last, every);
  if (unit === 'week') {
    if (weekday === undefined) return addDays(last, 7 * every);
    return addDays(onOrAfter(addDays(last, 1), weekday), 7 * (every - 1));
  }
  const months = unit === 'quarter' ? 3 * every : every;
  const then = shiftMonths(last, months);
  return weekday === undefined ? then : onOrAfter(then, weekday);
}

/** The days on which it was due after it was done on `last` and up to today, ascending; none: it is not due. */
export function dueDays(rhythm: Rhythm, last: Day, today: Day): Day[] {
  const days: Day[] = [];
  for (let due = dueAfter(rhythm, last); due <= today; due = dueAfter(rhythm, due)) days.push(due);
  return days;
}

function onOrAfter(from: Day, weekday: number): Day {
  return addDays(from, (weekday - weekdayOf(from) + 7) % 7);
}

/** 1 for Monday to 7 for Sunday, by its English name or its first three letters. */
function weekdayNamed(name: string): number | undefined {
  const index = WEEKDAYS.findIndex((weekday) => weekday === name || weekday.slice(0, 3) === name);
  return index < 0 ? undefined : index + 1;
}
