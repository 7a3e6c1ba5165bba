// An amount that went up or down: by how much, and what per cent of its old size.

import { asText, type Exact, exactOf, minus, percentOf } from '../base/exact.ts';
import { type Decimal, digitsOf } from '../base/money.ts';

const USUAL_DIGITS = 2;

export interface AmountStep {
  readonly way: 'up' | 'down';
  /** New − old, with the currency's digits; with more where an amount has more. */
  readonly by: Decimal;
  /** Per cent of the old amount's size, one decimal, half even; null where that is 0. */
  readonly pct: string | null;
}

/** The step from one amount to another of the same currency, undefined where they are equal. Missing counts as 0. */
export function amountStep(
  from: Decimal | undefined,
  to: Decimal | undefined,
  currency: string,
): AmountStep | undefined {
  if (from === to) return undefined;
  const old = exactOf(from ?? NONE);
  const by: Exact = minus(exactOf(to ?? NONE), old);
  if (by.units === 0n) return undefined;
  return {
    way: by.units > 0n ? 'up' : 'down',
    by: asText(by, digitsIn(currency)),
    pct: percentOf(by, old) ?? null,
  };
}

const NONE = '0' as Decimal;

/** The digits of a currency; a snapshot may hold one that nobody knows, and it is shown like most. */
export function digitsIn(currency: string): number {
  return /^[A-Z]{3}$/.test(currency) ? digitsOf(currency) : USUAL_DIGITS;
}
