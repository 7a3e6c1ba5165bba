// What people said is a way to foresee like any other: as of each day what had been said by then, and nothing of later.

import { describe, expect, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import { parsePeriod } from '../../src/base/period.ts';
import { backtest } from '../../src/forecast/backtest.ts';
import { callAt, type SaidAmount } from '../../src/forecast/calls.ts';
import { historyOf } from '../../src/forecast/history.ts';
import { bestOf, figuresOf } from '../../src/forecast/measure.ts';
import { backtestPage } from '../../src/page/backtest.ts';
import { type BacktestView, backtestView } from '../../src/report/backtest.ts';
import { property } from '../support/property.ts';
import { fc } from '../support/seeded.ts';
import { on, steadily } from './deals.ts';
import { probability, target } from './sets.ts';

const MONTHS = ['2026-04', '2026-05', '2026-06', '2026-07'].map(target);
const [APRIL, MAY] = MONTHS;
if (APRIL === undefined || MAY === undefined) throw new Error('months');

const call = (of: Partial<SaidAmount>): SaidAmount => ({
  ...{ from: APRIL.from, to: APRIL.to, owner: '', on: APRIL.from, amount: 400 },
  ...of,
});

const PERIOD = parsePeriod('2026-08', { today: day('2026-08-01'), fiscalYearStarts: 1 });

const SETTINGS = { probability, scope: '', draws: 40, steps: { combine: false, widen: false } };
const history = historyOf(on('2025-01-01'), steadily(10));
const ENDS = on('2026-08-01');

const runs = (calls: readonly SaidAmount[]) => [
  ...backtest(history, MONTHS, SETTINGS, ENDS, { callsOf: (of, at) => callAt(calls, of, '', at) }),
];

describe('a call', () => {
  test('is the latest of before the day, of that period and of those deals', () => {
    const calls = [
      call({ on: APRIL.from - 3, amount: 300 }),
      call({ on: APRIL.from, amount: 400 }),
      call({ on: APRIL.from, amount: 450 }),
      call({ on: APRIL.from + 1, owner: 'ann', amount: 7 }),
      call({ ...MAY, on: APRIL.from + 2, amount: 999 }),
    ];
    expect(callAt(calls, APRIL, '', APRIL.from - 3)).toBeUndefined();
    expect(callAt(calls, APRIL, '', APRIL.from)).toBe(300);
    expect(callAt(calls, APRIL, '', APRIL.from + 1)).toBe(450);
    expect(callAt(calls, APRIL, 'ann', APRIL.to)).toBe(7);
    expect(callAt(calls, MAY, '', MAY.from)).toBe(999);
  });

  const anyCall = fc.record({
    ...{ owner: fc.constantFrom('', 'ann'), amount: fc.integer({ min: 0, max: 2000 }) },
    on: fc.integer({ min: APRIL.from - 40, max: ENDS }),
    of: fc.constantFrom(...MONTHS),
  });

  property([fc.array(anyCall, { maxLength: 12 }), fc.integer({ min: 0, max: 11 })])(
    'of the day or later leaves no trace in what was said by then',
    (drawn, at) => {
      const calls = drawn
        .map(({ of, ...rest }) => call({ ...rest, from: of.from, to: of.to }))
        .sort((a, b) => a.on - b.on);
      const all = ALL_DAYS[at];
      if (all === undefined) throw new Error('no run');
      const said = (from: readonly SaidAmount[]) => callAt(from, all.target, '', all.at);
      expect(said(calls.filter(({ on: said_on }) => said_on < all.at))).toBe(said(calls));
    },
  );
  const ALL_DAYS = runs([]);
});

describe('calls beside the forecast', () => {
  const calls = [
    ...MONTHS.map(({ from, to }) => call({ from, to, on: from - 2, amount: 500 })),
    // After the start of the month, and before its first third is over.
    ...MONTHS.map(({ from, to }) => call({ from, to, on: from + 4, amount: 900 })),
  ].sort((a, b) => a.on - b.on);

  test('are measured over the periods that have them, with the error of the forecast in the same', () => {
    const some = calls.filter(({ from }) => from === APRIL.from);
    const tried = runs(some);
    const own = figuresOf(tried).methods.find(({ method }) => method === 'human-calls');
    const april = tried.filter(({ target: { from } }) => from === APRIL.from);
    const actual = april[0]?.actual ?? 0;
    expect(own?.runs).toBe(3);
    expect(own?.wape).toBeCloseTo((Math.abs(500 - actual) + 2 * Math.abs(900 - actual)) / (3 * actual), 10);
    expect(own?.forecastWape).toBe(figuresOf(april).methods[0]?.wape);
    expect(figuresOf(runs([])).methods.map(({ method }) => method)).not.toContain('human-calls');
  });

  test('one good guess is not what to go by: those of half of the forecasts may be', () => {
    const exact = runs([]).map((run, at) => ({ ...run, actual: 400 + 50 * at, called: 400 + 50 * at }));
    expect(bestOf(figuresOf(exact).methods)).toBe('human-calls');
    const once = exact.map((run, at) => (at === 0 ? run : { ...run, called: undefined }));
    expect(bestOf(figuresOf(once).methods)).not.toBe('human-calls');
  });

  test('stand in the view, in the rows for CSV, and on the screen', () => {
    const basis = {
      ...{ history, at: ENDS, settings: SETTINGS, currency: 'EUR', digits: 0 },
      ...{
        snapshots: { used: 1, otherCurrency: 0, last: undefined },
        rows: new Map(),
        byPlace: [],
        exported: undefined,
      },
    };
    const asked = { kind: PERIOD, fiscalYearStarts: 1, from: undefined, to: undefined, owner: undefined };
    const view: BacktestView = backtestView(basis, MONTHS, { ...asked, calls, tick: () => {} });
    expect(view.runs.filter(({ method }) => method === 'human-calls').length).toBe(12);
    const look = { digits: 0, ownerLabel: String, stageLabel: String };
    const said = JSON.stringify(backtestPage(view, look, 'pipeline forecast').blocks);
    expect(said).toContain('with a call: people {people}, this forecast {own}.","values":{"forecasts":12,');
    expect(said).toContain('what people said');
  });
});
