// Exact differences and shares say what the decimal library says, of any two amounts.

import Big from 'big.js';
import { expect, test } from 'vitest';
import { asText, exactOf, minus, percentOf } from '../../src/base/exact.ts';
import type { Decimal } from '../../src/base/money.ts';
import { property } from '../support/property.ts';
import { fc } from '../support/seeded.ts';

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.nat(4))
  .map(
    ([units, decimals]) =>
      new Big(units.toString()).div(new Big(10).pow(decimals)).toFixed(decimals) as Decimal,
  );
const amount = fc.oneof(
  decimal,
  fc.constantFrom('0', '0.00', '-0.00', '100', '99.995', '-0.001').map((text) => text as Decimal),
);

property([amount, amount, fc.nat(4)])(
  'a difference is that of the library, to the last digit',
  (a, b, digits) => {
    const by = new Big(a).minus(b);
    const shown = by.toFixed(Math.max(digits, by.c.length - by.e - 1));
    expect(asText(minus(exactOf(a), exactOf(b)), digits)).toBe(by.eq(0) ? shown.replace('-', '') : shown);
  },
);

property([amount, amount])('a share is that of the library, half to even', (part, whole) => {
  const size = new Big(whole).abs();
  const tenths = size.eq(0) ? undefined : new Big(part).times(100).div(size).round(1, Big.roundHalfEven);
  expect(percentOf(exactOf(part), exactOf(whole))).toBe(tenths?.toFixed(1).replace(/^-0\.0$/, '0.0'));
});

test.each([
  ['1', '8', '12.5'],
  ['1', '400', '0.2'],
  ['3', '400', '0.8'],
  ['-1', '2000', '0.0'],
  ['0.005', '0.01', '50.0'],
  ['5', '0', undefined],
])('%s of %s is %s per cent', (part, whole, percent) => {
  expect(percentOf(exactOf(part as Decimal), exactOf(whole as Decimal))).toBe(percent);
});
