// Which exchange rates are in force on a day.

import type { Day } from '../base/day.ts';
import { type Decimal, toDecimal } from '../base/money.ts';
import type { Settings } from './settings.ts';

const ONE = toDecimal('1');

/**
 * One unit of each currency in reporting currency: the newest entry of each that is dated that day or before.
 * A currency without one is absent; the reporting currency itself is 1.
 */
export function ratesOn(
  settings: Pick<Settings, 'currency' | 'rates'>,
  on: Day,
): Readonly<Record<string, Decimal>> {
  const inForce: Record<string, Decimal> = {};
  for (const dated of settings.rates) {
    if (dated.on <= on) Object.assign(inForce, dated.rates);
  }
  if (ONE !== undefined) inForce[settings.currency] = ONE;
  return inForce;
}
