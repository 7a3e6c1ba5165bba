import { describe, expect, test } from 'vitest';
import { day, fromEpochDay, weekdayOf } from '../../src/base/day.ts';
import { dueAfter, parseRhythm, rhythmSaid } from '../../src/workspace/rhythm.ts';
import { fc, test as property } from '../support/seeded-vitest.ts';

function due(text: string, last: string): string {
  const rhythm = parseRhythm(text);
  if (rhythm === undefined) throw new Error(`not a rhythm: ${text}`);
  return dueAfter(rhythm, day(last));
}

describe('reading a rhythm', () => {
  test.each([
    ['daily', 1, 'day', undefined],
    ['weekly', 1, 'week', undefined],
    ['weekly on monday', 1, 'week', 1],
    ['Weekly  on Sunday', 1, 'week', 7],
    ['monthly', 1, 'month', undefined],
    ['quarterly on fri', 1, 'quarter', 5],
    ['10 days', 10, 'day', undefined],
    ['1 week', 1, 'week', undefined],
    ['2 weeks on tuesday', 2, 'week', 2],
    ['6 months', 6, 'month', undefined],
  ])('%s is read', (text, every, unit, weekday) => {
    expect(parseRhythm(text)).toEqual({ every, unit, weekday });
  });

  test.each(['', 'often', 'yearly', '0 weeks', '-1 days', '1.5 weeks', 'weekly on moonday', 'on monday'])(
    '"%s" is none',
    (text) => expect(parseRhythm(text)).toBeUndefined(),
  );

  test('a weekday makes no sense where the rhythm counts days', () => {
    expect(parseRhythm('daily on monday')).toBeUndefined();
    expect(parseRhythm('3 days on monday')).toBeUndefined();
  });

  test('what is written reads back as it was', () => {
    for (const text of [
      'daily',
      'weekly on monday',
      '2 weeks',
      'monthly',
      'quarterly on friday',
      '3 months',
    ]) {
      const rhythm = parseRhythm(text);
      expect(rhythm && String(rhythmSaid(rhythm))).toBe(text);
    }
  });
});

describe('when it is due again', () => {
  test.each([
    // 2026-11-23 is a Monday
    ['daily', '2026-11-23', '2026-11-24'],
    ['10 days', '2026-11-23', '2026-12-03'],
    ['weekly', '2026-11-25', '2026-12-02'],
    ['weekly on monday', '2026-11-23', '2026-11-30'],
    ['weekly on monday', '2026-11-25', '2026-11-30'],
    ['weekly on monday', '2026-11-22', '2026-11-23'],
    ['2 weeks', '2026-11-09', '2026-11-23'],
    ['2 weeks on monday', '2026-11-09', '2026-11-23'],
    ['2 weeks on monday', '2026-11-10', '2026-11-23'],
    ['monthly', '2026-11-09', '2026-12-09'],
    ['monthly', '2026-01-31', '2026-02-28'],
    ['monthly', '2027-12-31', '2028-01-31'],
    ['3 months', '2026-11-30', '2027-02-28'],
    ['monthly on monday', '2026-11-09', '2026-12-14'],
    ['monthly on monday', '2026-11-07', '2026-12-07'],
    ['quarterly', '2026-08-24', '2026-11-24'],
    ['quarterly', '2026-10-05', '2027-01-05'],
    ['quarterly on monday', '2026-08-24', '2026-11-30'],
  ])('%s, last on %s, is due on %s', (text, last, expected) => {
    expect(due(text, last)).toBe(expected);
  });

  const rhythms = fc.constantFrom(
    'daily',
    'weekly',
    'monthly',
    'quarterly',
    '2 weeks on friday',
    'monthly on sunday',
    '5 months',
  );

  property.prop([rhythms, fc.integer({ min: 0, max: 40_000 })])(
    'it is always due after it was done, and on the weekday that was asked for',
    (text, epoch) => {
      const rhythm = parseRhythm(text);
      if (rhythm === undefined) throw new Error(text);
      const next = dueAfter(rhythm, fromEpochDay(epoch));
      expect(next > fromEpochDay(epoch)).toBe(true);
      if (rhythm.weekday !== undefined) expect(weekdayOf(next)).toBe(rhythm.weekday);
    },
  );
});
