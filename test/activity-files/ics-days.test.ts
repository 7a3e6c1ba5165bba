// The days of a recurrence rule, held against the best known library for it, and against rules that no day meets.

import { RRule } from 'rrule';
import { describe, expect, test } from 'vitest';
import { daysOf } from '../../src/activity-files/ics-days.ts';
import { ruleOf } from '../../src/activity-files/ics-rule.ts';
import { day } from '../../src/base/day.ts';
import { property } from '../support/property.ts';
import { fc } from '../support/seeded.ts';

const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
const placed = fc
  .tuple(fc.constantFrom('1', '2', '-1', '4'), weekday)
  .map(([place, name]) => `${place}${name}`);
const list = (of: fc.Arbitrary<string | number>) =>
  fc.uniqueArray(of, { minLength: 1, maxLength: 3 }).map((items) => items.join(','));
/** All with a place or none: of a mixture the library takes what is both. */
const weekdays = fc.oneof(list(weekday), list(placed));
const part = (key: string, value: fc.Arbitrary<string | number>) =>
  fc.option(
    value.map((text) => `;${key}=${text}`),
    { nil: '', freq: 2 },
  );
const months = part('BYMONTH', list(fc.integer({ min: 1, max: 12 })));
const monthDays = part('BYMONTHDAY', list(fc.constantFrom(1, 2, 13, 15, 28, 30, 31, -1, -3)));
const interval = part('INTERVAL', fc.integer({ min: 1, max: 4 }));
const count = part('COUNT', fc.integer({ min: 1, max: 30 }));
const weekStart = part('WKST', weekday);

const rule = fc.oneof(
  fc.tuple(fc.constant('FREQ=DAILY'), interval, count, months, part('BYDAY', list(weekday))),
  fc.tuple(fc.constant('FREQ=WEEKLY'), interval, count, months, weekStart, part('BYDAY', list(weekday))),
  fc.tuple(fc.constant('FREQ=MONTHLY'), interval, count, months, monthDays, part('BYDAY', weekdays)),
  fc.tuple(
    fc.constant('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR'),
    interval,
    count,
    part('BYSETPOS', fc.constantFrom('1', '-1', '2,-2')),
  ),
  fc.tuple(fc.constant('FREQ=YEARLY'), interval, count, months, monthDays),
  fc.tuple(fc.constant('FREQ=YEARLY;BYMONTH=3,10'), interval, part('BYDAY', weekdays)),
  fc.tuple(fc.constant('FREQ=YEARLY'), interval, part('BYDAY', weekdays)),
);
const LAST = '2026-11-23';

describe('the days on which an event comes again', () => {
  property([rule.map((parts) => parts.join('')), fc.integer({ min: 0, max: 1500 })])(
    'are those that the best known library tells',
    (text, further) => {
      const from = new Date(Date.UTC(2021, 0, 1 + further));
      const until = new Date(`${LAST}T00:00:00Z`);
      const theirs = new RRule({ ...RRule.parseString(text), dtstart: from, until }).all().map(iso);
      const read = ruleOf(text);
      if (read === undefined) throw new Error(`not read: ${text}`);
      expect([...daysOf(read, day(iso(from)), day(LAST))], `${text} from ${iso(from)}`).toEqual(theirs);
    },
  );

  test.each([
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYMONTHDAY=31;BYDAY=5MO;BYMONTH=2',
    'FREQ=YEARLY;INTERVAL=10000',
  ])('come to an end where no day meets the rule: %s', (text) => {
    const read = ruleOf(text);
    const days = read === undefined ? [] : [...daysOf(read, day('1604-02-29'), day(LAST))];
    expect(days.length).toBeLessThan(2);
  });

  test.each([
    'FREQ=SECONDLY',
    'FREQ=HOURLY;COUNT=5',
    'FREQ=YEARLY;BYWEEKNO=20',
    'FREQ=DAILY;BYHOUR=9,15',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=WEEKLY;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYMONTH=13',
    'COUNT=3',
    '',
  ])('are not guessed where the rule says more than days, or nothing: %s', (text) => {
    expect(ruleOf(text)).toBeUndefined();
  });
});

function iso(date: Date): string {
  return date.toISOString().slice(0, 10);
}
