import { describe, expect, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import { type Decimal, toDecimal } from '../../src/base/money.ts';
import { ratesOn } from '../../src/workspace/rates.ts';

function decimal(text: string): Decimal {
  const found = toDecimal(text);
  if (found === undefined) throw new Error(text);
  return found;
}

const settings = {
  currency: 'PLN',
  rates: [
    { on: day('2026-07-01'), rates: { EUR: decimal('4.25'), USD: decimal('3.64') } },
    { on: day('2026-10-01'), rates: { EUR: decimal('4.27') } },
  ],
};

describe('the rates in force on a day', () => {
  test('a rate holds from its day on', () => {
    expect(ratesOn(settings, day('2026-10-01'))).toEqual({ EUR: '4.27', USD: '3.64', PLN: '1' });
    expect(ratesOn(settings, day('2026-09-30'))).toEqual({ EUR: '4.25', USD: '3.64', PLN: '1' });
  });

  test('before the first rate there is none, and the reporting currency is still 1', () => {
    expect(ratesOn(settings, day('2026-06-30'))).toEqual({ PLN: '1' });
  });

  test('a currency that the newest entry leaves out keeps its older rate', () => {
    expect(ratesOn(settings, day('2027-01-01')).USD).toBe('3.64');
  });
});
