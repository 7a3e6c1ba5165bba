// Differences and shares of decimals, exactly, by whole numbers of any size: of ten thousand changed amounts a decimal
// library makes a fifth of a second, these nothing that can be felt.

import { type Decimal, decimalsOf } from './money.ts';

/** units × 10^−decimals */
export interface Exact {
  readonly units: bigint;
  readonly decimals: number;
}

/** The number that the text says. */
export function exactOf(text: Decimal): Exact {
  return { units: BigInt(text.replace('.', '')), decimals: decimalsOf(text) };
}

/** a − b */
export function minus(a: Exact, b: Exact): Exact {
  const decimals = Math.max(a.decimals, b.decimals);
  return { units: unitsAt(a, decimals) - unitsAt(b, decimals), decimals };
}

/** The number with so many decimals; with more where it has more that are not 0. */
export function asText({ units, decimals }: Exact, digits: number): Decimal {
  let [left, places] = [units, decimals];
  while (places > digits && left % 10n === 0n) [left, places] = [left / 10n, places - 1];
  return textOf({ units: left * power(Math.max(digits - places, 0)), decimals: Math.max(places, digits) });
}

/** What per cent of the whole's size the part is, one decimal, half to even; undefined where the whole is 0. */
export function percentOf(part: Exact, whole: Exact): string | undefined {
  const decimals = Math.max(part.decimals, whole.decimals);
  const of = magnitude(unitsAt(whole, decimals));
  if (of === 0n) return undefined;
  const tenths = dividedHalfEven(unitsAt(part, decimals) * 1000n, of);
  return textOf({ units: tenths, decimals: 1 });
}

function unitsAt({ units, decimals }: Exact, places: number): bigint {
  return units * power(places - decimals);
}

/** In units of that decimal place; what has more places is rounded half to even. */
export function unitsRounded(exact: Exact, places: number): bigint {
  const { units, decimals } = exact;
  return decimals <= places ? unitsAt(exact, places) : dividedHalfEven(units, power(decimals - places));
}

/** @param by positive */
function dividedHalfEven(number: bigint, by: bigint): bigint {
  const size = magnitude(number);
  const [quotient, twice] = [size / by, (size % by) * 2n];
  const isUp = twice > by || (twice === by && quotient % 2n === 1n);
  const rounded = isUp ? quotient + 1n : quotient;
  return number < 0n ? -rounded : rounded;
}

function textOf({ units, decimals }: Exact): Decimal {
  const digits = String(magnitude(units)).padStart(decimals + 1, '0');
  const sign = units < 0n ? '-' : '';
  const whole = digits.slice(0, digits.length - decimals);
  return `${sign}${whole}${decimals === 0 ? '' : `.${digits.slice(-decimals)}`}` as Decimal;
}

function magnitude(number: bigint): bigint {
  return number < 0n ? -number : number;
}

function power(places: number): bigint {
  return 10n ** BigInt(places);
}

/** A whole number × a ÷ b, rounded half to even; undefined where b is 0. */
export function proportion(whole: number, a: Decimal, b: Decimal): number | undefined {
  const [top, bottom] = [exactOf(a), exactOf(b)];
  const decimals = Math.max(top.decimals, bottom.decimals);
  const by = unitsAt(bottom, decimals);
  if (by === 0n) return undefined;
  const product = BigInt(whole) * unitsAt(top, decimals) * (by < 0n ? -1n : 1n);
  return Number(dividedHalfEven(product, magnitude(by)));
}
