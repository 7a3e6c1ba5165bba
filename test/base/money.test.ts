// Money is decimal: exact, rounded once, half to even.

import { describe, expect, test } from 'vitest';
import {
  type Decimal,
  digitsOf,
  fromMinor,
  isCountable,
  isCurrency,
  sameAmount,
  sumMinor,
  toDecimal,
  toMinor,
  valueAt,
} from '../../src/base/money.ts';
import { fc, test as property } from '../support/seeded-vitest.ts';

const decimal = (text: string): Decimal => {
  const found = toDecimal(text);
  if (found === undefined) throw new Error(`not a decimal: ${text}`);
  return found;
};

test.each(['1e3', '0x10', '1_000', '1,5', '+5', '', '.5', '5.', ' 5', 'NaN'])(
  '"%s" is no plain decimal',
  (text) => {
    expect(toDecimal(text)).toBeUndefined();
  },
);

describe('a value', () => {
  test.each([
    ['0.10', '4.25', 42],
    ['0.10', '4.35', 44],
    ['100', '4.4', 44000],
    ['-0.005', '1', 0],
    ['-0.015', '1', -2],
    ['120000.00', '1', 12000000],
  ])('%s at %s is %i minor units', (amount, rate, expected) => {
    const value = valueAt(decimal(amount), decimal(rate), 2);
    expect(value).toBe(expected);
    expect(Object.is(value, -0)).toBe(false);
  });

  property.prop([fc.integer({ min: -1e14, max: 1e14 }), fc.constantFrom(0, 2, 3)])(
    'written as decimal and read again, it is the same',
    (minor, digits) => {
      expect(toMinor(fromMinor(minor, digits), digits)).toBe(minor + 0);
    },
  );
});

test('100 and 100.00 are one amount, 100.01 is another', () => {
  expect(sameAmount(decimal('100'), decimal('100.00'))).toBe(true);
  expect(sameAmount(decimal('100'), decimal('100.01'))).toBe(false);
});

test('currencies have the digits that they have', () => {
  expect([digitsOf('PLN'), digitsOf('JPY'), digitsOf('KWD')]).toEqual([2, 0, 3]);
  expect([isCurrency('PLN'), isCurrency('PLZZ'), isCurrency('ZZZ'), isCurrency('pln')]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test('an amount of a trillion is too large to be counted, one below is not', () => {
  expect(isCountable(decimal('999999999999.99'))).toBe(true);
  expect(isCountable(decimal('-1000000000000'))).toBe(false);
  expect(isCountable(decimal('0000000000000001'))).toBe(true);
});

test('a sum that no exact integer holds is refused, never rounded', () => {
  expect(() => sumMinor([Number.MAX_SAFE_INTEGER, 1])).toThrow('too large');
});
