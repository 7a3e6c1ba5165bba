// Why a forecast is another than it was: the bars add up to the difference, whatever happened, and each holds what it says.

import { describe, expect, test } from 'vitest';
import type { Driver } from '../../src/forecast/driver-bars.ts';
import { type Drivers, driversOf } from '../../src/forecast/drivers.ts';
import { type DealHistory, type DealState, type Ending, historyOf } from '../../src/forecast/history.ts';
import { property } from '../support/property.ts';
import { fc } from '../support/seeded.ts';
import { deal, on, steadily } from './deals.ts';
import { randomDeal } from './random-history.ts';
import { probability, target } from './sets.ts';

/** What each bar holds does not depend on steps 7 and 8; that they add up is asked with all of them. */
const SETTINGS = { probability, scope: '', draws: 40, steps: { combine: false, widen: false } };
const ALL_STEPS = { ...SETTINGS, steps: { combine: true, widen: true } };
const round = (value: number) => Math.round(value / 10) * 10;

const drivers = (
  deals: readonly DealHistory[],
  from: number,
  to: number,
  period = '2026-Q1',
  settings = SETTINGS,
) => driversOf(historyOf(on('2025-01-01'), deals), settings, { target: target(period), from, to, round });

/** What a forecast shows: each part rounded, and their sum. */
function shown({ parts, deals, adjusted }: Drivers['before']): number {
  const open = deals.reduce((sum, { expected }) => sum + round(expected * adjusted), 0);
  return Math.round(parts.won) + open + round(parts.fresh);
}

const sum = (effects: Drivers['effects']) => effects.reduce((total, { value }) => total + value, 0);

describe('the laws', () => {
  property([
    fc.array(randomDeal, { minLength: 1, maxLength: 30 }),
    fc.integer({ min: 0, max: 700 }),
    fc.integer({ min: 0, max: 200 }),
  ])('the bars add up to the difference, to the last unit', (deals, days, later) => {
    const from = on('2025-02-01') + days;
    const { before, after, effects } = drivers(deals, from, from + later, '2026-Q1', ALL_STEPS);
    expect(sum(effects)).toBe(shown(after) - shown(before));
    if (later === 0) expect(effects).toEqual([]);
  });

  property([
    fc.array(randomDeal, { minLength: 1, maxLength: 30 }),
    fc.integer({ min: 0, max: 500 }),
    fc.integer({ min: 1, max: 100 }),
    fc.integer({ min: 1, max: 100 }),
  ])('what one step ends with is what the next begins with', (deals, days, step, further) => {
    const from = on('2025-02-01') + days;
    const [a, b, c] = [from, from + step, from + step + further];
    const parts = sum(drivers(deals, a, b).effects) + sum(drivers(deals, b, c).effects);
    expect(sum(drivers(deals, a, c).effects)).toBe(parts);
  });
});

describe('each bar holds what it says', () => {
  const [FROM, TO] = [on('2026-11-03'), on('2026-11-10')];
  const BEFORE: DealState = {
    since: FROM - 20,
    stage: 'open',
    close: on('2026-11-20'),
    amount: 1000,
    slips: 0,
  };
  const CHANGED = FROM + 2;
  const asked = deal({ id: 'asked', created: '2026-10-10' });
  const withStates = (states: readonly DealState[], endings: readonly Ending[] = []) => [
    ...steadily(10),
    { ...asked, states, endings },
  ];
  const bars = (deals: readonly DealHistory[]) =>
    new Set<Driver>(
      drivers(deals, FROM, TO, '2026-11').effects.flatMap(({ id, driver }) =>
        id === 'asked' ? [driver] : [],
      ),
    );
  const changed = (change: Partial<DealState>) =>
    withStates([BEFORE, { ...BEFORE, ...change, since: CHANGED }]);
  const closed = (ending: Partial<Ending>) =>
    withStates([BEFORE], [{ since: CHANGED, outcome: 'won', on: CHANGED - 1, amount: 900, ...ending }]);

  test.each<[Driver, DealHistory[]]>([
    ['won', closed({})],
    ['lost', closed({ outcome: 'lost', amount: undefined })],
    ['won-outside', closed({ on: on('2026-10-30') })],
    ['new', withStates([{ ...BEFORE, since: CHANGED }])],
    ['slipped-out', changed({ close: on('2027-01-20'), slips: 1 })],
    ['amounts-up', changed({ amount: 4000 })],
    ['amounts-down', changed({ amount: 100 })],
    ['stages', changed({ stage: 'negotiation' })],
  ])('%s', (bar, deals) => {
    expect(bars(deals)).toContain(bar);
    // And nothing else but what every deal is subject to.
    for (const other of bars(deals)) expect([bar, 'chances', 'factors']).toContain(other);
  });

  test('pulled in: due later, and now within the period', () => {
    const states = [
      { ...BEFORE, close: on('2027-02-01') },
      { ...BEFORE, since: CHANGED },
    ];
    const { effects } = drivers(withStates(states), FROM, TO, '2026-11');
    const pulled = effects.find(({ id, driver }) => id === 'asked' && driver === 'pulled-in');
    expect(pulled?.value).toBeGreaterThan(0);
  });

  test('corrected: won before, and now for another amount, or open again', () => {
    const won: Ending = { since: FROM - 1, outcome: 'won', on: on('2026-11-01'), amount: 900 };
    const less = withStates([BEFORE], [won, { ...won, since: CHANGED, amount: 600 }]);
    const { effects } = drivers(less, FROM, TO, '2026-11');
    expect(effects.filter(({ id }) => id === 'asked')).toEqual([
      { driver: 'corrected', id: 'asked', value: -300 },
    ]);
    const again: Ending = { since: CHANGED, outcome: 'open', on: undefined, amount: undefined };
    expect([...bars(withStates([BEFORE], [won, again]))]).toEqual(['corrected']);
  });

  test('days that go by make fewer deals that are not there yet', () => {
    const quick = steadily(10).map((one, at) => {
      const closed = (one.created ?? 0) + 6;
      const ending: Ending = {
        since: closed + 1,
        outcome: at % 2 === 0 ? 'won' : 'lost',
        on: closed,
        amount: 100,
      };
      return { ...one, endings: [ending] };
    });
    const { effects } = drivers(quick, on('2026-11-03'), on('2026-11-27'), '2026-11');
    const fresh = effects.filter(({ id, driver }) => id === undefined && driver === 'not-created');
    expect(sum(fresh)).toBeLessThan(-100);
  });
});
