// Calendar days and periods: what exists, how they count, what they are called.

import { describe, expect, test } from 'vitest';
import { addDays, day, dayIn, daysBetween, toDay, weekdayOf } from '../../src/base/day.ts';
import { Failure } from '../../src/base/failure.ts';
import { isIn, parsePeriod, periodAround } from '../../src/base/period.ts';

const calendar = { today: day('2026-11-23'), fiscalYearStarts: 1 };

describe('a day', () => {
  test.each([
    '2026-02-30',
    '2026-13-01',
    '2026-1-5',
    '15.01.2026',
    '',
    '2025-02-29',
    '0099-01-01',
    '2026-11-23 ',
  ])('"%s" is none', (text) => {
    expect(toDay(text)).toBeUndefined();
  });

  test('a leap day exists in leap years', () => {
    expect(toDay('2028-02-29')).toBe('2028-02-29');
  });

  test('days are counted by the calendar, across the change of clocks too', () => {
    expect(daysBetween(day('2026-03-28'), day('2026-03-30'))).toBe(2);
    expect(addDays(day('2026-10-24'), 2)).toBe('2026-10-26');
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01');
  });

  test('weeks begin on Monday', () => {
    expect(weekdayOf(day('2026-11-23'))).toBe(1);
    expect(weekdayOf(day('2026-11-29'))).toBe(7);
    expect(weekdayOf(day('1969-12-31'))).toBe(3);
  });

  test.each([
    ['2026-03-28T22:59:59Z', '2026-03-28'],
    ['2026-03-28T23:00:00Z', '2026-03-29'],
    ['2026-03-29T21:59:59Z', '2026-03-29'],
    ['2026-03-29T22:00:00Z', '2026-03-30'],
    ['2026-10-24T22:00:00Z', '2026-10-25'],
    ['2026-10-25T22:59:59Z', '2026-10-25'],
    ['2026-10-25T23:00:00Z', '2026-10-26'],
  ])('%s is %s in Warsaw, around the change of clocks', (instant, expected) => {
    expect(dayIn('Europe/Warsaw', new Date(instant))).toBe(expected);
  });
});

describe('a period', () => {
  test.each([
    ['2026-Q4', '2026-10-01', '2026-12-31'],
    ['2026-11', '2026-11-01', '2026-11-30'],
    ['2026-W48', '2026-11-23', '2026-11-29'],
    ['2026-W01', '2025-12-29', '2026-01-04'],
    ['2026-W53', '2026-12-28', '2027-01-03'],
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-10-05..2026-10-06', '2026-10-05', '2026-10-06'],
    ['this-quarter', '2026-10-01', '2026-12-31'],
    ['last-quarter', '2026-07-01', '2026-09-30'],
    ['next-quarter', '2027-01-01', '2027-03-31'],
    ['this-week', '2026-11-23', '2026-11-29'],
    ['last-week', '2026-11-16', '2026-11-22'],
    ['next-month', '2026-12-01', '2026-12-31'],
    ['last-year', '2025-01-01', '2025-12-31'],
  ])('%s runs from %s to %s', (text, from, to) => {
    expect(parsePeriod(text, calendar)).toMatchObject({ from, to });
  });

  test.each([
    ['2027', '2026-04-01', '2027-03-31'],
    ['2027-Q1', '2026-04-01', '2026-06-30'],
    ['2027-Q4', '2027-01-01', '2027-03-31'],
    ['this-quarter', '2026-10-01', '2026-12-31'],
    ['this-year', '2026-04-01', '2027-03-31'],
    ['2026-11', '2026-11-01', '2026-11-30'],
  ])('with a fiscal year from April, %s runs from %s to %s', (text, from, to) => {
    expect(parsePeriod(text, { ...calendar, fiscalYearStarts: 4 })).toMatchObject({ from, to });
  });

  test('a fiscal year has the name of the calendar year that it ends in', () => {
    expect(periodAround(day('2026-11-23'), 'quarter', 4).name).toBe('2027-Q3');
    expect(periodAround(day('2026-11-23'), 'year', 4).name).toBe('2027');
    expect(periodAround(day('2026-11-23'), 'quarter', 1).name).toBe('2026-Q4');
  });

  test.each([
    '2025-W53',
    '2026-Q5',
    '2026-13',
    'soon',
    '2026-10-06..2026-10-05',
    '..',
    '2026-02-30..2026-03-01',
  ])('"%s" is refused with the forms that there are', (text) => {
    expect(() => parsePeriod(text, calendar)).toThrow(Failure);
  });

  test('both ends belong to it, and no date is in none', () => {
    const quarter = parsePeriod('2026-Q4', calendar);
    expect([isIn(quarter, day('2026-10-01')), isIn(quarter, day('2026-12-31'))]).toEqual([true, true]);
    expect([isIn(quarter, day('2027-01-01')), isIn(quarter, undefined)]).toEqual([false, false]);
  });
});
