// Money in a sentence or of a mean: nobody reads the pennies there.

import { type Decimal, fromMinor, toMinor } from '../base/money.ts';
import type { Cell } from './page.ts';

/** The amount in whole units of its currency. */
export function wholeMoney(amount: Decimal, signed = false): Cell {
  const whole = fromMinor(toMinor(amount, 0), 0);
  return { kind: 'money', amount: whole, ...(signed ? { signed } : {}) };
}
