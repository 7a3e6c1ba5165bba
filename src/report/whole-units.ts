// What is estimated, in money.

import type { Minor } from '../base/money.ts';

/** What is estimated is told in whole units of the currency: cents would claim to be known. */
export function wholeUnits(minor: number, digits: number): Minor {
  const unit = 10 ** digits;
  return Math.round(minor / unit) * unit;
}
