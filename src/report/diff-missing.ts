// The open deals of a diff that the mirrored CRM no longer has: they stay until a person decides, and are told.

import type { Day } from '../base/day.ts';
import { type Decimal, fromMinor, sumMinor } from '../base/money.ts';
import { outcomeOf } from '../deal/deal.ts';
import type { Bridge } from '../movement/bridge.ts';

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
export function missingDeals({ deals }: Side, { flows }: Bridge, digits: number): MissingDeals {
  const missing = deals.filter(
    ({ id, stage, missing: since }) =>
      since !== undefined && outcomeOf(stage) === 'open' && flows.get(id)?.after !== undefined,
  );
  return {
    count: missing.length,
    value: fromMinor(sumMinor(missing.map(({ id }) => flows.get(id)?.after ?? 0)), digits),
    ids: missing.map(({ id }) => id).sort(),
  };
}
