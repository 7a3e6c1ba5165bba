// Which deals look like one: just inside and just outside of the limit, what the score is made of, and how many.

import { describe, expect, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import { toDecimal } from '../../src/base/money.ts';
import { accountKey, areNear, nameKey } from '../../src/freshness/alike-names.ts';
import { duplicatesAmong, type Likeness } from '../../src/freshness/duplicates.ts';
import type { DealRow } from '../../src/snapshot/row.ts';
import { row } from '../snapshot/build.ts';

const deal = (id: string, over: Partial<DealRow> = {}): DealRow =>
  row({ id, name: 'ERP rollout', account: 'Acme', owner: '', amount: undefined, ...bare, ...over });
const bare = { created: undefined, recorded: undefined, close: undefined, activities: [], source: '' };

const pairs = (...rows: DealRow[]) => duplicatesAmong(rows).map(({ a, b }) => `${a}+${b}`);
const only = (...rows: DealRow[]): Likeness => {
  const [first, ...others] = duplicatesAmong(rows);
  if (first === undefined || others.length > 0) throw new Error(`${others.length} pairs`);
  return first;
};
const amount = (text: string) => ({ amount: toDecimal(text), value: Number(text) * 100 });

describe('names', () => {
  const near = (a: string, b: string, account = 'Acme') =>
    areNear(nameKey(a, accountKey(account)), nameKey(b, accountKey(account)));

  test.each([
    ['ERP rollout', 'ERP Roll-Out'],
    ['ERP rollout', 'Rollout of ERP'],
    ['ERP rollout', 'Acme Sp. z o.o. – ERP rollout (copy)'],
    ['Wdrożenie ERP', 'wdrozenie ERP'],
    ['Warehouse scanners and printers lease', 'Warehouse scanners and printers lease Gdynia'],
    ['Datawarehouse', 'Data warehouse'],
    ['Instalation', 'Installation'],
  ])('%s is near %s', (a, b) => {
    expect(near(a, b, 'Acme Sp. z o.o.')).toBe(true);
    expect(near(b, a, 'Acme Sp. z o.o.')).toBe(true);
  });

  test.each([
    ['Phase 1', 'Phase 2'],
    ['Phase II', 'Phase III'],
    ['140 Widgets', '1,400 Widgets'],
    ['Licences 2026', 'Licences 2027'],
    ['ERP', 'CRM'],
    ['CRM migration', 'CRM migration support'],
    ['Import desk', 'Export desk'],
    ['Portal', 'Portal north'],
  ])('%s is not near %s', (a, b) => {
    expect(near(a, b)).toBe(false);
    expect(near(b, a)).toBe(false);
  });

  test('one letter of seven may differ, one of six may not', () => {
    expect(near('abcdefg', 'abcdefx')).toBe(true);
    expect(near('abcdef', 'abcdex')).toBe(false);
  });
});

describe('the limit', () => {
  test('the same account and a near-same name are just enough', () => {
    const found = only(deal('x'), deal('y', { name: 'ERP roll-outs', account: 'ACME S.A.' }));
    expect(found.score).toBe(0.6);
    expect(found.reasons).toEqual([
      { what: 'account', text: 'same account', weight: 0.35 },
      { what: 'name', text: 'near-same name', weight: 0.25 },
    ]);
  });

  test('the same name alone is not, with all but the account on the limit it is', () => {
    const there = { ...amount('500'), close: day('2026-12-01'), owner: 'anna' };
    const elsewhere = { ...there, account: 'Another' };
    expect(pairs(deal('x'), deal('y', { account: 'Another' }))).toEqual([]);
    expect(pairs(deal('x', there), deal('y', elsewhere))).toEqual(['x+y']);
    expect(pairs(deal('x', there), deal('y', { ...elsewhere, owner: 'piotr' }))).toEqual([]);
    expect(pairs(deal('x', there), deal('y', { ...elsewhere, ...amount('501') }))).toEqual([]);
    expect(pairs(deal('x', { ...there, account: '' }), deal('y', { ...there, account: '' }))).toEqual([
      'x+y',
    ]);
  });

  test('the same account alone is not, whatever else is the same', () => {
    const all = { ...amount('500'), close: day('2026-12-01'), created: day('2026-10-01'), owner: 'anna' };
    expect(pairs(deal('x', all), deal('y', { ...all, name: 'Licences' }))).toEqual([]);
  });

  test('one record of a CRM in two files is certain, whatever they say', () => {
    const found = only(
      deal('x', { source: 'csv:7' }),
      deal('y', { source: 'csv:7', name: 'Other', account: 'B' }),
    );
    expect(found).toMatchObject({ score: 1, reasons: [{ what: 'source', weight: 1 }] });
  });

  test('the reasons add up to the score', () => {
    const all = { ...amount('500'), close: day('2026-12-01'), created: day('2026-10-01'), owner: 'anna' };
    expect(only(deal('x', all), deal('y', all)).score).toBe(1);
    const { score, reasons } = only(deal('x', { ...all, ...amount('550') }), deal('y', all));
    expect(reasons.map(({ what }) => what)).toEqual([
      'account',
      'name',
      'amount',
      'close',
      'created',
      'owner',
    ]);
    expect(score).toBe(0.9);
  });

  test('an amount of nothing, and none at all, are no sign', () => {
    expect(only(deal('x', amount('0')), deal('y', amount('0'))).score).toBe(0.7);
    expect(only(deal('x'), deal('y')).score).toBe(0.7);
  });
});

describe('which one stays', () => {
  test.each([
    ['created earlier', { created: day('2026-09-01') }, { created: day('2026-09-02') }],
    ['recorded earlier', { recorded: day('2026-09-01') }, {}],
    ['with more activities', { activities: [{ stage: 'lead', count: 2 }] }, {}],
  ])('the one %s', (_, older, younger) => {
    expect(pairs(deal('z', older), deal('a', younger))).toEqual(['z+a']);
  });

  test('else the first id', () => {
    expect(pairs(deal('b'), deal('a'))).toEqual(['a+b']);
  });

  test('of three that are alike two go into the oldest, and no deal goes twice', () => {
    const days = ['2026-09-03', '2026-09-01', '2026-09-02'] as const;
    expect(pairs(...days.map((created, at) => deal(`d${at}`, { created: day(created) })))).toEqual([
      'd1+d0',
      'd1+d2',
    ]);
  });
});

describe('names of a kind', () => {
  const website = (account: string, id: string, over: Partial<DealRow> = {}) =>
    deal(id, { name: 'Website', account, ...over });
  const others = (count: number) =>
    Array.from({ length: count }, (_, at) => website(`Other ${at}`, `o${at}`));

  test('a name that five accounts have tells no deal from another', () => {
    const twice = [website('Acme', 'x'), website('Acme', 'y')];
    expect(pairs(...twice, ...others(3))).toEqual(['x+y']);
    expect(pairs(...twice, ...others(4))).toEqual([]);
    const priced = twice.map((one) => ({ ...one, ...amount('500'), owner: 'anna' }));
    expect(pairs(...priced, ...others(4))).toEqual(['x+y']);
  });

  test('without the same account a name that three accounts have is none', () => {
    const all = { ...amount('500'), close: day('2026-12-01'), created: day('2026-10-01'), owner: 'anna' };
    const two = [website('A', 'x', all), website('B', 'y', all)];
    expect(pairs(...two)).toEqual(['x+y']);
    expect(pairs(...two, website('C', 'z'))).toEqual([]);
  });

  test('a name that says no more than its account is none', () => {
    const acme = (id: string) => deal(id, { name: 'Acme – new deal' });
    expect(pairs(acme('x'), acme('y'))).toEqual([]);
  });

  test('an account of hundreds of deals is none, and looks at no pairs', () => {
    const many = Array.from({ length: 20_000 }, (_, at) =>
      deal(`d${at}`, { name: `Deal number ${at % 9_999}` }),
    );
    const began = performance.now();
    expect(duplicatesAmong(many)).toEqual([]);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
