// What two snapshots have in common is told apart from the rest: nothing twice, nothing lost, and nothing steady to which
// something may have happened. A model says the same of each row by itself, in sets.

import { expect, test } from 'vitest';
import type { MovementRow, Side } from '../../src/movement/side.ts';
import { type InCommon, inCommon } from '../../src/movement/steady.ts';
import { property } from '../support/property.ts';
import { fc } from '../support/seeded.ts';
import { share } from '../support/torture.ts';
import { type SideGiven, side, sides } from './sides.ts';

const idsOf = (rows: readonly MovementRow[]) => rows.map(({ id }) => id);
const told = ({ steady, a, b }: InCommon) => ({
  steady: idsOf(steady),
  a: [idsOf(a.deals), idsOf(a.archived)],
  b: [idsOf(b.deals), idsOf(b.archived)],
});

/** B with those rows of A, as the same objects, that it names by `same`. */
function sharing(a: Side, b: Side, same: (row: MovementRow) => boolean = () => true): Side {
  const rows = new Map([...a.archived, ...a.deals].map((row) => [row.id, row]));
  const shared = (row: MovementRow) => {
    const theirs = rows.get(row.id);
    return theirs !== undefined && same(row) ? theirs : row;
  };
  return { ...b, deals: b.deals.map(shared), archived: b.archived.map(shared) };
}

const DEALS = [{ id: 'acme' }, { id: 'beta' }, { id: 'cora' }];
const common = (a: SideGiven, b: SideGiven, same?: (row: MovementRow) => boolean) => {
  const [left, right] = sides(a, b);
  return told(inCommon(left, sharing(left, right, same)));
};
const NOTHING = { steady: [], a: [['acme', 'beta', 'cora'], []], b: [['acme', 'beta', 'cora'], []] };

test('rows that both have are steady, those of one side are left to it', () => {
  const b = [{ id: 'aaa' }, { id: 'acme' }, { id: 'bcc' }, { id: 'cora' }, { id: 'dora' }];
  expect(common({ deals: [...DEALS, { id: 'zeta' }] }, { deals: b })).toEqual({
    steady: ['acme', 'cora'],
    a: [['beta', 'zeta'], []],
    b: [['aaa', 'bcc', 'dora'], []],
  });
});

test('what says the same and is another row is compared by what it says', () => {
  expect(common({ deals: DEALS }, { deals: DEALS }, ({ id }) => id !== 'beta')).toEqual({
    steady: ['acme', 'cora'],
    a: [['beta'], []],
    b: [['beta'], []],
  });
  expect(common({ deals: DEALS }, { deals: DEALS }, () => false)).toEqual(NOTHING);
});

test('a deal in a currency that is worth something else now is not steady, nor one that cannot be read', () => {
  const deals = [{ id: 'acme', currency: 'EUR' }, { id: 'beta' }, { id: 'cora', problem: 'a tab' }];
  const [a, b] = [
    { deals, rates: { EUR: '4.30' } },
    { deals, rates: { EUR: '4.31' } },
  ];
  expect(common(a, b).steady).toEqual(['beta']);
  expect(common(a, a).steady).toEqual(['acme', 'beta']);
  expect(common(a, { ...a, digits: 0 })).toEqual(NOTHING);
});

test('the archive that both have is left out, but for deals that one of them has open', () => {
  const archived = [{ id: 'old' }, { id: 'won' }];
  const b = { deals: [...DEALS, { id: 'won' }], archived };
  expect(common({ deals: DEALS, archived }, b)).toEqual({
    steady: ['acme', 'beta', 'cora'],
    a: [[], ['won']],
    b: [['won'], ['won']],
  });
});

test.each<[string, SideGiven, SideGiven]>([
  ['twice in A', { deals: [{ id: 'acme' }, { id: 'acme' }] }, { deals: [{ id: 'acme' }] }],
  ['twice in B', { deals: [{ id: 'acme' }] }, { deals: [{ id: 'acme' }, { id: 'acme' }] }],
  ['open and in the archive', { deals: DEALS }, { deals: DEALS, archived: [{ id: 'beta' }, { id: 'old' }] }],
  ['twice in an archive', { deals: DEALS }, { deals: DEALS, archived: [{ id: 'old' }, { id: 'old' }] }],
])('where an id stands %s, all is compared row by row', (_, given, later) => {
  const [a, b] = sides(given, later);
  const other = sharing(a, b);
  expect(inCommon(a, other)).toEqual({ steady: [], a, b: other });
});

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const ids = fc.subarray(IDS, { minLength: 3 });
/** At most two of the ids. */
const few = fc.subarray(IDS, { maxLength: 2 });
const somePair = fc
  .record({
    ...{ deals: ids, later: ids, same: ids, archived: few, restored: few, unreadable: few, euros: few },
    rate: fc.constantFrom('4.30', '4.31'),
    digits: fc.constantFrom(2, 2, 2, 2, 3),
    // An id that stands twice, or in both places, is rare: nothing is steady then.
    isSound: fc.constantFrom(true, true, true, false),
  })
  .map(
    ({ isSound, deals, later, same, archived, restored, unreadable, euros, rate, digits }): [Side, Side] => {
      const row = (id: string) => ({
        id,
        currency: euros.includes(id) ? 'EUR' : 'PLN',
        problem: unreadable.includes(id) ? 'a tab' : '',
      });
      const shelved = isSound
        ? archived.filter((id) => !deals.includes(id))
        : [...archived, ...archived].sort();
      const still = shelved.filter((id) => !restored.includes(id));
      const a = side(
        { deals: deals.map(row), archived: shelved.map(row), rates: { EUR: '4.30' } },
        '2026-11-16',
      );
      const b = side(
        { deals: later.map(row), archived: still.map(row), rates: { EUR: rate }, digits },
        '2026-11-23',
      );
      return [a, sharing(a, b, ({ id }) => same.includes(id))];
    },
  );

/** By what is said of each row alone. */
function model(a: Side, b: Side): InCommon {
  const apart = { steady: [], a, b };
  const areSound = [a.deals, b.deals, a.archived, b.archived].every(
    (rows) => new Set(idsOf(rows)).size === rows.length,
  );
  const steady = a.deals.filter(
    (row) =>
      b.deals.includes(row) &&
      row.problem === '' &&
      a.digits === b.digits &&
      a.rates[row.currency] === b.rates[row.currency],
  );
  const shelved = idsOf([...a.archived, ...b.archived]);
  if (!areSound || steady.length === 0 || steady.some(({ id }) => shelved.includes(id))) return apart;
  const left = (rows: readonly MovementRow[], gone: readonly MovementRow[]) =>
    rows.filter((row) => !gone.includes(row));
  const live = idsOf([...left(a.deals, steady), ...left(b.deals, steady)]);
  const idle = a.archived.filter((row) => b.archived.includes(row) && !live.includes(row.id));
  return {
    steady,
    a: { deals: left(a.deals, steady), archived: left(a.archived, idle) },
    b: { deals: left(b.deals, steady), archived: left(b.archived, idle) },
  };
}

property([somePair], share(500, 20_000))('of any two it finds what the model finds', ([a, b]) => {
  const { steady, a: restA, b: restB } = model(a, b);
  const found = inCommon(a, b);
  expect(found.steady).toEqual(steady);
  expect([found.a.deals, found.b.deals]).toEqual([restA.deals, restB.deals]);
  expect([found.a.archived, found.b.archived]).toEqual([restA.archived, restB.archived]);
});

test('enough of them have something in common', () => {
  const found = fc.sample(somePair, { numRuns: 300, seed: 7 }).map(([a, b]) => inCommon(a, b));
  expect(found.filter(({ steady }) => steady.length > 0).length).toBeGreaterThan(100);
  expect(found.filter(({ steady, b }) => steady.length > 0 && b.archived.length > 0).length).toBeGreaterThan(
    9,
  );
});
