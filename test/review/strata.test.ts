// Which deals a review may pick from.

import { describe, expect, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import { closedSince, stratumOf } from '../../src/review/strata.ts';
import { row, snapshot, TODAY } from '../snapshot/build.ts';

const closed = (id: string, stage: 'won' | 'lost', on?: string) =>
  row({ id, stage, close: on === undefined ? undefined : day(on) });
const state = snapshot(
  '2026-11-23',
  [
    row({ id: 'open-b' }),
    row({ id: 'open-a', owner: 'piotr', stage: 'no-such-stage' }),
    row({ id: 'only-an-id', stage: '' }),
    closed('won-now', 'won', '2026-11-20'),
    closed('won-edge', 'won', '2026-08-25'),
    closed('won-before', 'won', '2026-08-24'),
    closed('won-undated', 'won'),
    closed('won-typo', 'won', '2062-11-20'),
    closed('lost-now', 'lost', '2026-10-01'),
  ],
  {
    archived: [
      { ...closed('won-archived', 'won', '2026-10-02'), archived: '2026-Q4' },
      { ...closed('won-merged', 'won', '2026-10-02'), mergedInto: 'won-now', archived: '2026-Q4' },
      { ...row({ id: 'open-archived' }), archived: '2026-Q4' },
    ],
  },
);
const all = () => true;
const of = (stratum: 'open' | 'won' | 'lost', period = closedSince(TODAY, undefined, 90)) =>
  stratumOf(state, stratum, period, all).rows.map(({ id }) => id);

describe('strata', () => {
  test('open deals are those of the working set, whatever their stage, by id', () => {
    expect(of('open')).toEqual(['open-a', 'open-b']);
  });

  test('closed deals are those closed in the last days, archived since or not', () => {
    expect(of('won')).toEqual(['won-archived', 'won-edge', 'won-now', 'won-typo']);
    expect(of('lost')).toEqual(['lost-now']);
  });

  test('since the last review where there was one', () => {
    expect(closedSince(TODAY, day('2026-11-09'), 90)).toEqual({ from: '2026-11-09', to: undefined });
    expect(of('won', closedSince(TODAY, day('2026-11-09'), 90))).toEqual(['won-now', 'won-typo']);
  });

  test('a period ends', () => {
    expect(of('won', { from: day('2026-08-01'), to: day('2026-08-31') })).toEqual(['won-before', 'won-edge']);
    expect(of('won', { from: day('2026-08-24'), to: day('2026-08-25') })).toEqual(['won-before', 'won-edge']);
    expect(of('won', { from: day('2026-08-25'), to: day('2026-08-25') })).toEqual(['won-edge']);
  });

  test('closed deals without a day are in no period, and counted', () => {
    expect(stratumOf(state, 'won', closedSince(TODAY, undefined, 90), all).undated).toBe(1);
  });

  test('of one owner', () => {
    const mine = stratumOf(
      state,
      'open',
      closedSince(TODAY, undefined, 90),
      ({ owner }) => owner === 'piotr',
    );
    expect(mine.rows.map(({ id }) => id)).toEqual(['open-a']);
  });
});
