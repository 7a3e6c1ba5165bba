// The days of a rule, one after the other. What the libraries do is not bounded: over a rule that no day meets the
// best known one counts for minutes. Held against it in the tests.

import { addDays, type Day, epochDay, fromEpochDay, weekdayOf } from '../base/day.ts';
import type { Rule } from './ics-rule.ts';

/** Periods looked at: each day of 80 years. */
const MOST_PERIODS = 30_000;

/**
 * The days of a rule from its first day on, ascending, as far as `last`.
 * @param from the day of the event itself
 */
export function* daysOf(rule: Rule, from: Day, last: Day): Generator<Day> {
  let left = rule.count ?? Number.POSITIVE_INFINITY;
  for (let at = 0; at < MOST_PERIODS && left > 0; at++) {
    const begins = periodStart(rule, from, at * rule.interval);
    if (begins === undefined || begins > last) return;
    for (const day of daysInPeriod(rule, begins, from)) {
      if (day < from) continue;
      if (day > last || left-- <= 0) return;
      yield day;
    }
  }
}

/** The days of the period that begins on a day, ascending. @param from says the day where the rule does not */
export function daysInPeriod(rule: Rule, begins: Day, from: Day): Day[] {
  const days = [...new Set(candidates(rule, begins, from))].sort();
  if (rule.places.length === 0) return days;
  const chosen = rule.places.flatMap((place) => days.at(place > 0 ? place - 1 : place) ?? []);
  return [...new Set(chosen)].sort();
}

/** The first day of the period that is so many after that of `from`; undefined past the calendar's end. */
function periodStart({ frequency, weekStart }: Rule, from: Day, further: number): Day | undefined {
  switch (frequency) {
    case 'DAILY':
      return later(from, further);
    case 'WEEKLY':
      return later(from, 7 * further - ((weekdayOf(from) - weekStart + 7) % 7));
    case 'MONTHLY': {
      const months = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + further;
      return dayAt(Math.floor(months / 12), (months % 12) + 1, 1);
    }
    case 'YEARLY':
      return dayAt(Number(from.slice(0, 4)) + further, 1, 1);
  }
}

function candidates(rule: Rule, begins: Day, from: Day): Day[] {
  const { frequency, weekdays } = rule;
  switch (frequency) {
    case 'DAILY':
      return isMet(rule, begins) ? [begins] : [];
    case 'WEEKLY': {
      const wanted = weekdays.length > 0 ? weekdays.map(({ weekday }) => weekday) : [weekdayOf(from)];
      const week = [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(begins, days));
      return week.filter((day) => wanted.includes(weekdayOf(day)) && inMonths(rule, day));
    }
    case 'MONTHLY':
      return inMonths(rule, begins) ? daysInMonth(rule, begins, from) : [];
    case 'YEARLY':
      return daysInYear(rule, begins, from);
  }
}

/** Whether a day that is there for itself meets the conditions. */
function isMet(rule: Rule, day: Day): boolean {
  const { weekdays, monthDays } = rule;
  if (weekdays.length > 0 && !weekdays.some(({ weekday }) => weekday === weekdayOf(day))) return false;
  return inMonths(rule, day) && (monthDays.length === 0 || ofMonth(day, monthDays));
}

function inMonths({ months }: Rule, day: Day): boolean {
  return months.length === 0 || months.includes(Number(day.slice(5, 7)));
}

/** @param begins the month's first day */
function daysInMonth({ weekdays, monthDays }: Rule, begins: Day, from: Day): Day[] {
  const all = span(begins, lengthOfMonth(begins));
  const onDays = monthDays.length > 0 ? all.filter((day) => ofMonth(day, monthDays)) : all;
  if (weekdays.length > 0) return placed(all, weekdays).filter((day) => onDays.includes(day));
  return monthDays.length > 0 ? onDays : all.filter((day) => day.slice(8) === from.slice(8));
}

/** @param begins the year's first day */
function daysInYear(rule: Rule, begins: Day, from: Day): Day[] {
  const { months, monthDays, weekdays } = rule;
  const year = Number(begins.slice(0, 4));
  const isByWeekday = weekdays.length > 0 && months.length === 0 && monthDays.length === 0;
  if (isByWeekday) return placed(span(begins, lengthOfYear(year)), weekdays);
  const own = monthDays.length > 0 ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] : [Number(from.slice(5, 7))];
  return (months.length > 0 ? months : own).flatMap((month) => {
    const first = dayAt(year, month, 1);
    return first === undefined ? [] : daysInMonth(rule, first, from);
  });
}

/** The days that are each, or the how-manieth, of their weekday among days in a row. */
function placed(days: readonly Day[], weekdays: Rule['weekdays']): Day[] {
  return weekdays.flatMap(({ weekday, place }) => {
    const own = days.filter((day) => weekdayOf(day) === weekday);
    return place === 0 ? own : (own.at(place > 0 ? place - 1 : place) ?? []);
  });
}

function ofMonth(day: Day, monthDays: readonly number[]): boolean {
  const date = Number(day.slice(8));
  return monthDays.includes(date) || monthDays.includes(date - lengthOfMonth(day) - 1);
}

function lengthOfMonth(day: Day): number {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
}

function lengthOfYear(year: number): number {
  return new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1 ? 366 : 365;
}

function span(first: Day, length: number): Day[] {
  return Array.from({ length }, (_, days) => addDays(first, days));
}

function later(day: Day, days: number): Day | undefined {
  const found = epochDay(day) + days;
  return found > LAST ? undefined : fromEpochDay(found);
}

function dayAt(year: number, month: number, date: number): Day | undefined {
  const found = Date.UTC(year, month - 1, date) / 86_400_000;
  return found > LAST ? undefined : fromEpochDay(found);
}

/** 9999-12-01, in days since 1970: a period that begins later is past the calendar. */
const LAST = 2_932_866;
