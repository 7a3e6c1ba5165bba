// Which snapshots the rhythm misses, and which say what another one says.

import { describe, expect, test } from 'vitest';
import { duplicatesIn, gapsIn, type InSeries } from '../../src/snapshot/regularity.ts';
import { parseRhythm } from '../../src/workspace/rhythm.ts';

function rhythm(text: string) {
  const found = parseRhythm(text);
  if (found === undefined) throw new RangeError(text);
  return found;
}

const taken = (name: string, rows = name): InSeries => ({ name, isTaken: true, rows });
const made = (name: string, rows = name): InSeries => ({ name, isTaken: false, rows });
const missed = (often: string, ...names: string[]) =>
  gapsIn(
    rhythm(often),
    names.map((name) => taken(name)),
  ).map(({ after, before, missed: days }) => [after, before, ...days]);

describe('a gap', () => {
  test('is each interval between two snapshots in which none was taken', () => {
    expect(missed('weekly', '2026-11-02', '2026-11-09', '2026-11-16')).toEqual([]);
    expect(missed('weekly', '2026-11-02', '2026-11-23')).toEqual([
      ['2026-11-02', '2026-11-23', '2026-11-09', '2026-11-16'],
    ]);
  });

  test('is none where one was taken late, but before the next was due', () => {
    expect(missed('weekly on monday', '2026-11-02', '2026-11-13', '2026-11-16')).toEqual([]);
    expect(missed('weekly on monday', '2026-11-02', '2026-11-15')).toEqual([]);
    expect(missed('weekly on monday', '2026-11-02', '2026-11-16')).toEqual([
      ['2026-11-02', '2026-11-16', '2026-11-09'],
    ]);
  });

  test('goes by months and by single days as well', () => {
    expect(missed('monthly', '2026-08-31', '2026-09-30', '2026-11-30')).toEqual([
      ['2026-09-30', '2026-11-30', '2026-10-30'],
    ]);
    expect(missed('daily', '2026-11-20', '2026-11-22')).toEqual([['2026-11-20', '2026-11-22', '2026-11-21']]);
  });

  test('is not filled by a snapshot that was made of the past, and none begins or ends at one', () => {
    const series = [
      made('2026-09-01'),
      taken('2026-11-02'),
      made('2026-11-09'),
      taken('2026-11-16'),
      made('2026-12-31'),
    ];
    expect(gapsIn(rhythm('weekly'), series)).toEqual([
      { after: '2026-11-02', before: '2026-11-16', missed: ['2026-11-09'] },
    ]);
  });
});

describe('duplicates', () => {
  const alike = (often: string, ...series: InSeries[]) =>
    duplicatesIn(rhythm(often), series).map(({ kind, snapshots }) => [kind, ...snapshots]);

  test('are those of one day', () => {
    expect(alike('weekly', taken('2026-11-16'), taken('2026-11-16T1430'), taken('2026-11-23'))).toEqual([
      ['same-day', '2026-11-16', '2026-11-16T1430'],
    ]);
  });

  test('are those that were taken before one was due', () => {
    expect(alike('weekly on monday', taken('2026-11-16'), taken('2026-11-18'), taken('2026-11-23'))).toEqual([
      ['same-interval', '2026-11-16', '2026-11-18'],
    ]);
    const [first, early, next] = [taken('2026-11-16'), taken('2026-11-18'), taken('2026-11-23')];
    expect(alike('weekly', first, early, next)).toEqual([['same-interval', '2026-11-16', '2026-11-18']]);
    expect(alike('daily', first, early, next)).toEqual([]);
  });

  test('are taken ones that hold the same rows, however far apart', () => {
    expect(
      alike(
        'weekly',
        made('2026-10-01', 'a'),
        taken('2026-11-02', 'a'),
        taken('2026-11-09', 'b'),
        taken('2026-11-16', 'a'),
      ),
    ).toEqual([['same-rows', '2026-11-02', '2026-11-16']]);
  });

  test('are none where nobody knows the rows', () => {
    expect(alike('weekly', taken('2026-11-02', ''), taken('2026-11-09', ''))).toEqual([]);
  });
});
