// Our own cases of the method, in fixtures/movement/cases.json: two snapshots each, and what a diff says of them.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bridge } from '../../src/movement/bridge.ts';
import { compare, diffSnapshots } from '../../src/movement/compare.ts';
import { type Case, expectAnswer } from './cases.ts';
import { sides } from './sides.ts';

const cases: Case[] = JSON.parse(readFileSync('fixtures/movement/cases.json', 'utf8'));

describe('two snapshots and their answer', () => {
  for (const given of cases) {
    test(`${given.name}: ${given.note}`, () => {
      expectAnswer(given);
    });
  }
});

describe('a comparison', () => {
  test('of two reporting currencies is refused with both named', () => {
    const [a, b] = sides({ reporting: 'EUR' }, {});
    expect(() => compare(a, b)).toThrow(
      expect.objectContaining({
        code: 'currencies-differ',
        message: '2026-11-16 is in EUR and 2026-11-23 in PLN: they cannot be bridged.',
        hint: 'Take two snapshots of one reporting currency: pipeline snapshot list',
      }),
    );
  });

  test('names the deals that count as 0 for want of a rate, once each', () => {
    const deals = [{ id: 'x', currency: 'USD' }, { id: 'y' }, { id: 'z', currency: 'USD', amount: '' }];
    const [a, b] = sides({ deals }, { deals, rates: { USD: '3.60' } });
    expect(bridge(a, b).unvalued).toEqual(['x']);
    expect(bridge(a, b).opening).toEqual({ value: 100_00, count: 3 });
    expect(bridge(a, b, { owners: ['bob'] }).unvalued).toEqual([]);
  });

  test('names no deal that counts at the other end only', () => {
    const [deal, rates] = [{ id: 'x', currency: 'USD' }, { USD: '3.60' }];
    const comes = sides({ deals: [{ ...deal, owner: 'bob' }] }, { deals: [deal], rates });
    expect(bridge(...comes, { owners: ['anna'] }).unvalued).toEqual([]);
    expect(bridge(...comes, { owners: ['bob'] }).unvalued).toEqual(['x']);
    const goes = sides({ deals: [deal], rates }, { deals: [{ ...deal, owner: 'bob' }] });
    expect(bridge(...goes, { owners: ['anna'] }).unvalued).toEqual([]);
    expect(bridge(...goes, { owners: ['bob'] }).unvalued).toEqual(['x']);
    const closes = sides({ deals: [deal], rates }, { deals: [{ ...deal, stage: 'lost' }] });
    expect(bridge(...closes).unvalued).toEqual([]);
  });

  test('of an unsound archive says the same whether rows are one object or two', () => {
    const [x, y] = [{ id: 'x' }, { id: 'y', was: 'x' }];
    const [a, b] = sides(
      { deals: [{ id: 'z' }], archived: [x, x] },
      { deals: [y, { id: 'z' }], archived: [x] },
    );
    const sharing = { ...b, deals: [...b.deals.slice(0, 1), ...a.deals], archived: a.archived.slice(1) };
    expect(diffSnapshots(a, sharing)).toEqual(diffSnapshots(a, b));
  });

  test('needs no rate for the reporting currency', () => {
    const [a, b] = sides({ deals: [{ id: 'x' }] }, { deals: [{ id: 'x' }] });
    expect(bridge({ ...a, rates: {} }, { ...b, rates: {} }).closing).toEqual({ value: 100_00, count: 1 });
  });

  test('needs no rate at B for a deal that stands there as in A', () => {
    const deal = { id: 'x', currency: 'USD' };
    const [a, b] = sides(
      { deals: [deal], rates: { USD: '3.60' } },
      { deals: [{ ...deal, problem: 'line 4: a tab' }] },
    );
    expect(bridge(a, b).closing).toEqual({ value: 360_00, count: 1 });
    expect(bridge(a, b).unvalued).toEqual([]);
  });

  test('counts no deal in a bar of which nothing but the id is known', () => {
    const [a, b] = sides({}, { archived: ['x'] });
    expect(bridge(a, b).bars.new.count).toBe(0);
  });

  test('of a currency called like a method of objects finds no rate for it', () => {
    const [a, b] = sides({}, { deals: [{ id: 'x', currency: 'constructor' }] });
    expect(bridge(a, b).closing).toEqual({ value: 0, count: 1 });
  });

  test('refuses amounts that cannot be added up exactly', () => {
    const deals = [
      { id: 'x', amount: '90000000000000.00' },
      { id: 'y', amount: '90000000000000.00' },
    ];
    const [a, b] = sides({}, { deals });
    expect(() => bridge(a, b)).toThrow('too large to be added up exactly');
  });

  test('lists deals by id, whatever order the rows come in', () => {
    const [a, b] = sides({ deals: [{ id: 'b' }, { id: 'a' }] }, { deals: [{ id: 'c' }, { id: 'a' }] });
    expect(diffSnapshots(a, b).map((deal) => deal.id)).toEqual(['a', 'b', 'c']);
  });
});
