import { describe, expect, test } from 'vitest';
import { toDay } from '../../src/base/day.ts';
import { sameAmount, toDecimal } from '../../src/base/money.ts';
import { amountsMeant } from '../../src/deal/amount-text.ts';
import { plainValue } from '../../src/deal/core-schema.ts';
import { notADay } from '../../src/deal/day-text.ts';
import { readDeal } from '../../src/deal/read.ts';
import { fc } from '../support/seeded.ts';
import { PATIENCE_MS } from '../support/torture.ts';
import { anyAmount, anyDay, anyText, DEFAULTS, RUNS } from './deals.ts';

const amountOf = (text: string, more = '') =>
  readDeal(`name: A\nstage: lead\namount: ${text}\n${more}`, 'deals/a.yaml', DEFAULTS);

describe('amounts', () => {
  test.each(['0', '120000', '120000.00', '-5.5', '"12.30"', '0012', '999999999999.99'])(
    '%s is read as it is written',
    (text) => {
      expect(amountOf(text).deal?.amount).toBe(text.replaceAll('"', ''));
    },
  );

  test.each([
    ['1e3', '1000'],
    ['1.5e-1', '0.15'],
    ['0x10', '16'],
    ['0o17', '15'],
    ['1_000', '1000'],
    ['1,5', '1.5'],
    ['1 000', '1000'],
    ["1'000", '1000'],
    ['1 234 567,89', '1234567.89'],
    ['1.234.567,89', '1234567.89'],
    ['1,234,567.89', '1234567.89'],
    ['1.000.000', '1000000'],
    ['+5', '5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['€ 100', '100'],
    ['100 zł', '100'],
    ['EUR 1,234.50', '1234.50'],
    ['120k', '120000'],
    ['1,5 mln', '1500000'],
    ['-1,5', '-1.5'],
  ])('%s is refused with the fix %s', (text, fix) => {
    const { deal, problems } = amountOf(text);
    expect(deal).toBeUndefined();
    expect(String(problems[0]?.message)).toContain(`write ${fix}.`);
  });

  test('decimals are those of the deal’s currency, else of the workspace’s', () => {
    expect(String(amountOf('1.25', 'currency: JPY\n').problems[0]?.message)).toContain('write 1.');
    expect(String(amountOf('1.255').problems[0]?.message)).toContain('write 1.26.');
    expect(amountOf('1.255', 'currency: KWD\n').deal?.amount).toBe('1.255');
    const inYen = readDeal('name: A\nstage: lead\namount: 1.5\n', 'deals/a.yaml', { currency: 'JPY' });
    expect(String(inYen.problems[0]?.message)).toContain('JPY has no decimals');
  });

  test('texts that are no number have no fix, and take no time', () => {
    for (const text of ['', 'TBD', '1-2', '1e', '1e999', '--5', '1/2', '½', '١٢', '1:30', 'NaN', '.inf']) {
      expect(amountsMeant(text)).toEqual([]);
    }
  });

  test(
    'a fix is always a plain decimal, and of an amount in another dress the amount',
    () => {
      fc.assert(
        fc.property(anyText, anyAmount, fc.constantFrom(' ', '_', '\u00a0', "'"), (text, amount, gap) => {
          for (const fix of amountsMeant(text)) expect(toDecimal(fix)).toBe(fix);
          const dressed = amount.replace(/\B(?=(\d{3})+(?!\d))(?=[^.]*(\.|$))/g, gap).replace('.', ',');
          const first = amountsMeant(dressed)[0];
          expect(first !== undefined && sameAmount(first, amount)).toBe(true);
        }),
        RUNS,
      );
    },
    PATIENCE_MS,
  );
});

describe('days', () => {
  test(
    'a day in another dress is told as the day',
    () => {
      fc.assert(
        fc.property(anyDay, (day) => {
          const [year = '', month = '', ofMonth = ''] = day.split('-');
          const bare = (digits: string) => String(Number(digits));
          for (const text of [
            `${ofMonth}.${month}.${year}`,
            `${bare(ofMonth)}.${bare(month)}.${year}`,
            `${year}/${month}/${ofMonth}`,
            `${year}${month}${ofMonth}`,
            `${day}T10:00:00Z`,
          ]) {
            expect(toDay(text)).toBeUndefined();
            expect(String(notADay('close', text).message)).toBe(
              `close: "${text}" is not a day: write ${day}.`,
            );
          }
        }),
        RUNS,
      );
    },
    PATIENCE_MS,
  );

  test('where day and month could be either, both are told', () => {
    expect(String(notADay('close', '05/06/2026').message)).toContain('write 2026-06-05 or 2026-05-06');
    expect(String(notADay('close', '05/05/2026').message)).toContain('write 2026-05-05.');
    expect(String(notADay('close', '31.02.2026').message)).toBe('close: "31.02.2026" is not a day.');
  });
});

describe('texts are read from the source', () => {
  test('numbers, booleans and exponents stay the text that was typed', () => {
    const { deal } = readDeal(
      'name: 1e3\nstage: yes\nowner: 0x10\naccount: 2026-01-01\nwas: 0012\nsource: {system: 007, id: 1_0}\ncategory: null\nlost_reason: "null"\ncontacts: [1.0, ~x]\n',
      'deals/a.yaml',
      DEFAULTS,
    );
    expect(deal).toMatchObject({
      name: '1e3',
      stage: 'yes',
      owner: '0x10',
      account: '2026-01-01',
      was: '0012',
      source: { system: '007', id: '1_0' },
      category: '',
      lostReason: 'null',
      contacts: ['1.0', '~x'],
    });
  });

  test('plain data keeps what a number could not', () => {
    const kept = [
      '0012',
      '12345678901234567890',
      '0.12345678901234567890',
      '.inf',
      '1e999',
      '-0012',
      'yes',
      '12:30',
      '1_000',
    ];
    for (const text of kept) expect(plainValue(text)).toBe(text);
    expect(['1', '-5', '1.50', '1e3', '0x10', 'true', 'null', '', '~'].map(plainValue)).toEqual([
      1,
      -5,
      1.5,
      1000,
      16,
      true,
      null,
      null,
      null,
    ]);
  });

  test('keys like __proto__ are keys like any other', () => {
    const { deal } = readDeal(
      'name: A\nstage: lead\n__proto__: {x: 1}\ncustom: {__proto__: {polluted: true}, constructor: 1}\n',
      'deals/a.yaml',
      DEFAULTS,
    );
    expect(Object.keys(deal?.custom ?? {})).toEqual(['__proto__', 'constructor']);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(Reflect.get(deal?.custom ?? {}, 'polluted')).toBeUndefined();
    expect(Reflect.get(deal?.custom ?? {}, 'toString')).toBeUndefined();
  });
});
