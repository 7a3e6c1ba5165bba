import { describe, expect, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import { ratesMissing } from '../../src/snapshot/rates-missing.ts';
import { emptySeries, foldSeries } from '../../src/snapshot/series.ts';
import { type TakeInput, takeSnapshot } from '../../src/snapshot/take.ts';
import { targetsInForce } from '../../src/snapshot/targets.ts';
import type { PlanTarget } from '../../src/workspace/settings.ts';
import { deal, decimal, row, settings, snapshot, TODAY } from './build.ts';

function take(over: Partial<TakeInput>) {
  return takeSnapshot({
    deals: [],
    archived: [],
    unreadable: [],
    settings: settings(),
    rates: { PLN: decimal('1'), EUR: decimal('4.27') },
    series: emptySeries,
    today: TODAY,
    name: '2026-11-23',
    takenAt: '2026-11-23T12:00:00+01:00',
    toolVersion: '0.0.0-test',
    commit: '',
    dirty: false,
    message: '',
    ...over,
  });
}

const rowOf = (over: Parameters<typeof deal>[0], more: Partial<TakeInput> = {}) =>
  take({ deals: [deal(over)], ...more }).deals[0];

describe('a row', () => {
  test('is in the currency of the workspace where the deal names none', () => {
    expect(rowOf({ id: 'x', amount: decimal('120000.50') })).toMatchObject({
      currency: 'PLN',
      value: 12000050,
    });
  });

  test.each([
    ['0.50', '4.27', 214], // 2.135: to the even 2.14
    ['1.50', '4.27', 640], // 6.405: to the even 6.40
    ['-0.50', '4.27', -214],
    ['100', '4.27', 42700],
  ])('%s at %s is worth %i, rounded once, half to even', (amount, rate, value) => {
    const rates = { PLN: decimal('1'), EUR: decimal(rate) };
    expect(rowOf({ id: 'x', amount: decimal(amount), currency: 'EUR' }, { rates })?.value).toBe(value);
  });

  test('has no value without a rate, and none without an amount', () => {
    expect(rowOf({ id: 'x', amount: decimal('5'), currency: 'USD' })?.value).toBeUndefined();
    expect(rowOf({ id: 'x' })?.value).toBeUndefined();
  });

  test('counts activities to the stage that the deal was in that day', () => {
    const on = (text: string) => ({ on: day(text), type: 'call', line: 1 });
    const stages = [
      { stage: 'lead', on: day('2026-10-01'), line: 1 },
      { stage: 'proposal', on: day('2026-11-01'), line: 2 },
      { stage: 'lead', on: day('2026-11-10'), line: 3 },
    ];
    const days = [
      '2026-09-01',
      '2026-10-01',
      '2026-10-31',
      '2026-11-01',
      '2026-11-09',
      '2026-11-10',
      '2026-11-24',
    ];
    expect(rowOf({ id: 'x', stages, activities: days.map(on) })?.activities).toEqual([
      { stage: 'lead', count: 4 },
      { stage: 'proposal', count: 2 },
    ]);
    expect(rowOf({ id: 'x', stage: 'won', activities: [on('2026-11-01')] })?.activities).toEqual([
      { stage: 'won', count: 1 },
    ]);
  });

  test('counts late entries beyond the limit of the rule, and only where the day of writing is known', () => {
    const on = day('2026-11-10');
    const activities = ['2026-11-10', '2026-11-12', '2026-11-13'].map((logged) => ({
      on,
      logged: day(logged),
      type: 'call',
      line: 1,
    }));
    const x = { id: 'x', activities: [...activities, { on, type: 'call', line: 1 }] };
    expect(rowOf(x)?.lateLogs).toBe(1);
    const strict = settings({
      rules: { 'late-log': { severity: 'info', groups: {}, stages: {}, numbers: { after: 0 } } },
    });
    expect(rowOf(x, { settings: strict })?.lateLogs).toBe(2);
  });

  test('names the last activity of any type that has happened', () => {
    const activities = [
      { on: day('2026-11-20'), type: 'note', line: 1 },
      { on: day('2026-11-30'), type: 'meeting', line: 2 },
    ];
    expect(rowOf({ id: 'x', activities })).toMatchObject({
      lastActivity: '2026-11-20',
      lastActivityType: 'note',
      lastSignEvent: 'now',
    });
  });

  test('adds the move of today to the close moves of the series', () => {
    const series = foldSeries(
      emptySeries(),
      snapshot('2026-11-16', [row({ id: 'x', close: day('2026-12-01') })]),
    );
    expect(rowOf({ id: 'x', close: day('2026-12-15') }, { series: () => series })).toMatchObject({
      closeFirst: '2026-12-01',
      closeMoves: 1,
    });
    expect(
      rowOf({ id: 'x', stage: 'won', close: day('2026-11-20') }, { series: () => series }),
    ).toMatchObject({
      closeFirst: '2026-12-01',
      closeMoves: 0,
    });
  });

  test('has the custom fields that the workspace names, as text', () => {
    const custom = { segment: 'mid', seats: 12, tags: ['a', 'b'], other: 'x', empty: null };
    const named = settings({ snapshotCustom: ['segment', 'seats', 'tags', 'empty', 'constructor'] });
    expect(rowOf({ id: 'x', custom }, { settings: named })?.custom).toEqual({
      segment: 'mid',
      seats: '12',
      tags: '["a","b"]',
      empty: '',
      constructor: '',
    });
  });

  test('holds no half surrogates, which no file can hold', () => {
    expect(rowOf({ id: 'x', name: 'a\ud83d b 😀' })?.name).toBe('a\ufffd b 😀');
  });
});

describe('a snapshot', () => {
  test('is sorted by id, the archive too', () => {
    const archived = ['z', 'a-b', 'a'].map((id) => ({ deal: deal({ id, stage: 'won' }), folder: '2026-Q3' }));
    const taken = take({ deals: ['b10', 'b-1', 'b1'].map((id) => deal({ id })), archived });
    expect(taken.deals.map(({ id }) => id)).toEqual(['b-1', 'b1', 'b10']);
    expect(taken.archived.map(({ id, archived: folder }) => `${id} ${folder}`)).toEqual([
      'a 2026-Q3',
      'a-b 2026-Q3',
      'z 2026-Q3',
    ]);
  });

  test('has the rates of the currencies in either file and no others', () => {
    const rates = { USD: decimal('3.6'), PLN: decimal('1'), EUR: decimal('4.27'), GBP: decimal('5') };
    const taken = take({
      rates,
      deals: [deal({ id: 'a', currency: 'EUR' })],
      archived: [{ deal: deal({ id: 'b', currency: 'USD' }), folder: '2026-Q3' }],
    });
    expect(taken.rates).toEqual({ EUR: '4.27', PLN: '1', USD: '3.6' });
  });

  test('adds up each stage: the process in order, then unknown ones, then the outcomes', () => {
    const amount = decimal('10');
    const stages = ['proposal', 'lead', 'lead', 'odd', 'won', 'lost'];
    const taken = take({ deals: stages.map((stage, n) => deal({ id: `d${n}`, stage, amount })) });
    expect(taken.totals.map(({ stage, deals, value }) => `${stage} ${deals} ${value}`)).toEqual([
      'lead 2 2000',
      'qualified 0 0',
      'proposal 1 1000',
      'odd 1 1000',
      'won 1 1000',
      'lost 1 1000',
    ]);
  });

  test('an unreadable deal stands as it stood, with its problem, at the rate of today', () => {
    const previous = {
      ...row({ id: 'x', amount: decimal('5'), value: 2135, currency: 'EUR' }),
      archived: '2026-Q3',
    };
    const taken = take({
      unreadable: [{ id: 'x', problem: 'deals/x.yaml:3: bad indent', previous }],
      rates: { PLN: decimal('1'), EUR: decimal('5') },
    });
    const { archived: _, ...kept } = previous;
    expect(taken.deals).toEqual([{ ...kept, value: 2500, problem: 'deals/x.yaml:3: bad indent' }]);
    expect(taken.deals[0]).not.toHaveProperty('archived');
  });

  test('an unreadable deal that no snapshot has is left out; in the archive its id is kept', () => {
    const taken = take({
      unreadable: [
        { id: 'x', problem: 'bad' },
        { id: 'y', problem: 'bad', folder: '2026-Q3' },
      ],
    });
    expect(taken.deals).toEqual([]);
    expect(taken.archived).toMatchObject([{ id: 'y', stage: '', problem: 'bad', archived: '2026-Q3' }]);
  });
});

test('a rate is missing for open and won deals, archived ones too, and for no lost one', () => {
  const inUsd = (id: string, stage: string) => deal({ id, stage, currency: 'USD' });
  const taken = take({
    deals: [inUsd('a', 'lead'), inUsd('b', 'lost'), deal({ id: 'e', currency: 'EUR' })],
    archived: [
      { deal: inUsd('c', 'won'), folder: '2026-Q3' },
      { deal: inUsd('d', 'lost'), folder: '2026-Q3' },
    ],
  });
  expect(ratesMissing(taken)).toEqual([{ currency: 'USD', deals: ['a', 'c'] }]);
});

describe('the target in force', () => {
  const target = (text: string, since?: string, over: Partial<PlanTarget> = {}): PlanTarget => ({
    period: '2026-Q4',
    owner: '',
    group: '',
    stage: '',
    segment: '',
    currency: '',
    target: decimal(text),
    since: since === undefined ? undefined : day(since),
    why: '',
    ...over,
  });
  const amounts = (targets: readonly PlanTarget[]) => targetsInForce(targets, TODAY).map((t) => t.target);

  test('is the one with the latest since not after the day', () => {
    expect(
      amounts([target('15', '2026-10-01'), target('14', '2026-11-23'), target('13', '2026-11-24')]),
    ).toEqual(['14']);
    expect(amounts([target('14', '2026-11-10'), target('15', '2026-10-01')])).toEqual(['14']);
    expect(amounts([target('14', '2026-11-10'), target('15')])).toEqual(['14']);
    expect(amounts([target('15'), target('14', '2026-11-10')])).toEqual(['14']);
  });

  test('stands beside those of other periods and owners', () => {
    const anna = { owner: 'anna' };
    expect(targetsInForce([target('15'), target('7', undefined, anna)], TODAY)).toEqual([
      { period: '2026-Q4', target: '15', since: undefined },
      { period: '2026-Q4', owner: 'anna', target: '7', since: undefined },
    ]);
  });
});
