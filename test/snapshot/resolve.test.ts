import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/failure.ts';
import { resolveSnapshot } from '../../src/snapshot/resolve.ts';
import { TODAY } from './build.ts';

const NAMES = ['2026-08-31', '2026-11-02', '2026-11-09', '2026-11-16', '2026-11-16T1430', '2026-11-30'];

describe('people mean', () => {
  test.each([
    ['now', 'now'],
    ['2026-11-09', '2026-11-09'],
    ['2026-11-16', '2026-11-16'],
    ['2026-11-16T1430', '2026-11-16T1430'],
    ['2026-11-30', '2026-11-30'],
    ['latest', '2026-11-16T1430'],
    ['latest~0', '2026-11-16T1430'],
    ['latest~1', '2026-11-16'],
    ['latest~4', '2026-08-31'],
    ['@2026-11-15', '2026-11-09'],
    ['@2026-11-16', '2026-11-16T1430'],
    ['@2 weeks ago', '2026-11-09'],
    ['@1 week ago', '2026-11-16T1430'],
    ['@a week ago', '2026-11-16T1430'],
    ['@8 days ago', '2026-11-09'],
    ['@1 month ago', '2026-08-31'],
    ['@ 3  weeks ago', '2026-11-02'],
    ['@yesterday', '2026-11-16T1430'],
    ['@today', '2026-11-16T1430'],
  ])('%s → %s', (text, name) => {
    expect(resolveSnapshot(text, NAMES, TODAY)).toBe(name);
  });

  test('the only one of a day by the day, though it has a time', () => {
    expect(resolveSnapshot('2026-11-16', ['2026-11-16T0900', '2026-11-16T1430'], TODAY)).toBe(
      '2026-11-16T1430',
    );
  });

  test('the end of a shorter month by months ago', () => {
    expect(resolveSnapshot('@1 month ago', ['2026-02-28', '2026-03-01'], '2026-03-31' as typeof TODAY)).toBe(
      '2026-02-28',
    );
  });
});

describe('what there is not is told with what there is', () => {
  const told = (text: string, names = NAMES) => {
    try {
      return resolveSnapshot(text, names, TODAY);
    } catch (error) {
      if (error instanceof Failure) return `${error.code}: ${error.message} ${error.hint}`;
      throw error;
    }
  };
  test.each([
    [
      '2026-11-10',
      'There is no snapshot 2026-11-10. The nearest: 2026-11-09 (1 day before), 2026-11-16 (6 days after). "@2026-11-10" means the newest of that day or before.',
    ],
    [
      '2026-08-01',
      'There is no snapshot 2026-08-01. The nearest: 2026-08-31 (30 days after). "@2026-08-01" means the newest of that day or before.',
    ],
    [
      '2026-11-16T0900',
      'There is no snapshot 2026-11-16T0900. The nearest: 2026-11-16 (the same day), 2026-11-16T1430 (the same day). "@2026-11-16" means the newest of that day or before.',
    ],
    [
      'latest~5',
      'There is no latest~5: there are 5 snapshots up to 2026-11-23. The first is latest~4, of 2026-08-31: pipeline snapshot list',
    ],
    ['@2026-08-30', 'There is no snapshot of 2026-08-30 or before. The first one is of 2026-08-31.'],
    ['@9999 years ago', 'There is no snapshot of 1000-01-01 or before. The first one is of 2026-08-31.'],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(`no-such-snapshot: ${expected}`);
  });

  test.each(['latest', '@yesterday', '2026-11-16'])('%s, without any snapshot', (text) => {
    expect(told(text, [])).toMatch(/^no-such-snapshot: .*Take one: pipeline snapshot/);
  });

  test.each(['newest', '2026-02-30', 'latest~', '@soon', '@2 fortnights ago', '', '-1'])(
    '%j names no snapshot',
    (text) => {
      expect(told(text)).toBe(
        `usage: "${text}" names no snapshot. Write a date (2026-11-23), latest, latest~3, "@2 weeks ago", @2026-11-20 or now.`,
      );
    },
  );
});
