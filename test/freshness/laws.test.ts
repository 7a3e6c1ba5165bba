// Laws of list and index over random books: whatever the deals, the figures agree.

import { afterAll, describe, expect, vi } from 'vitest';
import { addDays } from '../../src/base/day.ts';
import type { Book } from '../../src/book/book.ts';
import { snapshotsInFiles } from '../../src/book/snapshots.ts';
import { checkView } from '../../src/report/check.ts';
import { type StaleOptions, staleView } from '../../src/report/stale.ts';
import type { DealRow } from '../../src/snapshot/row.ts';
import type { Settings } from '../../src/workspace/settings.ts';
import { settings, TODAY } from '../snapshot/build.ts';
import { fc, test } from '../support/seeded-vitest.ts';
import { PATIENCE_MS, share, tally } from '../support/torture.ts';
import { book, freshRow } from './book.ts';

const snapshots = snapshotsInFiles('/w');

const numRuns = share(100, 20_000);
vi.setConfig({ testTimeout: PATIENCE_MS });
afterAll(() => tally('laws of freshness', { 'books a law': numRuns }));

const aDay = fc.integer({ min: -60, max: 20 }).map((days) => addDays(TODAY, days));
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

const aRow: fc.Arbitrary<Partial<DealRow>> = fc.record({
  owner: fc.constantFrom('', 'anna', 'piotr', 'ewa'),
  stage: fc.constantFrom('lead', 'qualified', 'proposal', 'nowhere', 'won', 'lost'),
  value: maybe(fc.integer({ min: -100_00, max: 1_000_00 })),
  close: maybe(aDay),
  nextStep: fc.constantFrom('', 'call'),
  nextStepBy: maybe(aDay),
  lastSignOfLife: aDay,
  lastSignEvent: fc.constantFrom('activity:call', 'stage:lead', 'created'),
  lastActivity: maybe(aDay),
  source: fc.constantFrom('', 'csv:1', 'hubspot:1'),
  problem: fc.constantFrom('', '', '', '', 'not YAML'),
  waived: fc.array(fc.record({ rule: fc.constantFrom('stale', 'past-close'), until: aDay }), {
    maxLength: 2,
  }),
});

const aSeverity = fc.constantFrom('off', 'info', 'warning', 'error', undefined);
const theSettings: fc.Arbitrary<Settings> = fc
  .dictionary(fc.constantFrom('stale', 'past-close', 'no-next-step', 'overdue-next-step'), aSeverity)
  .map((severities) =>
    settings({
      rules: Object.fromEntries(
        Object.entries(severities).map(([rule, severity]) => [
          rule,
          { severity, groups: {}, stages: {}, numbers: {} },
        ]),
      ),
    }),
  );

const aBook: fc.Arbitrary<Book> = fc
  .tuple(fc.array(aRow, { maxLength: 12 }), theSettings)
  .map(([rows, own]) => ({
    ...book(
      rows.map((row, index) => freshRow({ ...row, id: `deal-${index}` })),
      { settings: own },
    ),
    root: '/w',
    snapshots,
  }));

const options: fc.Arbitrary<StaleOptions> = fc.record({
  owners: fc.constant([]),
  closing: fc.constant(undefined),
  days: maybe(fc.integer({ min: 1, max: 60 })),
  errorsOnly: fc.boolean(),
  by: fc.constantFrom('owner', 'stage'),
});

const cents = (decimal: string) => Math.round(Number(decimal) * 100);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('stale', () => {
  test.prop([aBook, options], { numRuns })('fresh and not fresh make up the open deals', (of, asked) => {
    const { not_fresh, freshness, stale, deals } = staleView(of, asked);
    expect(not_fresh.count + freshness.fresh.count).toBe(freshness.open.count);
    expect(not_fresh.stale + not_fresh.others).toBe(not_fresh.count);
    expect(stale.count).toBe(not_fresh.stale);
    expect(deals).toHaveLength(stale.listed.count);
    expect(sum(deals.map(({ value }) => cents(value ?? '0')))).toBe(cents(stale.listed.value));
  });

  test.prop([aBook, options], { numRuns })('the groups add up to the whole', (of, asked) => {
    const { groups, freshness } = staleView(of, asked);
    for (const part of ['fresh', 'open'] as const) {
      expect(sum(groups.map((group) => group[part].count))).toBe(freshness[part].count);
      expect(sum(groups.map((group) => cents(group[part].value)))).toBe(cents(freshness[part].value));
    }
  });

  test.prop([aBook, options], { numRuns })(
    'a share lies between 0 and 1, and there is none over nothing',
    (of, asked) => {
      const { freshness, judged } = staleView(of, asked);
      for (const share of [freshness.by_value, freshness.by_count]) {
        if (share !== null) expect(share >= 0 && share <= 1).toBe(true);
      }
      if (freshness.open.count === 0) expect(freshness.by_count).toBeNull();
      if (judged === 0 && of.settings.rules.stale?.severity !== 'off') expect(freshness.by_count).toBeNull();
    },
  );
});

describe('check', () => {
  test.prop([aBook, fc.constantFrom('error' as const, 'warning' as const)], { numRuns })(
    'numbers by rule add up to those of the whole, and those to the list',
    (of, gate) => {
      fc.pre(of.state.deals.some(({ problem }) => problem === ''));
      const view = checkView(of, { rules: [], owners: [], stages: [], gate, minFreshness: undefined });
      for (const key of ['error', 'warning', 'info', 'waived'] as const) {
        expect(sum(view.rules.map((rule) => rule[key]))).toBe(view.counts[key]);
      }
      const { error, warning, info, waived, at_gate } = view.counts;
      expect(error + warning + info + waived).toBe(view.findings.length);
      expect(at_gate).toBe(gate === 'error' ? error : error + warning);
      expect(view.exit_status).toBe(view.unreadable.length > 0 ? 3 : at_gate > 0 ? 1 : 0);
    },
  );

  test.prop([aBook], { numRuns })('the index of check is that of stale', (of) => {
    fc.pre(of.state.deals.some(({ problem }) => problem === ''));
    const checked = checkView(of, {
      rules: [],
      owners: [],
      stages: [],
      gate: 'error',
      minFreshness: undefined,
    });
    const listed = staleView(of, {
      owners: [],
      closing: undefined,
      days: undefined,
      errorsOnly: false,
      by: 'owner',
    });
    expect(checked.freshness).toEqual(listed.freshness);
  });
});
