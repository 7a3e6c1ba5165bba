// Days by their distance from today: tomorrow, fri, next fri, +2w, in 3 days, 2 weeks ago, za tydzień.

import { addDays, type Day, weekdayName, weekdayOf } from '../base/day.ts';
import { shiftMonths } from '../base/period.ts';
import type { DayReading, TypedDay } from './day-form.ts';
import { countNamed, dayNamed, sideNamed, type TypedUnit, unitNamed, weekdayNamed } from './day-words.ts';
import { plainly } from './nearest-day.ts';
import { ofAnyMonth } from './written-day.ts';

const SIGNED = /^([-+−])\s*(\d{1,7})\s*(\p{L}*)\.?$/u;
const STEP = /^(in |za )?(?:(\d{1,6}|\p{L}+)\s?)??(\p{L}+)( ago| temu| from now| later)?$/u;
const SIDES = { '-1': 'last', '0': 'this', '1': 'next' } as const;

export function readRelativeDay(typed: TypedDay): readonly DayReading[] | undefined {
  const days = dayNamed(typed.phrase);
  if (days !== undefined) return plainly([addDays(typed.today, days)]);
  return weekday(typed) ?? signed(typed) ?? stepped(typed) ?? bareNumber(typed);
}

/** `fri`; `next fri`, which some mean of this week and some of the next; `fri next week`. */
function weekday(typed: TypedDay): readonly DayReading[] | undefined {
  const words = typed.phrase.split(' ');
  const all = new Set(words.flatMap((word) => weekdayNamed(word) ?? []));
  const [named] = all;
  if (named === undefined) return undefined;
  const [first, second, ...more] = words.filter((word) => weekdayNamed(word) === undefined);
  const nearer = (one: number) => nearestWeekday(typed.today, one, typed.leans === 'future' ? 1 : -1);
  if (first === undefined) return [...all].map((one) => ({ day: nearer(one), as: weekdayName(one) }));
  if (all.size > 1) return undefined;
  const side = sideNamed(first);
  if (side === undefined || more.length > 0) return undefined;
  const ofWeek = {
    day: ofWeekAround(addDays(typed.today, 7 * side), named),
    as: `${weekdayName(named)} of ${SIDES[side]} week`,
  };
  if (second !== undefined) return unitNamed(second) === 'week' ? [ofWeek] : undefined;
  if (side === 0) return [ofWeek];
  const nearest = nearestWeekday(typed.today, named, side);
  return [{ day: nearest, as: side > 0 ? 'the first one after today' : 'the last one before today' }, ofWeek];
}

/** Never today: whoever means today says so. */
function nearestWeekday(today: Day, weekdayNumber: number, side: -1 | 1): Day {
  const ahead = (weekdayNumber - weekdayOf(today) + 7) % 7;
  return addDays(today, side > 0 ? ahead || 7 : ahead - 7);
}

function ofWeekAround(day: Day, weekdayNumber: number): Day {
  return addDays(day, weekdayNumber - weekdayOf(day));
}

/** `+2w`, `-3d`; `+10` is days. */
function signed(typed: TypedDay): readonly DayReading[] | undefined {
  const match = SIGNED.exec(typed.text);
  if (match === null) return undefined;
  const unit = match[3] === '' ? 'day' : unitNamed(typed.phrase.replace(/^\d+\s*/, ''));
  if (unit === undefined) return undefined;
  return plainly([later(typed.today, (match[1] === '+' ? 1 : -1) * Number(match[2]), unit)]);
}

/** `in 3 days`, `2 weeks ago`, `za tydzień`; without such a word where the day is looked for. */
function stepped(typed: TypedDay): readonly DayReading[] | undefined {
  const match = STEP.exec(typed.phrase);
  const unit = unitNamed(match?.[3] ?? '');
  if (match === null || unit === undefined) return undefined;
  const [, ahead, number, , behind] = match;
  const count = number === undefined ? 1 : countNamed(number.trim());
  if (count === undefined || (ahead !== undefined && behind !== undefined)) return undefined;
  const isTold = ahead !== undefined || behind !== undefined;
  if (!isTold && (number === undefined || unit === 'quarter')) return undefined; // `1 kwartał` is the first one
  const isBack =
    behind === undefined ? ahead === undefined && typed.leans === 'past' : /ago|temu/.test(behind);
  return plainly([later(typed.today, isBack ? -count : count, unit)]);
}

/** A number alone counts days, or is a day of the month. */
function bareNumber(typed: TypedDay): readonly DayReading[] | undefined {
  if (!/^[1-9]\d?$/.test(typed.text)) return undefined;
  const number = Number(typed.text);
  const days = typed.leans === 'future' ? number : -number;
  const counted = {
    day: addDays(typed.today, days),
    as: days < 0 ? `${number} days ago` : `in ${number} days`,
  };
  return [counted, ...ofAnyMonth(typed, number).map((day) => ({ day, as: `day ${number} of a month` }))];
}

/** So many units later; a month's last day where the month has no such day. */
export function later(day: Day, count: number, unit: TypedUnit): Day {
  if (unit === 'day') return addDays(day, count);
  if (unit === 'week') return addDays(day, 7 * count);
  return shiftMonths(day, count * { month: 1, quarter: 3, year: 12 }[unit]);
}
