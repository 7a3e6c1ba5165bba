// An amount that went up or down: by how much, and what per cent of its old size.

import Big from 'big.js';
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
  const old = new Big(from ?? 0);
  const by = new Big(to ?? 0).minus(old);
  if (by.eq(0)) return undefined;
  const digits = Math.max(digitsIn(currency), by.c.length - by.e - 1);
  return {
    way: by.gt(0) ? 'up' : 'down',
    by: by.toFixed(digits) as Decimal,
    pct: old.eq(0) ? null : percent(by.times(100).div(old.abs())),
  };
}

function percent(exact: Big): string {
  return exact.round(1, Big.roundHalfEven).toFixed(1); // rounded first, so never -0.0
}

/** A snapshot may hold a currency that nobody knows; its changes are shown like most. */
function digitsIn(currency: string): number {
  return /^[A-Z]{3}$/.test(currency) ? digitsOf(currency) : USUAL_DIGITS;
}
