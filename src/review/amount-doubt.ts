// What of a new amount in a review sheet looks like a slip of the pen: to be said before it is written, not to be refused.

import Big from 'big.js';
import { type Decimal, isMore, sameAmount } from '../base/money.ts';
import type { Verdict } from './sheet.ts';

export interface AmountDoubt {
  /** Whether the verdict says that the deal stands as it is, beside an amount that says otherwise. */
  readonly confirmed: boolean;
  /** How many times the smaller of both fits into the larger one, 10 or more; null: not as often. */
  readonly factor: number | null;
}

/** A digit too many or too few changes an amount this often. */
const DOUBTFUL_FACTOR = 10;

/** null where nothing is to be doubted: amounts in one currency. */
export function amountDoubt(
  verdict: Verdict | undefined,
  before: Decimal,
  after: Decimal,
): AmountDoubt | null {
  if (sameAmount(before, after)) return null;
  const confirmed = verdict === 'confirmed';
  const factor = factorBetween(before, after);
  return confirmed || factor !== null ? { confirmed, factor } : null;
}

function factorBetween(before: Decimal, after: Decimal): number | null {
  const [more, less] = isMore(after, before) ? [after, before] : [before, after];
  if (new Big(less).lte(0)) return null;
  const factor = new Big(more).div(less);
  return factor.gte(DOUBTFUL_FACTOR) ? factor.toNumber() : null;
}
