// One end of a diff: what it reads of a snapshot, and what a deal's amount is worth there.

import { type Decimal, type Minor, valueAt } from '../base/money.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** The columns of a deal's row that movements are read from; nothing else is compared. */
export type MovementRow = Pick<
  DealRow,
  | 'id'
  | 'name'
  | 'account'
  | 'owner'
  | 'stage'
  | 'amount'
  | 'currency'
  | 'close'
  | 'stages'
  | 'lostReason'
  | 'source'
  | 'was'
  | 'problem'
>;

/** The parts of a snapshot that a diff reads. Every Snapshot is one. */
export interface Side
  extends Pick<Snapshot, 'on' | 'reportingCurrency' | 'digits' | 'rates'>,
    Partial<Pick<Snapshot, 'origin' | 'assumed'>> {
  readonly process: Pick<Snapshot['process'], 'stages'>;
  readonly deals: readonly MovementRow[];
  readonly archived: readonly MovementRow[];
}

/** One that is told of by its name: a snapshot, or `now` for the working set. */
export interface NamedSide extends Side {
  readonly name: string;
}

/** Whether a backfilled side has another moment's value in that column: it is a witness of nothing there. */
export function isAssumed({ assumed = [] }: Pick<Side, 'assumed'>, column: string): boolean {
  return assumed.includes(column);
}

/**
 * Amount × that side's rate in minor units of the reporting currency, rounded half even (docs/decisions/02-money.md).
 * A missing amount counts as 0; undefined where the currency has no rate.
 * @throws Failure `sum-too-large`
 */
export function valueOn(
  side: Pick<Side, 'reportingCurrency' | 'digits' | 'rates'>,
  money: { readonly amount: Decimal | undefined; readonly currency: string },
): Minor | undefined {
  if (money.amount === undefined) return 0;
  const rate =
    money.currency === side.reportingCurrency ? ('1' as Decimal) : ownRate(side.rates, money.currency);
  return rate === undefined ? undefined : valueAt(money.amount, rate, side.digits);
}

/** The rate of a currency. It is text from a file: `constructor` must not find one. */
export function ownRate(rates: Side['rates'], currency: string): Decimal | undefined {
  return Object.hasOwn(rates, currency) ? rates[currency] : undefined;
}
