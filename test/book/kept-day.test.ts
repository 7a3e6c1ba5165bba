// The day that is kept is that of the clock at every moment for which it is taken, also where a clock is put back over midnight.

import { expect, test } from 'vitest';
import { dayIn } from '../../src/base/day.ts';
import { dayAround, dayOf } from '../../src/book/kept-day.ts';
import { openBook, openSettings } from '../../src/book/open.ts';
import { property } from '../support/property.ts';
import { fc } from '../support/seeded.ts';
import { demoWorkspace, TODAY } from './demo-workspace.ts';

const ZONES = Intl.supportedValuesOf('timeZone');
/** Clocks that go back at midnight, a day that Samoa left out, and the ends of leap days. */
const HARD = [
  ['Asia/Beirut', '2026-10-24T20:00:00Z'],
  ['Atlantic/Azores', '2026-10-25T00:30:00Z'],
  ['America/Havana', '2026-11-01T03:40:00Z'],
  ['Pacific/Apia', '2011-12-30T09:00:00Z'],
  ['Asia/Kathmandu', '2028-02-29T18:10:00Z'],
] as const;
const moments = fc.date({
  min: new Date('1990-01-01'),
  max: new Date('2050-01-01'),
  noInvalidDate: true,
});

property([
  fc.oneof(
    fc.tuple(fc.constantFrom(...ZONES), moments),
    fc.constantFrom(...HARD).map(([zone, at]) => [zone, new Date(at)] as const),
  ),
  fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
])('a known day holds from its first moment to its last', ([zone, now], part) => {
  const known = dayAround(zone, now);
  const { from, to } = known;
  const within = new Date(from + Math.floor(part * (to - from)));
  expect(from <= now.getTime() && now.getTime() < to).toBe(true);
  expect(dayOf(known, zone, within)).toBe(dayIn(zone, within));
  expect(dayOf(known, zone, new Date(to))).toBeUndefined();
  expect(dayOf(known, zone, new Date(from - 1))).toBeUndefined();
});

test('it is kept by the first command that asks the clock, and not taken for another zone or moment', async () => {
  const root = demoWorkspace();
  const now = new Date('2026-11-23T12:07:00Z');
  expect((await openSettings(root, now)).day).toBeUndefined();
  const opened = await openBook(root, { today: (_, clock) => clock().day, now, toolVersion: '1' });
  opened.close();
  expect(opened.book.today).toBe(TODAY);
  const { day } = await openSettings(root, now);
  expect(day).toEqual({
    timeZone: 'Europe/Warsaw',
    day: TODAY,
    from: Date.parse('2026-11-23T12:00:00Z'),
    to: Date.parse('2026-11-23T23:00:00Z'),
  });
  expect(dayOf(day, 'Asia/Tokyo', now)).toBeUndefined();
  expect((await openSettings(root, new Date('2026-11-23T23:00:00Z'))).day).toBeUndefined();
  expect((await openSettings(root, new Date('2026-11-23T11:59:59Z'))).day).toBeUndefined();
});

test('a day that is given is no reason to ask the clock', async () => {
  const root = demoWorkspace();
  const now = new Date('2026-11-23T12:07:00Z');
  (await openBook(root, { today: () => TODAY, now, toolVersion: '1' })).close();
  expect((await openSettings(root, now)).day).toBeUndefined();
});
