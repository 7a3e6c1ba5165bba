// The open deals of a diff that the mirrored CRM no longer has: they stay until a person decides, and are told.

import type { Day } from '../base/day.ts';
import { type Decimal, fromMinor, sumMinor } from '../base/money.ts';
import { outcomeOf } from '../deal/deal.ts';
import { type Bridge, closingOf } from '../movement/bridge.ts';

export interface MissingDeals {
  readonly count: number;
  /** What they add to the closing. */
  readonly value: Decimal;
  /** Ascending. */
  readonly ids: readonly string[];
}

interface Side {
  readonly deals: readonly {
    readonly id: string;
    readonly stage: string;
    readonly missing?: Day | undefined;
  }[];
}

/** @throws Failure `sum-too-large` */
export function missingDeals({ deals }: Side, bridge: Bridge, digits: number): MissingDeals {
  const found = deals.filter((row) => row.missing !== undefined && outcomeOf(row.stage) === 'open');
  const closing = found.length === 0 ? undefined : closingOf(bridge);
  const missing = found.flatMap(({ id }) => {
    const value = closing?.get(id);
    return value === undefined ? [] : [{ id, value }];
  });
  return {
    count: missing.length,
    value: fromMinor(sumMinor(missing.map(({ value }) => value)), digits),
    ids: missing.map(({ id }) => id).sort(),
  };
}
