// Bridges in a row against the one from first to last: changes always compose, and what does not is told to the deal.

import { expect, test } from 'vitest';
import { bridgeOf, changeOf } from '../../src/movement/bridge.ts';
import { addedUp, BridgeChain, FIGURES, figuresOf } from '../../src/movement/bridge-chain.ts';
import { compare } from '../../src/movement/compare.ts';
import type { Scope } from '../../src/movement/scope.ts';
import type { MovementRow, Side } from '../../src/movement/side.ts';
import { fc } from '../support/seeded.ts';
import { PATIENCE_MS, share } from '../support/torture.ts';
import { randomSides } from './random-sides.ts';
import { owners, periods, scope } from './scopes.ts';
import { decimal } from './sides.ts';

const settings = {
  numRuns: share(150, 20_000),
  ...(process.env.PIPELINE_SEED === undefined ? {} : { seed: Number(process.env.PIPELINE_SEED) }),
};

function chained(sides: readonly Side[], asked: Scope) {
  const [first, last] = [sides[0], sides.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a series was asked for');
  const chain = new BridgeChain();
  const steps = sides.slice(1).map((side, at) => {
    const comparison = compare(sides[at] ?? first, side);
    const drawn = bridgeOf(comparison, asked);
    chain.add(comparison, drawn);
    return drawn;
  });
  const direct = compare(first, last);
  const whole = bridgeOf(direct, asked);
  return { steps, sums: chain.sums(), whole, differences: chain.differences(direct, whole) };
}

const lengths = fc.integer({ min: 2, max: 7 });

test(
  'the opening of the first and all changes are the closing of the last, as in the bridge from first to last',
  () => {
    const series = lengths.chain((moments) => randomSides({ moments, unreadable: false }));
    fc.assert(
      fc.property(series, (sides) => {
        for (const period of periods) {
          for (const owner of owners) {
            const { sums, whole, differences } = chained(sides, scope(period, undefined, owner));
            expect(sums.opening.value).toBe(whole.opening.value);
            expect(sums.closing.value).toBe(whole.closing.value);
            expect(sums.between).toEqual({ value: 0, count: 0 });
            expect(addedUp(sums)).toBe(whole.closing.value);
            expect(differences.map(({ figure }) => figure)).not.toContain('between');
          }
        }
      }),
      settings,
    );
  },
  PATIENCE_MS,
);

test(
  'with deals that can’t be read and processes that change the parts add up all the same, to the deal',
  () => {
    const series = lengths.chain((moments) => randomSides({ moments }));
    fc.assert(
      fc.property(series, fc.constantFrom(undefined, 'demo', 'qualified'), (sides, stage) => {
        const { steps, sums, whole, differences } = chained(sides, scope(undefined, stage, undefined));
        expect(addedUp(sums)).toBe(sums.closing.value);
        expect(sums.opening).toEqual(figuresOf(steps[0] ?? whole).opening);
        expect(sums.closing).toEqual(figuresOf(steps.at(-1) ?? whole).closing);
        const changes = steps.flatMap(({ flows }) => [...flows.values()].map(changeOf));
        expect(
          sums.opening.value + changes.reduce((sum, change) => sum + change, 0) + sums.between.value,
        ).toBe(sums.closing.value);
        for (const figure of FIGURES) {
          const told = differences.find((one) => one.figure === figure);
          const [parts, direct] = [sums[figure], figuresOf(whole)[figure]];
          const isSame = parts.value === direct.value && parts.count === direct.count;
          expect(told === undefined, figure).toBe(isSame);
          expect(told?.deals.length).not.toBe(0);
        }
      }),
      settings,
    );
  },
  PATIENCE_MS,
);

function row(id: string, fields: Partial<MovementRow> = {}): MovementRow {
  return {
    id,
    name: id,
    account: '',
    owner: 'anna',
    stage: 'lead',
    amount: decimal('100'),
    currency: 'PLN',
    close: undefined,
    stages: [],
    lostReason: '',
    source: '',
    was: '',
    problem: '',
    ...fields,
  };
}

function side(on: string, ...deals: MovementRow[]): Side {
  const process = { stages: [{ id: 'lead', label: 'Lead', was: [] }] };
  return {
    on: on as Side['on'],
    reportingCurrency: 'PLN',
    digits: 2,
    process,
    rates: { PLN: decimal('1') },
    deals,
    archived: [],
  };
}

const told = (sides: readonly Side[]) =>
  chained(sides, {}).differences.map(({ figure, parts, whole, deals }) => [
    figure,
    [parts.value, parts.count],
    [whole.value, whole.count],
    deals,
  ]);

test('one that shrank and grew back is in two bars of the parts and in none of the whole', () => {
  const sides = [
    side('2026-11-02', row('hel'), row('idle')),
    side('2026-11-09', row('hel', { amount: decimal('60') }), row('idle')),
    side('2026-11-16', row('hel'), row('idle')),
  ];
  expect(told(sides)).toEqual([
    ['grown', [4000, 1], [0, 0], ['hel']],
    ['shrunk', [4000, 1], [0, 0], ['hel']],
  ]);
});

test('one that is new and removed within is in the parts alone; new and won counts with its last value', () => {
  const sides = [
    side('2026-11-02'),
    side('2026-11-09', row('hel'), row('nida')),
    side('2026-11-16', row('nida', { stage: 'won', amount: decimal('70') })),
  ];
  expect(told(sides)).toEqual([
    ['new', [20000, 2], [7000, 1], ['hel', 'nida']],
    ['removed', [10000, 1], [0, 0], ['hel']],
    ['shrunk', [3000, 1], [0, 0], ['nida']],
  ]);
});

test('won composes: what was won week by week is what was won in all', () => {
  const sides = [
    side('2026-11-02', row('hel'), row('nida')),
    side('2026-11-09', row('hel', { stage: 'won' }), row('nida')),
    side('2026-11-16', row('hel', { stage: 'won' }), row('nida', { stage: 'won' })),
  ];
  expect(told(sides)).toEqual([]);
  expect(chained(sides, {}).sums.won).toEqual({ value: 20000, count: 2 });
});

test('a deal that is renamed and removed later is one deal, and no difference', () => {
  const sides = [
    side('2026-11-02', row('hel')),
    side('2026-11-09', row('hel-wms', { was: 'hel' })),
    side('2026-11-16'),
  ];
  expect(told(sides)).toEqual([]);
});

test('one that can’t be read at the end stands in the parts as it last did, in the whole as it first did', () => {
  const sides = [
    side('2026-11-02', row('hel')),
    side('2026-11-09', row('hel', { amount: decimal('60') })),
    side('2026-11-16', row('hel', { amount: decimal('60'), problem: 'line 3: a tab' })),
  ];
  expect(told(sides)).toEqual([
    ['shrunk', [4000, 1], [0, 0], ['hel']],
    ['closing', [6000, 1], [10000, 1], ['hel']],
  ]);
});

test('a difference goes by the id that the deal has by now, and names the deals in order', () => {
  const shrunk = { amount: decimal('60') };
  const renamed = [
    side('2026-11-02', row('hel')),
    side('2026-11-09', row('hel', shrunk)),
    side('2026-11-16', row('hel-wms', { ...shrunk, was: 'hel' })),
    side('2026-11-23', row('hel-wms', { was: 'hel' })),
  ];
  expect(told(renamed).map(([figure, , , deals]) => [figure, deals])).toEqual([
    ['grown', ['hel-wms']],
    ['shrunk', ['hel-wms']],
  ]);
  const removed = [...renamed.slice(0, 3), side('2026-11-23')];
  expect(told(removed)).toEqual([
    ['removed', [6000, 1], [10000, 1], ['hel-wms']],
    ['shrunk', [4000, 1], [0, 0], ['hel-wms']],
  ]);
  const [zeta, alfa] = [row('zeta', { account: 'Z' }), row('alfa', { account: 'A' })];
  const come = [side('2026-11-02'), side('2026-11-09', zeta), side('2026-11-16', alfa), side('2026-11-23')];
  expect(told(come).map(([figure, , , deals]) => [figure, deals])).toEqual([
    ['new', ['alfa', 'zeta']],
    ['removed', ['alfa', 'zeta']],
  ]);
});

test('a new deal under the id that another one had is the former one in the whole, which goes by ids, and new in the parts', () => {
  const renamed = row('hel-wms', { was: 'hel' });
  const fresh = (amount: string) => row('hel', { account: 'Other', name: 'Other', amount: decimal(amount) });
  const sides = [
    side('2026-11-02', row('hel')),
    side('2026-11-09', renamed),
    side('2026-11-16', fresh('50'), renamed),
    side('2026-11-23', fresh('30'), renamed),
  ];
  expect(told(sides)).toEqual([
    ['new', [5000, 1], [10000, 1], ['hel', 'hel-wms']],
    ['shrunk', [2000, 1], [7000, 1], ['hel']],
  ]);
});

test('what an opening has over the closing before it stands between them, with how many deals more or fewer', () => {
  const idle = row('idle');
  const unread = (fields: Partial<MovementRow>) => row('hel', { ...fields, problem: 'line 3: a tab' });
  const between = (first: Partial<MovementRow>, then: Partial<MovementRow>) => {
    const sides = [
      side('2026-11-02', row('hel', first), idle),
      side('2026-11-09', unread(then), idle),
      side('2026-11-16', row('hel', then), idle),
    ];
    return chained(sides, { owners: ['anna'] }).sums.between;
  };
  expect(between({}, { amount: decimal('60') })).toEqual({ value: -4000, count: 0 });
  expect(between({}, { owner: 'bob' })).toEqual({ value: -10000, count: -1 });
  expect(between({ owner: 'bob' }, {})).toEqual({ value: 10000, count: 1 });
  expect(between({}, {})).toEqual({ value: 0, count: 0 });
});
