// What goes wrong with forecasts from sales histories, each by the smallest history that shows it.

import { describe, expect, test } from 'vitest';
import { backtest } from '../../src/forecast/backtest.ts';
import { baselinesOf } from '../../src/forecast/baselines.ts';
import { Forecaster } from '../../src/forecast/forecaster.ts';
import { type DealHistory, historyOf } from '../../src/forecast/history.ts';
import { knownAt, openOn, wonIn } from '../../src/forecast/known.ts';
import { figuresOf } from '../../src/forecast/measure.ts';
import { wape } from '../../src/forecast/scores.ts';
import { earlierBy } from '../../src/forecast/spans.ts';
import { pastPeriods, periodWindows, referenceWindows } from '../../src/forecast/windows.ts';
import { deal, on, steadily } from './deals.ts';
import { probability, target } from './sets.ts';

const forecast = (deals: readonly DealHistory[], day: string, period: string, since = '2025-01-01') =>
  new Forecaster(historyOf(on(since), deals), { probability, scope: '', draws: 400 }).forecast(
    on(day),
    target(period),
  );

describe('pitfalls', () => {
  test('left truncation: deals from before the first closing on record make no windows without wins', () => {
    const old = Array.from({ length: 30 }, (_, at) =>
      deal({ id: `old-${at}`, created: '2024-10-01', known: 100 }),
    );
    const known = knownAt(historyOf(0, [...old, ...steadily(6)]), on('2025-09-01'));
    expect(known.since).toBe(on('2025-02-01'));
    for (const { at } of referenceWindows(known, target('2025-09')))
      expect(at).toBeGreaterThanOrEqual(known.since);
  });

  test('zombies: deals far older than any that was ever won are given next to no chance', () => {
    const zombies = Array.from({ length: 60 }, (_, at) =>
      deal({ id: `z-${at}`, created: '2025-02-01', known: 100 }),
    );
    const { deals } = forecast([...steadily(10), ...zombies], '2026-11-01', '2026-11');
    const chances = (isZombie: boolean) =>
      deals.filter(({ id }) => id.startsWith('z-') === isZombie).map(({ chance }) => chance);
    expect(Math.max(...chances(true))).toBeLessThan(0.02);
    expect(Math.min(...chances(false))).toBeGreaterThan(0.15);
  });

  test('empty periods: one with neither a creation nor a closing is missing, not zero', () => {
    const around = steadily(8).filter(
      ({ created = 0, endings }) =>
        (created < on('2026-03-01') || created >= on('2026-06-01')) &&
        endings.every(({ on: closed = 0 }) => closed < on('2026-03-01') || closed >= on('2026-06-01')),
    );
    const known = knownAt(historyOf(on('2025-01-01'), around), on('2026-10-01'));
    const months = [...pastPeriods(known, target('2026-10'))].map(({ from }) => from);
    expect(months.slice(0, 5)).toEqual(
      ['2026-09-01', '2026-08-01', '2026-07-01', '2026-06-01', '2026-02-01'].map(on),
    );
    expect(wape([{ forecast: 10, actual: 0 }])).toBeUndefined();
  });

  test('an incomplete period is no reference', () => {
    const known = knownAt(historyOf(on('2025-01-01'), steadily(8)), on('2026-07-10'));
    expect(periodWindows(known, target('2026-08'))[0]?.to).toBe(on('2026-07-01'));
  });

  test('duplicates: a second deal of one id counts once, and is named', () => {
    const deals = steadily(4);
    const { deals: kept, leftOut } = historyOf(0, [...deals, ...deals.slice(0, 2)]);
    expect(kept.length).toBe(deals.length);
    expect(leftOut).toEqual([{ why: 'same-id', ids: ['m00-0', 'm00-1'] }]);
  });

  test('rows that cannot be placed are left out and named: without any day, and closed nobody knows when', () => {
    const undated = deal({ id: 'undated' });
    const unclosed = { ...deal({ id: 'unclosed', created: '2026-01-05' }), endings: [LOST_SOME_DAY] };
    expect(historyOf(0, [undated, unclosed]).leftOut).toEqual([
      { why: 'no-date', ids: ['undated'] },
      { why: 'no-close-date', ids: ['unclosed'] },
    ]);
  });

  test('far periods: a deal is won once, so that what is left for them is less the farther they lie', () => {
    const overdue = Array.from({ length: 10 }, (_, at) =>
      deal({ id: `o-${at}`, created: '2026-01-05', known: 100, close: '2026-06-30' }),
    );
    const undated = Array.from({ length: 10 }, (_, at) =>
      deal({ id: `u-${at}`, created: '2026-01-05', known: 100 }),
    );
    const quarters = ['2026-Q4', '2027-Q1', '2027-Q2', '2027-Q3', '2027-Q4'];
    for (const deals of [overdue, undated]) {
      const chances = quarters.map(
        (quarter) => forecast(deals, '2026-10-20', quarter, '2026-10-01').deals[0]?.chance ?? 0,
      );
      expect(chances[0]).toBeGreaterThan(0.2);
      expect(chances.slice(1).every((chance, at) => chance < (chances[at] ?? 0) || chance === 0)).toBe(true);
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeLessThan(1.25 * probability('open'));
    }
    // The yardstick of a period to come: what is due in it, not what was due before.
    const history = historyOf(on('2026-10-01'), [
      ...overdue,
      deal({ id: 'due', created: '2026-01-05', known: 70, close: '2027-02-01' }),
    ]);
    expect(
      baselinesOf(history, on('2026-10-20'), target('2027-Q1'), probability)['stage-weighted'],
    ).toBeCloseTo(21);
  });

  test('too few periods: a range is no narrower than periods differ, however many deals it rests on', () => {
    const few = forecast(
      steadily(3000).filter(({ created = 0 }) => created < on('2025-03-01')),
      '2025-02-20',
      '2025-02',
    );
    expect(few.widened.least).toBeCloseTo(0.32 * Math.SQRT2, 2);
    const [toCome, { p10, p50, p90 }] = [few.p50 - few.parts.won, few];
    expect((p50 - p10) / toCome).toBeGreaterThan(0.45);
    expect((p90 - p50) / toCome).toBeGreaterThan(0.45);
    expect(forecast(steadily(60), '2026-09-11', '2026-09').widened.least).toBeUndefined();
  });

  test('amounts that nobody wrote down are told from those that are known', () => {
    const open = [
      deal({ id: 'known', created: '2026-11-01', known: 100 }),
      deal({ id: 'listed', created: '2026-11-01', listPrice: 70 }),
      deal({ id: 'neither', created: '2026-11-01' }),
    ];
    const { deals } = forecast([...steadily(4), ...open], '2026-11-20', '2026-11');
    const standIns = Object.fromEntries(deals.map(({ id, standIn }) => [id, standIn]));
    expect(standIns).toMatchObject({ known: undefined, listed: 'list-price', neither: 'mean-of-wins' });
  });

  test('closings dated ahead: a win of a day to come is neither won nor open before it, and counts in its own period', () => {
    const ahead = deal({ id: 'ahead', created: '2026-05-01', won: '2026-12-10', amount: 500, known: 500 });
    const told = {
      ...ahead,
      endings: ahead.endings.map((ending) => ({ ...ending, since: on('2026-08-16') })),
    };
    const history = historyOf(on('2026-01-01'), [...steadily(4), told]);
    const known = knownAt(history, on('2026-08-20'));
    expect(wonIn(known, on('2026-08-01'), known.at)).toBe(
      wonIn(knownAt(historyOf(on('2026-01-01'), steadily(4)), known.at), on('2026-08-01'), known.at),
    );
    expect(openOn(known, known.at).map(({ id }) => id)).not.toContain('ahead');
    expect(openOn(known, on('2026-08-10')).map(({ id }) => id)).toContain('ahead');
    const later = knownAt(history, on('2026-12-20'));
    const others = knownAt(historyOf(on('2026-01-01'), steadily(4)), later.at);
    const december = [on('2026-12-01'), later.at] as const;
    expect(wonIn(later, ...december)).toBe(wonIn(others, ...december) + 500);
  });

  test('a break: three outcomes in a row on one side of the range are told', () => {
    const runs = [100, 100, 100].map((actual) => run({ p10: 150, p50: 200, p90: 250, actual }));
    expect(figuresOf(runs).missedLately).toBe('below');
    expect(
      figuresOf([...runs, run({ p10: 50, p50: 100, p90: 150, actual: 100 })]).missedLately,
    ).toBeUndefined();
    expect(figuresOf(runs.slice(1)).missedLately).toBeUndefined();
  });

  test('few large deals: the middle lies below the mean, and the parts add up to the mean', () => {
    const large = [deal({ id: 'large', created: '2026-10-20', known: 4000 })];
    const { p50, mean, parts } = forecast([...steadily(4), ...large], '2026-11-01', '2026-11');
    expect(p50).toBeLessThan(mean);
    expect(parts.won + parts.open + parts.fresh).toBeCloseTo(mean, 6);
  });

  test('a cycle: in a month in which little is won each year, chances are what they come to there', () => {
    const isLow = (day: number) => [0, 3, 6, 9].includes(new Date(day * 86_400_000).getUTCMonth());
    const deals = steadily(40).map((one) => ({
      ...one,
      endings: one.endings.map((ending) =>
        isLow(ending.on ?? 0) ? { ...ending, outcome: 'lost' as const, amount: undefined } : ending,
      ),
    }));
    const runs = backtest(
      historyOf(on('2025-01-01'), deals),
      [target('2026-07'), target('2026-10')],
      { probability, scope: '', draws: 400 },
      on('2026-11-01'),
      { horizons: [0] },
    );
    for (const { deals: tried } of runs) {
      expect(tried.length).toBeGreaterThan(30);
      // Of such deals a third is won in an average month.
      for (const { chance } of tried) expect(chance).toBeLessThan(0.2);
    }
  });

  test('month lengths: a third of February is where a third of January was', () => {
    const known = knownAt(historyOf(on('2025-01-01'), steadily(8)), on('2026-03-11'));
    const starts = periodWindows(known, target('2026-03')).map(({ at }) => at);
    expect(starts.slice(0, 2)).toEqual([on('2026-02-10'), on('2026-01-11')]);
    expect(earlierBy(target('2026-Q1'), 1)).toEqual(target('2025-Q4'));
  });
});

describe('little history', () => {
  const open = [deal({ id: 'a', created: '2026-10-01', known: 1000, close: '2026-11-20' })];

  test('without any, the configured chance and a range twice as wide, and it says so', () => {
    const { grounds, deals, parts, p10, p90 } = forecast(open, '2026-11-01', '2026-11', '2026-11-01');
    expect(grounds).toBe('configured');
    expect(deals[0]?.chance).toBe(probability('open'));
    expect(parts.fresh).toBe(0);
    expect(p90 - p10).toBeGreaterThan(1000);
  });

  test('two periods are little, and rolling windows help them out', () => {
    const { grounds, references } = forecast(steadily(6), '2025-04-10', '2025-04');
    expect(grounds).toBe('little');
    expect(references.periods).toBeLessThan(3);
    expect(references.rolling).toBeGreaterThan(0);
  });

  test('five deals never make a narrow range', () => {
    const few = steadily(2).slice(0, 8);
    const { p10, p50, p90 } = forecast(few, '2025-05-01', '2025-05');
    expect(p90 - p10).toBeGreaterThan(p50);
  });

  test('nothing at all is a forecast of nothing', () => {
    const { p10, p50, p90, mean } = forecast([], '2026-11-01', '2026-11');
    expect([p10, p50, p90, mean]).toEqual([0, 0, 0, 0]);
  });

  test('a period that is over is what was won in it', () => {
    const { p10, p50, p90, parts } = forecast(steadily(4), '2026-07-01', '2026-06');
    expect([p10, p50, p90]).toEqual([200, 200, 200]);
    expect(parts).toEqual({ won: 200, open: 0, fresh: 0 });
  });

  test('a period that has not begun counts nothing that is won before it', () => {
    const { parts, grounds, p50 } = forecast(steadily(10), '2026-10-15', '2026-12');
    expect(parts.won).toBe(0);
    expect(grounds).toBe('enough');
    expect(p50).toBeGreaterThan(250);
    expect(p50).toBeLessThan(750);
  });
});

describe('unknown amounts', () => {
  test('a missing one is the list price, else the mean of what the product brought, else of all', () => {
    const wins = [
      ...steadily(6, 100).map((one) => ({ ...one, product: 'small' })),
      deal({ id: 'w', created: '2026-08-01', won: '2026-09-01', amount: 900, known: 900, product: 'big' }),
    ];
    const asked = [
      deal({ id: 'listed', created: '2026-10-01', product: 'big', listPrice: 500 }),
      deal({ id: 'small-one', created: '2026-10-01', product: 'small' }),
      deal({ id: 'big-one', created: '2026-10-01', product: 'big' }),
      deal({ id: 'other', created: '2026-10-01', product: 'new' }),
    ];
    const { deals } = forecast([...wins, ...asked], '2026-11-01', '2026-11');
    const amount = (id: string) => deals.find((one) => one.id === id)?.amount ?? 0;
    expect([amount('listed'), amount('small-one'), amount('big-one')]).toEqual([500, 100, 900]);
    expect(amount('other')).toBeGreaterThan(100);
    expect(amount('other')).toBeLessThan(120);
  });
});

const LOST_SOME_DAY = { since: on('2026-02-01'), outcome: 'lost' as const, on: undefined, amount: undefined };

function run(range: { p10: number; p50: number; p90: number; actual: number }) {
  const [blank] = backtest(
    historyOf(0, []),
    [target('2026-01')],
    { probability, scope: '', draws: 4 },
    on('2026-03-01'),
    { horizons: [0] },
  );
  if (blank === undefined) throw new Error('no run');
  return { ...blank, ...range };
}
