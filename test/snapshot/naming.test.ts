import { describe, expect, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import { Failure } from '../../src/base/failure.ts';
import { hasChanged } from '../../src/snapshot/changed.ts';
import { nameSnapshot } from '../../src/snapshot/naming.ts';
import { takenAt } from '../../src/snapshot/taken-at.ts';
import { importOverdue } from '../../src/workspace/import-due.ts';
import { decimal, row, settings, snapshot, TODAY } from './build.ts';

describe('the name of a snapshot', () => {
  const named = (second: 'refuse' | 'replace' | 'again', names: string[], taken = true): string => {
    try {
      const { name, replaces } = nameSnapshot(
        { names, today: TODAY, time: '1430', command: 'pipeline snapshot', second },
        () => taken,
      );
      return replaces ? `${name} replaced` : name;
    } catch (error) {
      if (error instanceof Failure) return error.code;
      throw error;
    }
  };
  test.each([
    ['refuse', [], '2026-11-23'],
    ['refuse', ['2026-11-16'], '2026-11-23'],
    ['refuse', ['2026-11-23'], 'snapshot-exists'],
    ['again', ['2026-11-23'], '2026-11-23T1430'],
    ['again', ['2026-11-23', '2026-11-23T1429'], '2026-11-23T1430'],
    ['again', ['2026-11-23', '2026-11-23T1430'], 'snapshot-exists'],
    ['again', ['2026-11-23', '2026-11-23T1600'], 'snapshot-exists'],
    ['again', ['2026-11-16'], '2026-11-23'],
    ['replace', ['2026-11-23', '2026-11-23T1600'], '2026-11-23T1600 replaced'],
    ['replace', ['2026-11-16'], '2026-11-23'],
    ['refuse', ['2026-11-24'], 'snapshot-in-past'],
    ['replace', ['2026-11-23', '2026-11-24T0900'], 'snapshot-in-past'],
  ] as const)('%s beside %j: %s', (second, names, expected) => {
    expect(named(second, [...names])).toBe(expected);
  });

  test('may lie before a backfilled one', () => {
    expect(named('refuse', ['2026-11-24'], false)).toBe('2026-11-23');
  });
});

describe('the moment', () => {
  test.each([
    ['2026-11-23T13:30:05Z', 'Europe/Warsaw', '2026-11-23T14:30:05+01:00', '1430'],
    ['2026-07-23T22:30:05Z', 'Europe/Warsaw', '2026-07-24T00:30:05+02:00', '0030'],
    ['2026-11-23T13:30:05Z', 'UTC', '2026-11-23T13:30:05+00:00', '1330'],
    ['2026-11-23T13:30:05Z', 'America/St_Johns', '2026-11-23T10:00:05-03:30', '1000'],
    ['2026-10-25T01:30:00Z', 'Europe/Warsaw', '2026-10-25T02:30:00+01:00', '0230'],
  ])('%s in %s', (now, zone, instant, time) => {
    expect(takenAt(new Date(now), zone)).toEqual({ instant, time });
  });
});

describe('an import is too old', () => {
  const mirror = settings({ sourceOfRecord: 'pipedrive' });
  const imported = (on: string, system = 'pipedrive') => ({
    system,
    on: day(on),
    file: 'deals.csv',
    sha256: '',
    rows: 1,
    partial: false,
  });
  const why = (days: readonly string[], newestTaken?: string) =>
    importOverdue(
      mirror,
      days.map((on) => imported(on)),
      newestTaken === undefined ? undefined : day(newestTaken),
      TODAY,
    )?.why;

  test('where there is none, or only of another system', () => {
    expect(why([])).toBe('never');
    expect(importOverdue(mirror, [imported('2026-11-23', 'hubspot')], undefined, TODAY)?.why).toBe('never');
  });

  test('from the day after it was due on, weekly', () => {
    expect(why(['2026-11-16'])).toBeUndefined();
    expect(why(['2026-11-15'])).toBe('overdue');
    expect(why(['2026-11-01', '2026-11-16', '2026-11-09'])).toBeUndefined();
  });

  test('where nothing was imported since the newest taken snapshot', () => {
    expect(why(['2026-11-20'], '2026-11-19')).toBeUndefined();
    expect(why(['2026-11-20'], '2026-11-20')).toBe('same');
    expect(why(['2026-11-20'], '2026-11-21')).toBe('same');
    expect(why(['2026-11-23'], '2026-11-23')).toBeUndefined();
  });

  test('never, in a book of one’s own', () => {
    expect(importOverdue(settings(), [], day('2026-11-20'), TODAY)).toBeUndefined();
  });
});

describe('something changed', () => {
  const before = snapshot('2026-11-16', [
    row({ id: 'x', lastSignOfLife: day('2026-11-16'), lastSignEvent: 'now' }),
  ]);
  const now = (over: object) => snapshot('2026-11-23', [row({ id: 'x', ...over })]);

  test('not where only the clock found a day for an event', () => {
    expect(
      hasChanged(before, now({ lastSignOfLife: day('2026-11-16'), lastSignEvent: 'first-snapshot' })),
    ).toBe(false);
  });

  test.each([
    [{ owner: 'ewa' }],
    [{ custom: { segment: 'x' } }],
    [{ problem: 'bad' }],
    [{ nextStep: 'call' }],
  ])('where %j did', (over) => {
    expect(hasChanged(before, now(over))).toBe(true);
  });

  test('where a rate did, or a deal was archived', () => {
    expect(hasChanged(before, { ...now({}), rates: { PLN: decimal('1'), EUR: decimal('4.3') } })).toBe(true);
    expect(
      hasChanged(before, { ...now({}), deals: [], archived: [{ ...row({ id: 'x' }), archived: '2026-Q4' }] }),
    ).toBe(true);
  });
});
