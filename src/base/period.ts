// Periods of the fiscal calendar: 2026-Q4, 2026-11, 2026-W48, 2026, FROM..TO, and this-quarter and its like.

import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addMonths } from 'date-fns/addMonths';
import { getISOWeek } from 'date-fns/getISOWeek';
import { getISOWeekYear } from 'date-fns/getISOWeekYear';
import { addDays, type Day, day, toDay, weekdayOf } from './day.ts';
import { Failure } from './failure.ts';
import { FIRST_YEAR, LAST_YEAR } from './last-year.ts';
import { said } from './said.ts';

/** A stretch of calendar days, both ends included. */
export interface Period {
  /** As people write it: `2026-Q4`, or `2026-10-01..2026-12-31`. */
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
}

export type PeriodUnit = 'week' | 'month' | 'quarter' | 'year';

export interface Calendar {
  readonly today: Day;
  /** 1 to 12. A fiscal year has the name of the calendar year that it ends in. */
  readonly fiscalYearStarts: number;
}

/** Whether a day lies in the period; a missing day never does. */
export function isIn(period: Period, of: Day | undefined): boolean {
  return of !== undefined && period.from <= of && of <= period.to;
}

/**
 * The period that the text names.
 * @throws Failure `bad-period` with the forms that there are
 */
export function parsePeriod(text: string, calendar: Calendar): Period {
  const year = Number(/^(\d{4})(-[QW]?\d+)?$/i.exec(text)?.[1] ?? FIRST_YEAR);
  const found =
    year < FIRST_YEAR || year > LAST_YEAR ? undefined : withinCalendar(() => read(text, calendar));
  if (found !== undefined) return found;
  throw new Failure('bad-period', said('"{text}" is not a period.', { text }), {
    hint: 'Write 2026-Q4, 2026-11, 2026-W48, 2026, 2026-10-01..2026-12-31, this-quarter, last-month, …',
  });
}

/** Undefined where one of its ends is before or after all days that there are. */
function withinCalendar(found: () => Period | undefined): Period | undefined {
  try {
    return found();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function read(text: string, calendar: Calendar): Period | undefined {
  const relative = /^(last|this|next)-(week|month|quarter|year)$/.exec(text);
  if (relative !== null) {
    const steps = { last: -1, this: 0, next: 1 }[relative[1] as 'last' | 'this' | 'next'];
    return periodAround(calendar.today, relative[2] as PeriodUnit, calendar.fiscalYearStarts, steps);
  }
  const quarter = /^(\d{4})-Q([1-4])$/i.exec(text);
  if (quarter !== null)
    return fiscalQuarter(Number(quarter[1]), Number(quarter[2]), calendar.fiscalYearStarts);
  const month = /^(\d{4})-(\d{2})$/.exec(text);
  if (month !== null && Number(month[2]) >= 1 && Number(month[2]) <= 12) {
    return months(text, day(`${text}-01`), 1);
  }
  const week = /^(\d{4})-W(\d{2})$/i.exec(text);
  if (week !== null) {
    const found = isoWeek(Number(week[1]), Number(week[2]));
    if (found !== undefined) return found;
  }
  if (/^\d{4}$/.test(text)) return fiscalYear(Number(text), calendar.fiscalYearStarts);
  const range = text.split('..');
  if (range.length === 2) {
    const from = toDay(range[0] ?? '');
    const to = toDay(range[1] ?? '');
    if (from !== undefined && to !== undefined && from <= to)
      return asNamed({ name: text, from, to }, calendar);
  }
  return undefined;
}

/** A stretch of days that is a period of the calendar has its name: the same days are the same period. */
function asNamed(period: Period, { fiscalYearStarts }: Calendar): Period {
  const unit = unitOf(period, fiscalYearStarts);
  return unit === undefined ? period : periodAround(period.from, unit, fiscalYearStarts);
}

/** The week, month, fiscal quarter or fiscal year that a day is in, or `steps` of them later. */
export function periodAround(of: Day, unit: PeriodUnit, fiscalYearStarts: number, steps = 0): Period {
  if (unit === 'week') {
    const monday = addDays(of, 1 - weekdayOf(of) + 7 * steps);
    return { name: weekName(monday), from: monday, to: addDays(monday, 6) };
  }
  if (unit === 'month') {
    const first = shiftMonths(day(`${of.slice(0, 7)}-01`), steps);
    return months(first.slice(0, 7), first, 1);
  }
  const monthIndex = (Number(of.slice(5, 7)) - fiscalYearStarts + 12) % 12;
  const length = unit === 'quarter' ? 3 : 12;
  const first = shiftMonths(day(`${of.slice(0, 7)}-01`), length * steps - (monthIndex % length));
  return unit === 'quarter' ? quarterFrom(first, fiscalYearStarts) : yearFrom(first);
}

const UNITS: readonly PeriodUnit[] = ['week', 'month', 'quarter', 'year'];

/** The unit of the calendar that it is; undefined for any other stretch of days. */
export function unitOf({ from, to }: Period, fiscalYearStarts: number): PeriodUnit | undefined {
  return UNITS.find((unit) => {
    const found = periodAround(from, unit, fiscalYearStarts);
    return found.from === from && found.to === to;
  });
}

function fiscalYear(year: number, fiscalYearStarts: number): Period {
  return yearFrom(yearStart(year, fiscalYearStarts));
}

function fiscalQuarter(year: number, quarter: number, fiscalYearStarts: number): Period {
  return quarterFrom(shiftMonths(yearStart(year, fiscalYearStarts), 3 * (quarter - 1)), fiscalYearStarts);
}

/** The fiscal year named Y begins in Y, or in Y − 1 where it does not begin in January. */
function yearStart(year: number, fiscalYearStarts: number): Day {
  const calendarYear = fiscalYearStarts === 1 ? year : year - 1;
  return day(`${String(calendarYear).padStart(4, '0')}-${String(fiscalYearStarts).padStart(2, '0')}-01`);
}

function yearFrom(first: Day): Period {
  const period = months('', first, 12);
  return { ...period, name: period.to.slice(0, 4) };
}

function quarterFrom(first: Day, fiscalYearStarts: number): Period {
  const index = ((Number(first.slice(5, 7)) - fiscalYearStarts + 12) % 12) / 3;
  const year = months('', shiftMonths(first, -3 * index), 12).to.slice(0, 4);
  return months(`${year}-Q${index + 1}`, first, 3);
}

function months(name: string, first: Day, count: number): Period {
  return { name, from: first, to: addDays(shiftMonths(first, count), -1) };
}

function isoWeek(year: number, week: number): Period | undefined {
  const fourth = day(`${String(year).padStart(4, '0')}-01-04`); // always in week 1
  const monday = addDays(fourth, 1 - weekdayOf(fourth) + 7 * (week - 1));
  const name = `${year}-W${String(week).padStart(2, '0')}`;
  return weekName(monday) === name ? { name, from: monday, to: addDays(monday, 6) } : undefined;
}

function weekName(monday: Day): string {
  const date = new UTCDateMini(`${monday}T00:00:00Z`);
  return `${getISOWeekYear(date)}-W${String(getISOWeek(date)).padStart(2, '0')}`;
}

/** So many calendar months later; the month's last day where it has no such day. @throws RangeError beyond all days */
export function shiftMonths(of: Day, count: number): Day {
  return day(
    addMonths(new UTCDateMini(`${of}T00:00:00Z`), count)
      .toISOString()
      .slice(0, 10),
  );
}
