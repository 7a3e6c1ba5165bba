// Money: a deal's amount is decimal text, a value is an integer of minor units (grosz, cent) in the
// reporting currency. No amount ever passes through a binary float.

import Big from 'big.js';
import { Failure } from './failure.ts';

/** Plain decimal text: `-?digits(.digits)?`. Never exponents, separators or a plus sign. */
export type Decimal = string & { readonly __decimal: unique symbol };

/** An integer of minor units of a currency; the currency and its digits stand beside it. */
export type Minor = number;

const DECIMAL = /^-?\d+(\.\d+)?$/;
/** Twelve digits before the point: below a trillion, so that sums of deals stay exact. */
const MOST_INTEGER_DIGITS = 12;

/** The text as a Decimal, or undefined where it is not plain decimal. */
export function toDecimal(text: string): Decimal | undefined {
  return DECIMAL.test(text) ? (text as Decimal) : undefined;
}

/** Whether the amount is small enough to be added up exactly: at most 12 digits before the point. */
export function isCountable(amount: Decimal): boolean {
  const integerDigits = amount.replace(/^-?0*/, '').split('.')[0] ?? '';
  return integerDigits.length <= MOST_INTEGER_DIGITS;
}

/** How many decimals the text has. */
export function decimalsOf(amount: Decimal): number {
  const point = amount.indexOf('.');
  return point < 0 ? 0 : amount.length - point - 1;
}

/** Whether two amounts are the same number: 100 and 100.00 are. */
export function sameAmount(a: Decimal, b: Decimal): boolean {
  return a === b || new Big(a).eq(b);
}

/** Whether the first is the greater number. */
export function isMore(a: Decimal, b: Decimal): boolean {
  return new Big(a).gt(b);
}

/** Those that most workspaces have: to ask ICU for the first time takes as long as to read a thousand deals. */
const digitsByCurrency = new Map<string, number>(
  Object.entries({ PLN: 2, EUR: 2, USD: 2, GBP: 2, CHF: 2, CZK: 2, SEK: 2, NOK: 2, DKK: 2, JPY: 0 }),
);

/** Digits after the point in a currency (ISO 4217): PLN 2, JPY 0, KWD 3. @throws RangeError for no currency code */
export function digitsOf(currency: string): number {
  const known = digitsByCurrency.get(currency);
  if (known !== undefined) return known;
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  digitsByCurrency.set(currency, digits);
  return digits;
}

/** Whether it is a currency that people use: three capitals that ISO 4217 lists. */
export function isCurrency(code: string): boolean {
  currencies ??= new Set(Intl.supportedValuesOf('currency'));
  return currencies.has(code);
}

let currencies: ReadonlySet<string> | undefined;

/**
 * Amount × rate in minor units of the reporting currency, rounded half to even, once (docs/decisions/02-money.md).
 * @param rate one unit of the amount's currency in reporting currency
 * @param digits of the reporting currency
 * @throws Failure `sum-too-large` beyond what a sum can hold
 */
export function valueAt(amount: Decimal, rate: Decimal, digits: number): Minor {
  if (rate === '1' && decimalsOf(amount) <= digits) return toMinor(amount, digits);
  const exact = new Big(amount).times(rate).times(new Big(10).pow(digits));
  return safe(Number(exact.round(0, Big.roundHalfEven).toFixed(0)));
}

/** The amount in minor units, exact where it has at most that many decimals; else rounded half to even. @throws as valueAt */
export function toMinor(amount: Decimal, digits: number): Minor {
  const decimals = decimalsOf(amount);
  if (decimals > digits) return valueAt(amount, '1.0' as Decimal, digits);
  return safe(Number(amount.replace('.', '') + '0'.repeat(digits - decimals)));
}

/** Minor units as plain decimal text with all the currency's digits: 12000000 → `120000.00`. */
export function fromMinor(minor: Minor, digits: number): Decimal {
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const sign = minor < 0 ? '-' : '';
  if (digits === 0) return `${sign}${text}` as Decimal;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}` as Decimal;
}

/** The sum. @throws Failure `sum-too-large` beyond what an exact integer holds (9 × 10^15 minor units) */
export function sumMinor(values: Iterable<Minor>): Minor {
  let sum = 0;
  for (const value of values) sum += value;
  return safe(sum);
}

/** The sum of two. @throws Failure `sum-too-large` likewise */
export function addMinor(a: Minor, b: Minor): Minor {
  return safe(a + b);
}

function safe(minor: number): Minor {
  if (!Number.isSafeInteger(minor)) {
    throw new Failure('sum-too-large', 'The amounts are too large to be added up exactly.', {
      hint: 'Look for a mistyped amount among the deals.',
    });
  }
  return minor === 0 ? 0 : minor; // never -0
}
