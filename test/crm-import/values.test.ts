import { describe, expect, test } from 'vitest';
import { calendarIn } from '../../src/base/calendar.ts';
import { readAmountText } from '../../src/base/written-amount.ts';
import { amountReader, settleDecimalSign } from '../../src/crm-import/amounts.ts';
import { settleDateOrders } from '../../src/crm-import/date-order.ts';
import { dayReader } from '../../src/crm-import/days.ts';
import { readFlag } from '../../src/crm-import/flags.ts';

const warsaw = calendarIn('Europe/Warsaw');

test.each([
  ['2026-11-23', '2026-11-23'],
  ['2026/11/3', '2026-11-03'],
  ['31.12.2026', '2026-12-31'],
  ['02/23/26 08:55 PM', '2026-02-23'],
  ['05-Mar-2026', '2026-03-05'],
  ['5 marca 2026', '2026-03-05'],
  ['5-paź-26', '2026-10-05'],
  ['March 5, 2026', '2026-03-05'],
  ['Mon, 5 Oct 2026', '2026-10-05'],
  ['20260305', '2026-03-05'],
  ['2021-01-07 6:49:18', '2021-01-07'],
  ['1700000000000', '2023-11-14'],
  ['45000', '2023-03-15'],
  ['45000.75', '2023-03-15'],
  ['9999-12-31 23:59:59', undefined],
  ['', undefined],
  ['-', undefined],
  ['2026-02-30', 'unreadable'],
  ['32/01/2026', 'unreadable'],
  ['soon', 'unreadable'],
  ['12', 'unreadable'],
])('the date %s is %s, month first', (text, day) => {
  expect(dayReader('mdy', warsaw)(text)).toBe(day);
});

test.each([
  ['2024-07-11T21:22:07.000+0000', '2024-07-11'],
  ['2024-07-11T22:22:07.000Z', '2024-07-12'],
  ['2024-07-11T23:30:00-05:00', '2024-07-12'],
  ['2024-01-11 23:30:00 UTC', '2024-01-12'],
  ['2024-01-11 22:59:59 UTC', '2024-01-11'],
])('the moment %s is %s in Warsaw', (text, day) => {
  expect(dayReader('dmy', warsaw)(text)).toBe(day);
});

function orders(
  columns: Record<string, string[]>,
  options: { locale?: string; asked?: 'dmy' | 'mdy' | 'ymd' } = {},
) {
  const found = settleDateOrders(
    Object.entries(columns).map(([field, texts]) => ({ field, header: field, texts })),
    { locale: options.locale ?? 'en', asked: options.asked },
  );
  return Object.fromEntries([...found].map(([field, { order }]) => [field, order]));
}

test('a single date above 12 settles its whole column', () => {
  expect(orders({ close: ['01/02/2026', '03/13/2026', '04/05/2026'] })).toEqual({ close: 'mdy' });
  expect(orders({ close: ['01/02/2026', '13/03/2026'] })).toEqual({ close: 'dmy' });
});

test('a column that could be read either way follows another one that can not', () => {
  expect(orders({ close: ['01/02/2026'], created: ['13/03/2026'] })).toEqual({
    close: 'dmy',
    created: 'dmy',
  });
});

test('the locale decides where it names a region or is not English', () => {
  expect(orders({ close: ['01/02/2026'] }, { locale: 'pl' })).toEqual({ close: 'dmy' });
  expect(orders({ close: ['01/02/2026'] }, { locale: 'en-US' })).toEqual({ close: 'mdy' });
  expect(orders({ close: ['01/02/2026'] }, { asked: 'mdy', locale: 'pl' })).toEqual({ close: 'mdy' });
});

test('where nothing decides, both readings are shown and nothing is guessed', () => {
  expect(() => orders({ close: ['01/02/2026'] })).toThrow('01/02/2026 is 2026-02-01 or 2026-01-02');
  expect(orders({ close: ['03/03/2026', '2026-01-05'] })).toEqual({ close: 'dmy' });
});

test('a column that speaks for both orders alike is asked about; a stray date of the other order is not', () => {
  expect(() => orders({ close: ['13/02/2026', '02/13/2026'] }, { locale: 'pl' })).toThrow('only day/month');
  expect(orders({ close: ['13/02/2026', '14/02/2026', '02/13/2026'] })).toEqual({ close: 'dmy' });
});

describe('a year of two digits that may stand at either end', () => {
  test('is asked about, with every reading, and no column of whole years settles it', () => {
    expect(() => orders({ close: ['26-12-10', '26-11-30'] })).toThrow('26-12-10 is 2010-12-26 or 2026-12-10');
    expect(() => orders({ close: ['10/11/12'] })).toThrow('10/11/12 is 2012-11-10, 2012-10-11 or 2010-11-12');
    expect(() => orders({ close: ['26/12/10'], created: ['23/11/2026'] })).toThrow('in two ways');
    expect(() => orders({ close: ['26-12-10', '10-12-45', '45-12-10'] })).toThrow('only day/month');
  });

  test('is settled by the column itself where one order alone reads all of it, and by another such one', () => {
    expect(orders({ close: ['26-12-10', '99-01-02'] })).toEqual({ close: 'ymd' });
    expect(orders({ close: ['26-12-10', '10-12-99', '30-12-10'] })).toEqual({ close: 'dmy' });
    expect(orders({ close: ['02/10/26', '02/23/26'] })).toEqual({ close: 'mdy' });
    expect(orders({ close: ['26-12-10'], created: ['00-12-10'] })).toEqual({ close: 'ymd', created: 'ymd' });
    expect(orders({ close: ['11/12/10'], created: ['02/23/2026'] }, { locale: 'en-US' })).toMatchObject({
      close: 'mdy',
    });
  });

  test('is settled by the locale where the dates are written with its sign', () => {
    expect(orders({ close: ['26.12.10'] }, { locale: 'pl' })).toEqual({ close: 'dmy' });
    expect(() => orders({ close: ['26.12.10'] })).toThrow('in two ways');
    expect(() => orders({ close: ['26-12-10'] }, { locale: 'pl' })).toThrow('in two ways');
    expect(() => orders({ close: ['26-12-10'] }, { locale: 'en-GB' })).toThrow('in two ways');
    expect(orders({ close: ['26/12/10'] }, { locale: 'en-GB' })).toEqual({ close: 'dmy' });
    expect(() => orders({ close: ['11/12/10'], created: ['02/23/2026'] }, { locale: 'en-GB' })).toThrow(
      '11/12/10 is 2010-11-12 or 2011-12-10',
    );
  });

  test('is what a person says, and a column of whole years beside it is what it is', () => {
    const columns = { close: ['26-12-10'], created: ['23/11/2026'] };
    expect(orders(columns, { asked: 'ymd' })).toEqual({ close: 'ymd', created: 'dmy' });
    expect(orders(columns, { asked: 'dmy' })).toEqual({ close: 'dmy', created: 'dmy' });
    expect(dayReader('ymd', warsaw)('26-12-10')).toBe('2026-12-10');
    expect(dayReader('ymd', warsaw)('26-12-10 08:30')).toBe('2026-12-10');
    expect(dayReader('dmy', warsaw)('26-12-10')).toBe('2010-12-26');
    expect(dayReader('mdy', warsaw)('26.12.10')).toBe('2010-12-26');
    expect(dayReader('ymd', warsaw)('26-12-2010')).toBe('unreadable');
  });
});

function amounts(...texts: string[]) {
  const { sign } = settleDecimalSign(texts, 'Amount');
  return texts.map((text) => {
    const read = amountReader(sign, 'PLN')(text);
    return typeof read === 'object' ? read.amount : read;
  });
}

test.each([
  [
    ['$450,000.00 ', '229,932.50', '35000'],
    ['450000.00', '229932.50', '35000'],
  ],
  [
    ['1 234,56', '7', '1\u00a0000\u00a0000,5'],
    ['1234.56', '7', '1000000.5'],
  ],
  [
    ['1.234,56', '1.234'],
    ['1234.56', '1234'],
  ],
  [
    ['1.234', '12.000'],
    ['1234', '12000'],
  ],
  [
    ['1,234', '12,000'],
    ['1234', '12000'],
  ],
  [
    ["1'234.50", '-30', '(30.00)', '30-'],
    ['1234.50', '-30', '-30.00', '-30'],
  ],
  [['12,34,567.8'], ['1234567.8']],
  [
    ['', '-', 'n/a', '0'],
    [undefined, undefined, undefined, '0'],
  ],
  [
    ['abc', '1e3', '0x10', '1_000', '12%', '5'],
    [...Array(5).fill('unreadable'), '5'],
  ],
  [
    ['1,5', '2,5', '1.234.567', '3.5'],
    ['1.5', '2.5', '1234567', 'unreadable'],
  ],
])('the amounts %j are %j', (texts, read) => {
  expect(amounts(...texts)).toEqual(read);
});

test('as many points as commas are asked about', () => {
  expect(() => settleDecimalSign(['1,5', '1.5'], 'Amount')).toThrow('as many decimal commas');
});

test.each([
  ['EUR 1.000,00 (USD 1,100.00)', 'EUR', ''],
  ['1 234,56 zł', 'PLN', ''],
  ['€5', 'EUR', ''],
  ['$5', 'USD', '$'],
  ['usd 5', 'USD', ''],
  ['5', '', ''],
])('%s is in %j', (text, currency, sharedSign) => {
  expect(readAmountText(text)).toMatchObject({ currency, sharedSign });
});

test('booleans: blank is no, words of several languages are understood, others are not', () => {
  expect(['1', 'TRUE', 'Yes', 'tak', '', '0', 'false', 'Nie', 'maybe'].map(readFlag)).toEqual([
    ...[true, true, true, true, false, false, false, false],
    undefined,
  ]);
});

test('a sign that several currencies share means the workspace’s own where that has it', () => {
  expect(amountReader('.', 'CAD')('$5')).toEqual({ amount: '5', currency: 'CAD' });
  expect(amountReader('.', 'PLN')('$5')).toEqual({ amount: '5', currency: 'USD' });
});

test('three digits behind every point are no thousands by themselves where a currency may have three decimals', () => {
  expect(() => settleDecimalSign(['1.234', '12.500'], 'Amount', { threeDigits: true })).toThrow(
    'decimals of a currency with three',
  );
  expect(() => settleDecimalSign(['KWD 1.234'], 'Amount')).toThrow('decimals of a currency with three');
  expect(settleDecimalSign(['1.234', '1234.500'], 'Amount', { threeDigits: true }).sign).toBe('.');
  expect(settleDecimalSign(['1.234'], 'Amount').sign).toBe(',');
});
