// Movements counted over a series: nothing that a step tells is lost, under whatever ids the deals go.

import { expect, test } from 'vitest';
import { compare, dealsOf, movementsOf } from '../../src/movement/compare.ts';
import { MovementCounter } from '../../src/movement/counts.ts';
import { MOVEMENT_KINDS, type Movement } from '../../src/movement/kinds.ts';
import type { Side } from '../../src/movement/side.ts';
import { property } from '../support/property.ts';
import { fc } from '../support/seeded.ts';
import { randomSides } from './random-sides.ts';
import { decimal, type SideGiven, side } from './sides.ts';

const series = fc.integer({ min: 2, max: 7 }).chain((moments) => randomSides({ moments }));

property([series])(
  'how often, how many days and how much are what the steps tell, kind by kind',
  (sides: Side[]) => {
    const counter = new MovementCounter();
    const told: Movement[] = [];
    for (const [at, b] of sides.slice(1).entries()) {
      const comparison = compare(sides[at] ?? b, b);
      const moved = movementsOf(comparison, dealsOf(comparison));
      counter.add(comparison, moved);
      told.push(...moved.flatMap(({ movements }) => movements));
    }
    const deals = counter.deals();
    for (const kind of MOVEMENT_KINDS) {
      const own = told.filter((movement) => movement.kind === kind);
      const counts = deals.flatMap((deal) => deal.counts.get(kind) ?? []);
      const sum = (of: (count: (typeof counts)[number]) => number) =>
        counts.reduce((all, count) => all + of(count), 0);
      expect([sum(({ times }) => times), sum(({ days }) => days), sum(({ value }) => value)], kind).toEqual([
        own.length,
        own.reduce((all, movement) => all + ('days' in movement ? (movement.days ?? 0) : 0), 0),
        own.reduce((all, movement) => all + ('value' in movement ? movement.value : 0), 0),
      ]);
    }
  },
);

property([series])('every deal of the last snapshot is told as it stands there', (sides: Side[]) => {
  const counter = new MovementCounter();
  for (const [at, b] of sides.slice(1).entries()) counter.add(compare(sides[at] ?? b, b), []);
  const last = sides.at(-1);
  const rows = new Map(counter.deals().map(({ id, row }) => [id, row]));
  const pairs = dealsOf(compare(sides.at(-2) ?? fail(), last ?? fail()));
  for (const { id, b } of pairs) {
    if (b.state !== 'absent' && b.row.stage !== '') expect(rows.get(id)).toBe(b.row);
  }
});

/** The counts over a snapshot a week. */
function countedOver(...given: readonly SideGiven[]) {
  const counter = new MovementCounter();
  const sides = given.map((one, at) => side(one, `2026-11-${String(2 + 7 * at).padStart(2, '0')}`));
  for (const [at, b] of sides.slice(1).entries()) {
    const comparison = compare(sides[at] ?? fail(), b);
    counter.add(comparison, movementsOf(comparison, dealsOf(comparison)));
  }
  return counter.deals();
}

test('what is first known of a deal is told of the time that it was open, with the currency of then', () => {
  const hel = { id: 'hel', amount: '', close: '' };
  const known = { id: 'hel', amount: '7', currency: 'EUR', close: '2026-12-01' };
  const rates = { EUR: '4' };
  const [deal] = countedOver(
    { deals: [hel], rates },
    { deals: [hel], rates },
    { deals: [known], rates },
    { deals: [{ ...known, amount: '9', currency: 'PLN', close: '2026-12-24' }], rates },
  );
  expect(deal).toMatchObject({
    firstClose: '2026-12-01',
    firstAmount: { amount: decimal('7'), currency: 'EUR' },
    row: { amount: decimal('9'), close: '2026-12-24' },
    worth: 900,
  });
  const [reopened] = countedOver(
    { deals: [{ ...known, stage: 'lost' }], rates },
    { deals: [{ ...known, amount: '8', close: '2026-12-08' }], rates },
  );
  expect(reopened).toMatchObject({ firstClose: '2026-12-08', firstAmount: { amount: decimal('8') } });
  const [won] = countedOver({ deals: [hel] }, { deals: [{ id: 'hel', stage: 'won' }] });
  expect([won?.firstClose, won?.firstAmount]).toEqual([undefined, undefined]);
  const [begun] = countedOver(
    { deals: [{ id: 'hel' }] },
    { deals: [{ id: 'hel', stage: 'won', amount: '5' }] },
  );
  expect(begun).toMatchObject({ firstClose: '2026-12-15', firstAmount: { amount: decimal('100.00') } });
});

test('deals are told by id, whenever they came', () => {
  const deals = (...ids: string[]) => ({ deals: ids.map((id) => ({ id, name: id, account: id })) });
  const counted = countedOver(deals('mid'), deals('mid', 'zeta'), deals('alfa', 'mid', 'zeta'));
  expect(counted.map(({ id }) => id)).toEqual(['alfa', 'mid', 'zeta']);
});

test('a deal of whose archive nothing but the id is known stands as it last did', () => {
  const [gone] = countedOver({ deals: [{ id: 'hel', amount: '70' }] }, { archived: ['hel'] });
  expect(gone).toMatchObject({ id: 'hel', row: { stage: 'lead', amount: decimal('70') }, worth: 7000 });
  const known = { id: 'hel', stage: 'lost', amount: '60' };
  const [back] = countedOver({ deals: [{ id: 'x' }], archived: ['hel'] }, { deals: [known] }).filter(
    ({ id }) => id === 'hel',
  );
  expect(back).toMatchObject({ row: { stage: 'lost', amount: decimal('60') }, worth: 6000 });
});

test('one that takes over the id of a deal which is gone is told with it, as one', () => {
  const [one] = countedOver(
    {
      deals: [
        { id: 'hel', account: 'A' },
        { id: 'old', account: 'B', close: '2026-12-01' },
      ],
    },
    {
      deals: [
        { id: 'hel', account: 'A', close: '2026-12-18' },
        { id: 'old', account: 'B', close: '2026-12-11' },
      ],
    },
    { deals: [{ id: 'hel', account: 'A', close: '2026-12-18' }] },
    { deals: [{ id: 'old', account: 'A', close: '2026-12-18', was: 'hel' }] },
  );
  expect(one?.id).toBe('old');
  expect(one?.counts.get('slipped')).toEqual({ times: 2, days: 13, value: 0 });
});

function fail(): never {
  throw new Error('a series was asked for');
}
