// The freshness index: what counts as fresh, and when there is no index.

import { describe, expect, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import { findingsOf } from '../../src/freshness/findings.ts';
import { freshnessIndexOf } from '../../src/freshness/freshness-index.ts';
import { openDeals } from '../../src/freshness/open-deals.ts';
import type { DealRow } from '../../src/snapshot/row.ts';
import type { RuleSetting, Settings } from '../../src/workspace/settings.ts';
import { settings } from '../snapshot/build.ts';
import { book, freshRow } from './book.ts';

const late = { close: day('2026-11-01') };
const stale = { lastSignOfLife: day('2026-01-01'), lastSignEvent: 'created' };
const at = (severity: RuleSetting['severity']): RuleSetting => ({
  severity,
  groups: {},
  stages: {},
  numbers: {},
});

function indexOf(rows: readonly DealRow[], over: Partial<Settings> = {}) {
  const looked = book(rows, { settings: settings(over) });
  return freshnessIndexOf(findingsOf(looked), looked.settings)(openDeals(looked.state));
}

test('it is the share of open value whose deal shows nothing of the four rules', () => {
  const index = indexOf([
    freshRow({ id: 'a', value: 700_00 }),
    freshRow({ id: 'b', value: 100_00, ...stale }),
    freshRow({ id: 'c', value: 50_00, ...late }),
    freshRow({ id: 'd', value: 100_00, nextStep: '', nextStepBy: undefined }),
    freshRow({ id: 'e', value: 50_00, nextStepBy: day('2026-11-01') }),
    freshRow({ id: 'f', value: 900_00, stage: 'won', ...late }),
  ]);
  expect(index).toEqual({
    byValue: 0.7,
    byCount: 0.2,
    fresh: { count: 1, value: 700_00 },
    open: { count: 5, value: 1000_00 },
    withoutValue: 0,
    withoutRate: { count: 0, currencies: [] },
    staleJudged: { count: 5, value: 1000_00, share: 1 },
    notEvaluated: [],
  });
});

test('a deal with several findings counts once', () => {
  expect(indexOf([freshRow({ id: 'a', ...stale, ...late }), freshRow({ id: 'b' })]).byCount).toBe(0.5);
});

test('findings of other rules leave a deal fresh', () => {
  expect(indexOf([freshRow({ id: 'a', stage: 'nowhere' })]).byValue).toBe(1);
});

test('a waived finding still makes its deal not fresh, and so does one at info', () => {
  const waived = [{ rule: 'past-close', until: day('2026-12-31') }];
  expect(indexOf([freshRow({ id: 'a', ...late, waived })]).byValue).toBe(0);
  expect(indexOf([freshRow({ id: 'a', ...late })], { rules: { 'past-close': at('info') } }).byValue).toBe(0);
});

test('a rule at off does not count', () => {
  expect(indexOf([freshRow({ id: 'a', ...late })], { rules: { 'past-close': at('off') } }).byValue).toBe(1);
  expect(indexOf([freshRow({ id: 'a', ...stale })], { rules: { stale: at('off') } }).byValue).toBe(1);
});

test('an unreadable deal is left out', () => {
  const index = indexOf([freshRow({ id: 'a' }), freshRow({ id: 'b', problem: 'not YAML', ...late })]);
  expect(index).toMatchObject({ byCount: 1, open: { count: 1 } });
});

describe('there is no index', () => {
  const blind = { source: 'csv:1', lastActivity: undefined, ...stale };

  test('where stale was evaluated for none of the open deals, whatever other rules found', () => {
    const index = indexOf([freshRow({ id: 'a', ...blind }), freshRow({ id: 'b', ...blind, ...late })]);
    expect(index).toMatchObject({ byValue: undefined, byCount: undefined });
    expect(index.notEvaluated).toEqual([{ rule: 'stale', reason: 'no activity data', deals: 2 }]);
  });

  test('over nothing, and with all four rules at off', () => {
    expect(indexOf([])).toMatchObject({ byValue: undefined, byCount: undefined });
    const off = {
      stale: at('off'),
      'past-close': at('off'),
      'no-next-step': at('off'),
      'overdue-next-step': at('off'),
    };
    expect(indexOf([freshRow({ id: 'a' })], { rules: off })).toMatchObject({
      byValue: undefined,
      byCount: undefined,
    });
  });

  test('by value where no deal has one; by count there is', () => {
    expect(indexOf([freshRow({ id: 'a', value: undefined })])).toMatchObject({
      byValue: undefined,
      byCount: 1,
      withoutValue: 1,
    });
  });
});

test('where stale was evaluated for some, the index stands and says for how many it was not', () => {
  const index = indexOf([
    freshRow({ id: 'a' }),
    freshRow({ id: 'b', source: 'csv:1', lastActivity: undefined, ...stale }),
  ]);
  expect(index).toMatchObject({
    byCount: 1,
    staleJudged: { count: 1, value: 100_00, share: 0.5 },
    notEvaluated: [{ rule: 'stale', reason: 'no activity data', deals: 1 }],
  });
});
