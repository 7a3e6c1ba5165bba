// The views of stale and check over hand-made books: list and figure agree, gates, and what is never green.

import { describe, expect, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import type { Book } from '../../src/book/book.ts';
import { snapshotsInFiles } from '../../src/book/snapshots.ts';
import { type CheckOptions, checkView } from '../../src/report/check.ts';
import { type StaleOptions, staleView } from '../../src/report/stale.ts';
import type { DealRow } from '../../src/snapshot/row.ts';
import { settings } from '../snapshot/build.ts';
import { book, freshRow } from './book.ts';

const snapshots = snapshotsInFiles('/w');

/** The rules that these tests are about: whatever is added to the table, the numbers hold. */
const THESE = ['stale', 'past-close', 'no-next-step', 'overdue-next-step', 'import-overdue'];

const signed = (date: string) => ({ lastSignOfLife: day(date), lastSignEvent: 'activity:call' });
const bookOf = (rows: readonly DealRow[], over: Partial<Book> = {}): Book => ({
  ...book(rows, over),
  root: '/w',
  snapshots,
});
const stale = (of: Book, options: Partial<StaleOptions> = {}) =>
  staleView(of, {
    owners: [],
    closing: undefined,
    days: undefined,
    errorsOnly: false,
    by: 'owner',
    ...options,
  });
const check = (of: Book, options: Partial<CheckOptions> = {}) =>
  checkView(of, { rules: THESE, owners: [], stages: [], gate: 'error', minFreshness: undefined, ...options });

const WEEK = [
  freshRow({ id: 'fresh', value: 500_00 }),
  freshRow({ id: 'old', value: 100_00, owner: 'piotr', stage: 'proposal', ...signed('2026-10-20') }),
  freshRow({ id: 'older', value: 50_00, ...signed('2026-10-01') }),
  freshRow({
    id: 'warned',
    value: 200_00,
    close: day('2027-01-15'),
    ...signed('2026-11-09'),
    nextStepBy: day('2026-11-20'),
  }),
  freshRow({
    id: 'late',
    value: 150_00,
    owner: 'piotr',
    close: day('2026-11-01'),
    nextStep: '',
    nextStepBy: undefined,
  }),
  freshRow({ id: 'won', value: 900_00, stage: 'won', ...signed('2026-01-01') }),
];

describe('stale', () => {
  test('errors come first, then the longest without a sign of life; the sum is that of the list', () => {
    const view = stale(bookOf(WEEK));
    expect(view.deals.map(({ id, severity, days, value }) => [id, severity, days, value])).toEqual([
      ['older', 'error', 53, '50.00'],
      ['old', 'error', 34, '100.00'],
      ['warned', 'warning', 14, '200.00'],
    ]);
    expect(view.stale).toMatchObject({ count: 3, value: '350.00', share: 0.35, at_error: 2, at_warning: 1 });
  });

  test('list and index agree: not fresh = stale + those that only other rules found', () => {
    const view = stale(bookOf(WEEK));
    expect(view.not_fresh).toEqual({
      count: 4,
      stale: 3,
      others: 1,
      by_rule: { 'past-close': 1, 'no-next-step': 1, 'overdue-next-step': 0 },
    });
    expect(view.freshness).toMatchObject({
      by_value: 0.5,
      by_count: 0.2,
      fresh: { count: 1, value: '500.00' },
      open: { count: 5, value: '1000.00' },
    });
  });

  test('owners come by open value and add up to the whole', () => {
    const { groups } = stale(bookOf(WEEK));
    expect(groups.map(({ key, by_value, fresh, open }) => [key, by_value, fresh.count, open.value])).toEqual([
      ['anna', 500 / 750, 1, '750.00'],
      ['piotr', 0, 0, '250.00'],
    ]);
  });

  test('stages come in the order of the process, unknown ones last', () => {
    const rows = [...WEEK, freshRow({ id: 'x', stage: 'nowhere' })];
    expect(stale(bookOf(rows), { by: 'stage' }).groups.map(({ key }) => key)).toEqual([
      'lead',
      'proposal',
      'nowhere',
    ]);
  });

  test('--days lists from that day on, whatever the limits are', () => {
    const ids = (days: number) =>
      stale(bookOf(WEEK), { days }).deals.map(({ id, severity }) => `${id} ${severity}`);
    expect(ids(35)).toEqual(['older error']);
    expect(ids(34)).toEqual(['older error', 'old error']);
    expect(ids(14)).toEqual(['older error', 'old error', 'warned warning']);
    expect(ids(15)).toEqual(['older error', 'old error']);
  });

  test('--error lists errors alone and leaves the index as it is', () => {
    const view = stale(bookOf(WEEK), { errorsOnly: true });
    expect(view.deals.map(({ id }) => id)).toEqual(['older', 'old']);
    expect(view.stale).toMatchObject({ count: 3, listed: { count: 2, value: '150.00' } });
    expect(view.freshness.by_value).toBe(0.5);
  });

  test('owner and period choose the deals that list and index are about', () => {
    const period = { name: '2027-Q1', from: day('2027-01-01'), to: day('2027-03-31') };
    expect(stale(bookOf(WEEK), { owners: ['piotr'] })).toMatchObject({
      freshness: { open: { count: 2 } },
      deals: [{ id: 'old' }],
      not_fresh: { count: 2, stale: 1, others: 1 },
    });
    expect(stale(bookOf(WEEK), { closing: period })).toMatchObject({
      freshness: { open: { count: 1, value: '200.00' } },
      deals: [{ id: 'warned' }],
    });
  });

  test('where no deal was judged there is no index', () => {
    const rows = [freshRow({ id: 'a', source: 'csv:1', lastActivity: undefined, ...signed('2026-01-01') })];
    expect(stale(bookOf(rows))).toMatchObject({
      judged: 0,
      freshness: { by_value: null, by_count: null },
      not_evaluated: [{ rule: 'stale', source: 'csv', reason: 'no activity data', deals: 1 }],
      deals: [],
    });
  });

  test('an unreadable deal is named and in no figure', () => {
    const rows = [...WEEK, freshRow({ id: 'broken', problem: 'not YAML', ...signed('2026-01-01') })];
    const view = stale(bookOf(rows, { leftOut: ['unseen'] }));
    expect(view.unreadable).toEqual(['broken', 'unseen']);
    expect(view.freshness.open.count).toBe(5);
  });
});

describe('check', () => {
  test('numbers by rule add up, and the gate counts errors', () => {
    const view = check(bookOf(WEEK));
    expect(view.counts).toMatchObject({ error: 3, warning: 3, info: 0, waived: 0, at_gate: 3 });
    expect(view.rules.map(({ rule, error, warning }) => [rule, error, warning])).toEqual([
      ['stale', 2, 1],
      ['past-close', 1, 0],
      ['no-next-step', 0, 1],
      ['overdue-next-step', 0, 1],
    ]);
    expect(view.deals).toEqual({ open: 5, closed: 1, with_findings: 4 });
    expect(view).toMatchObject({ exit_status: 1, passed: { gate: false, freshness: null } });
  });

  test('at the gate warning, warnings count too', () => {
    const rows = [freshRow({ id: 'a', ...signed('2026-11-09') })];
    expect(check(bookOf(rows)).exit_status).toBe(0);
    expect(check(bookOf(rows), { gate: 'warning' })).toMatchObject({
      exit_status: 1,
      counts: { at_gate: 1 },
    });
  });

  test('a waived finding is listed and counted, not at the gate', () => {
    const waived = [{ rule: 'past-close', until: day('2026-12-31') }];
    const view = check(bookOf([freshRow({ id: 'a', close: day('2026-11-01'), waived })]), {
      gate: 'warning',
    });
    expect(view).toMatchObject({
      exit_status: 0,
      counts: { error: 0, waived: 1, at_gate: 0 },
      findings: [{ rule: 'past-close', at_gate: false, waived: { until: '2026-12-31', why: null } }],
      freshness: { by_value: 0 },
    });
  });

  test('the share of fresh value is held against the limit, the limit itself passes', () => {
    const calm = settings({
      rules: Object.fromEntries(
        ['stale', 'past-close', 'no-next-step', 'overdue-next-step'].map((rule) => [
          rule,
          { severity: 'info' as const, groups: {}, stages: {}, numbers: {} },
        ]),
      ),
    });
    const at = (minFreshness: number) => check(bookOf(WEEK, { settings: calm }), { minFreshness });
    expect(at(0.5)).toMatchObject({ exit_status: 0, passed: { gate: true, freshness: true } });
    expect(at(0.51)).toMatchObject({ exit_status: 1, passed: { gate: true, freshness: false } });
  });

  test('without an index the limit is not passed: nothing was looked at', () => {
    const rows = [freshRow({ id: 'a', source: 'csv:1', lastActivity: undefined, ...signed('2026-01-01') })];
    expect(check(bookOf(rows)).exit_status).toBe(0);
    expect(check(bookOf(rows), { minFreshness: 0 })).toMatchObject({
      exit_status: 2,
      passed: { freshness: false },
    });
  });

  test('unreadable deals win over the gate, whoever is asked for', () => {
    const rows = [...WEEK, freshRow({ id: 'broken', problem: 'not YAML' })];
    expect(check(bookOf(rows))).toMatchObject({ exit_status: 3, unreadable: ['broken'] });
    expect(check(bookOf(rows), { owners: ['piotr'], rules: ['stale'] })).toMatchObject({ exit_status: 3 });
  });

  test('--rule looks at that rule, the index stays whole', () => {
    const view = check(bookOf(WEEK), { rules: ['past-close'] });
    expect(view.findings.map(({ rule }) => rule)).toEqual(['past-close']);
    expect(view.freshness.by_value).toBe(0.5);
    expect(view.not_evaluated).toEqual([]);
  });

  test('of some owner or stage, findings of others are left out and those of the workspace stay', () => {
    const mirror = settings({ sourceOfRecord: 'pipedrive' });
    const of = (options: Partial<CheckOptions>) =>
      check(bookOf(WEEK, { settings: mirror }), options).findings.map(({ id, rule }) => id || rule);
    expect(of({ owners: ['piotr'] })).toEqual(['late', 'old', 'import-overdue', 'late']);
    expect(of({ stages: ['proposal'] })).toEqual(['old', 'import-overdue']);
  });

  test.each<[string, readonly DealRow[], Partial<CheckOptions>, RegExp]>([
    ['no deals', [], {}, /There are no deals/],
    ['no readable deal', [freshRow({ id: 'a', problem: 'not YAML' })], {}, /None of the deals can be read/],
    ['a filter that no deal meets', WEEK, { owners: ['anna'], stages: ['proposal'] }, /of anna in proposal/],
    ['a stage without deals', WEEK, { stages: ['qualified'] }, /No deal is in qualified/],
    ['a rule that is off', WEEK, { rules: ['unknown-owner'] }, /No rule was evaluated: unknown-owner/],
  ])('%s: nothing was looked at, which is never a pass', (_, rows, options, message) => {
    expect(() => check(bookOf(rows), options)).toThrow(
      expect.objectContaining({ code: 'nothing-to-look-at', message: expect.stringMatching(message) }),
    );
  });

  test('a rule that was evaluated for none of the deals asked for is no pass either', () => {
    const rows = [
      freshRow({ id: 'a', source: 'csv:1', lastActivity: undefined, owner: 'piotr' }),
      freshRow({ id: 'b' }),
    ];
    expect(() => check(bookOf(rows), { rules: ['stale'], owners: ['piotr'] })).toThrow(
      /stale \(no activity data\)/,
    );
    expect(check(bookOf(rows), { rules: ['stale'] }).exit_status).toBe(0);
  });

  test('an unknown rule is refused with the nearest', () => {
    expect(() => check(bookOf(WEEK), { rules: ['stal'] })).toThrow(
      expect.objectContaining({ hint: 'Did you mean "stale"?' }),
    );
  });
});
