// An amount as the currency can hold it.

import { type Decimal, decimalsOf, digitsOf, isCountable, toDecimal } from '../base/money.ts';
import { type Said, said } from '../base/said.ts';

/** The amount with no more decimals than the currency has; noughts behind them are no decimals. */
export function fittedAmount(amount: Decimal, currency: string, complaints: Said[]): Decimal {
  if (!isCountable(amount))
    complaints.push(said('the amount {amount} has more than 12 digits before the point', { amount }));
  const digits = digitsOf(currency);
  if (decimalsOf(amount) <= digits) return amount;
  const [whole = '', fraction = ''] = amount.split('.');
  const kept = fraction.replace(/0+$/, '').padEnd(digits, '0');
  if (kept.length > digits)
    complaints.push(said('the amount {amount} has more decimals than {currency}', { amount, currency }));
  return toDecimal(kept === '' ? whole : `${whole}.${kept}`) ?? amount;
}
