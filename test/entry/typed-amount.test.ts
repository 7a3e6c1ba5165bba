// Amounts as people type them: every form, and what is refused with its readings.

import Big from 'big.js';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/base/failure.ts';
import { digitsOf, toDecimal } from '../../src/base/money.ts';
import { readTypedAmount, type TypedMoney } from '../../src/entry/typed-amount.ts';
import { property } from '../support/property.ts';
import { fc } from '../support/seeded.ts';

const POLISH: TypedMoney = { locale: 'pl', currency: 'PLN' };
const ENGLISH: TypedMoney = { locale: 'en', currency: 'USD' };

function read(text: string, money: TypedMoney = POLISH): string {
  const { amount, currency } = readTypedAmount(text, money);
  return `${amount} ${currency}`;
}

function refusal(text: string, money: TypedMoney = POLISH): string {
  try {
    return `read as ${read(text, money)}`;
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'bad-amount') throw error;
    return `${error.message} ${error.hint}`;
  }
}

test.each([
  ['120000', '120000 PLN'],
  ['120k', '120000 PLN'],
  ['120K', '120000 PLN'],
  ['1.2m', '1200000 PLN'],
  ['1,2 mln', '1200000 PLN'],
  ['1,2 mln zł', '1200000 PLN'],
  ['120 tys.', '120000 PLN'],
  ['120 tys. zł', '120000 PLN'],
  ['1 mld', '1000000000 PLN'],
  ['€1.2m', '1200000 EUR'],
  ['120k EUR', '120000 EUR'],
  ['1 200 000,50 zł', '1200000.50 PLN'],
  ['1 200 000,5', '1200000.50 PLN'],
  ['€1,200.50', '1200.50 EUR'],
  ['120000 EUR', '120000 EUR'],
  ['eur 120000', '120000 EUR'],
  ["1'200.50", '1200.50 PLN'],
  ['1.200,50', '1200.50 PLN'],
  ['1.200.000', '1200000 PLN'],
  ['-5k', '-5000 PLN'],
  ['−5 tys.', '-5000 PLN'],
  ['1.2345k', '1234.50 PLN'],
  ['100 JPY', '100 JPY'],
  ['0', '0 PLN'],
  ['-0', '0 PLN'],
])('%s is %s', (text, expected) => {
  expect(read(text)).toBe(expected);
  expect(read(text, { ...POLISH, locale: 'en' })).toBe(expected);
});

describe('three digits behind the only point or comma', () => {
  test('are thousands where the locale groups by that sign', () => {
    expect(read('1,200', ENGLISH)).toBe('1200 USD');
    expect(read('1.200', { locale: 'de', currency: 'EUR' })).toBe('1200 EUR');
  });

  test('are decimals where the locale parts them by that sign and the amount has so many', () => {
    expect(read('1,200 KWD')).toBe('1.200 KWD');
    expect(read('1,250 mln')).toBe('1250000 PLN');
    expect(read('1.250m', ENGLISH)).toBe('1250000 USD');
  });

  test('are refused with both readings where the currency has fewer decimals, or the locale does not use the sign', () => {
    const bothWays = (text: string) =>
      `"${text}" can be 1200 or 1.20. Write the one that is meant: 1200 or 1.20.`;
    expect(refusal('1.200', ENGLISH)).toBe(
      '"1.200" can be 1.20 or 1200. Write the one that is meant: 1.20 or 1200.',
    );
    expect(refusal('1,200')).toBe(bothWays('1,200'));
    expect(refusal('1.250m')).toContain('can be 1250000 or 1250000000');
    expect(refusal('1.200 KWD')).toContain('can be 1.200 or 1200.');
  });

  test('can be meant no otherwise behind a zero, after groups or beside the other sign', () => {
    expect(refusal('0,500')).toContain('0.500 has 3 decimals, PLN has 2 decimals: write 0.50.');
    expect(refusal('1 200,505')).toContain('write 1200.50');
    expect(read('1 200,500 KWD')).toBe('1200.500 KWD');
  });
});

describe('a sign that several currencies share', () => {
  test('means the own one where it has that sign', () => {
    expect(read('$5', { locale: 'en', currency: 'CAD' })).toBe('5 CAD');
    expect(read('100 kr', { locale: 'da', currency: 'DKK' })).toBe('100 DKK');
  });

  test('is else the American dollar, and of others refused', () => {
    expect(read('$5')).toBe('5 USD');
    expect(refusal('100 kr')).toBe(
      '"100 kr": several currencies have the sign kr. Write the currency\'s code, like 1200 SEK.',
    );
  });
});

test.each([
  ['', 'The amount is empty.'],
  ['abc', '"abc" is not an amount. Write it like'],
  ['12 xyz', 'is not an amount. Write it like'],
  ['100-120k', 'is not an amount. Write it like'],
  ['120kEUR', 'is not an amount. Write it like'],
  ['1e3', '"1e3" is not an amount. Write 1000.'],
  ['12 34', '"12 34" is not an amount. Write 1234.'],
  ['100.5 JPY', 'JPY has no decimals: write 100.'],
  ['1000000000000', 'more than 12 digits'],
  ['1000000m', 'more than 12 digits'],
  ['9'.repeat(70), 'is not an amount.'],
])('%s is refused', (text, expected) => {
  expect(refusal(text)).toContain(expected);
});

const minor = fc.integer({ min: -999_999_999_999, max: 999_999_999_999 });

property([
  minor,
  fc.constantFrom('pl', 'en', 'en-US', 'de', 'fr', 'de-CH'),
  fc.constantFrom('PLN', 'EUR', 'KWD', 'JPY'),
])(
  'an amount as a locale shows it is read in that locale as what it is, to the last digit',
  (units, locale, currency) => {
    const digits = digitsOf(currency);
    const exact = new Big(units).div(new Big(10).pow(digits)).toFixed(digits);
    const shown = new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(exact as Intl.StringNumericLiteral);
    const { amount } = readTypedAmount(`${shown} ${currency}`, { locale, currency: 'PLN' });
    expect(new Big(amount).eq(exact)).toBe(true);
  },
);

property([fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 0, max: 99 })])(
  'so many thousands and millions are exact: no binary float comes near',
  (whole, hundredths) => {
    const written = `${whole}.${String(hundredths).padStart(2, '0')}`;
    for (const [unit, factor] of [
      ['k', 1000],
      [' mln', 1_000_000],
    ] as const) {
      const exact = new Big(written).times(factor);
      expect(read(`${written}${unit}`)).toBe(`${exact.toFixed(0)} PLN`);
    }
  },
);

property([fc.string(), fc.constantFrom('pl', 'en')])(
  'whatever is typed is a plain decimal or a refusal that says why',
  (text, locale) => {
    try {
      const { amount } = readTypedAmount(text, { locale, currency: 'PLN' });
      expect(toDecimal(amount)).toBe(amount);
    } catch (error) {
      expect(error).toBeInstanceOf(Failure);
      expect((error as Failure).hint).toBeTruthy();
    }
  },
);
