// Why two deals look like one, and how much each reason weighs.

import { fold } from '../base/fold.ts';
import { sameAmount } from '../base/money.ts';
import { type Sayable, said } from '../base/said.ts';
import type { DealRow } from '../snapshot/row.ts';
import { areNear, type NameKey } from './alike-names.ts';

export interface Reason {
  readonly what: 'source' | 'account' | 'name' | 'amount' | 'close' | 'created' | 'owner';
  /** `same account`. */
  readonly text: Sayable;
  /** Its part of the score. */
  readonly weight: number;
}

/** What deals are told apart by. */
export type AlikeRow = Pick<
  DealRow,
  | 'id'
  | 'name'
  | 'account'
  | 'owner'
  | 'amount'
  | 'currency'
  | 'value'
  | 'created'
  | 'recorded'
  | 'close'
  | 'activities'
  | 'source'
>;

/** A deal, with what its name and account tell. */
export interface Known {
  readonly row: AlikeRow;
  /** Its place in the order of keeping. */
  readonly rank: number;
  /** '' where it has none, or one that is none. */
  readonly account: string;
  readonly name: NameKey;
  /** What its name tells with and without the same account. */
  readonly isOfAKind: boolean;
  readonly isTelling: boolean;
}

/** In hundredths. */
const WEIGHTS = {
  source: 100,
  account: 35,
  name: { same: 35, near: 25, ofAKind: 5 },
  amount: { same: 15, near: 5 },
  close: 5,
  created: 5,
  owner: 5,
} as const;

/** By so much of the larger one amounts may differ and still be near. */
const AMOUNTS_APART = 0.1;

/** Of two with one source. */
export function sameRecord(source: string): Reason {
  return reason('source', said('same record {source}', { source }), WEIGHTS.source);
}

/** Of two in one account. None where the names are apart, or one record was found already. */
export function withinAccount(a: Known, b: Known): Reason[] {
  if (isOneRecord(a, b) || !areNear(a.name, b.name)) return [];
  return [
    reason('account', 'same account', WEIGHTS.account),
    nameReason(a, b),
    ...furtherReasons(a.row, b.row),
  ];
}

/** Of two of one name. None where one record was found already. */
export function acrossAccounts(a: Known, b: Known): Reason[] {
  if (isOneRecord(a, b)) return [];
  return [reason('name', 'same name', WEIGHTS.name.same), ...furtherReasons(a.row, b.row)];
}

function isOneRecord(a: Known, b: Known): boolean {
  return a.row.source !== '' && a.row.source === b.row.source;
}

function nameReason(a: Known, b: Known): Reason {
  if (a.name.words !== b.name.words) return reason('name', 'near-same name', WEIGHTS.name.near);
  if (!a.isOfAKind) return reason('name', 'same name', WEIGHTS.name.same);
  return reason('name', 'same name, of a kind that many have', WEIGHTS.name.ofAKind);
}

function furtherReasons(a: AlikeRow, b: AlikeRow): Reason[] {
  const reasons: Reason[] = [];
  const amount = amountWeight(a, b);
  if (amount === WEIGHTS.amount.same) reasons.push(reason('amount', 'same amount', amount));
  else if (amount > 0) reasons.push(reason('amount', 'near-same amount', amount));
  if (a.close !== undefined && a.close === b.close)
    reasons.push(reason('close', 'same close date', WEIGHTS.close));
  if (a.created !== undefined && a.created === b.created)
    reasons.push(reason('created', 'created on the same day', WEIGHTS.created));
  if (a.owner !== '' && fold(a.owner) === fold(b.owner))
    reasons.push(reason('owner', 'same owner', WEIGHTS.owner));
  return reasons;
}

/** Nothing is the same as nothing. */
function amountWeight(a: AlikeRow, b: AlikeRow): number {
  if (a.amount === undefined || b.amount === undefined) return 0;
  if (a.currency === b.currency && sameAmount(a.amount, b.amount)) {
    return Number(a.amount) === 0 ? 0 : WEIGHTS.amount.same;
  }
  if (a.value === undefined || b.value === undefined) return 0;
  const larger = Math.max(Math.abs(a.value), Math.abs(b.value));
  return Math.abs(a.value - b.value) <= larger * AMOUNTS_APART ? WEIGHTS.amount.near : 0;
}

function reason(what: Reason['what'], text: Sayable, hundredths: number): Reason {
  return { what, text, weight: hundredths / 100 };
}
