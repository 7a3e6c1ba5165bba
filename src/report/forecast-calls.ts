// What people say that the period will bring, beside the forecast of it, and where less is said than is won already.

import type { Day } from '../base/day.ts';
import { type Decimal, fromMinor, sumMinor, toMinor } from '../base/money.ts';
import { isWonIn, knownAt } from '../forecast/known.ts';
import type { Target } from '../forecast/spans.ts';
import { callsOf, type HumanCall } from '../human-calls/human-call.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { Basis } from './forecast-basis.ts';
import { type HumanCallView, humanCallView } from './human-calls.ts';

export interface CallBeside extends Omit<HumanCallView, 'period' | 'week' | 'currency'> {
  /** Of the deals that the call is about, in the period so far. */
  readonly won: Decimal;
  /** It says less than that. */
  readonly is_below_won: boolean;
}

export interface CallsBeside {
  /** The latest of each; that of all deals first, then by amount. */
  readonly calls: readonly CallBeside[];
  /** What owners say together, where several do; the others are not in it. */
  readonly calls_of_owners: { readonly owners: number; readonly amount: Decimal } | null;
}

export interface CallsBesideAsked {
  readonly calls: readonly HumanCall[];
  /** As calls name it. */
  readonly period: string;
  /** Undefined: of everybody. */
  readonly owner: string | undefined;
  readonly ownerOf: (row: DealRow) => string;
  /** Only those that were known before that day. */
  readonly before: Day;
}

/** @throws Failure `sum-too-large` */
export function callsBeside(basis: Basis, target: Target, asked: CallsBesideAsked): CallsBeside {
  const { period, owner, before } = asked;
  const { currency, digits } = basis;
  const counting = callsOf(asked.calls, { period, currency, before });
  const known = knownAt(basis.history, basis.at);
  const won = known.won.filter((deal) => isWonIn(deal, target.from, Math.min(known.at, target.to)));
  const wonBy = (of: string) =>
    won
      .filter(({ id }) => of === '' || of === owner || ownerIn(basis.rows.get(id), asked) === of)
      .reduce((sum, { final = 0 }) => sum + final, 0);
  const calls = [...counting.values()]
    .filter((call) => owner === undefined || call.owner === owner)
    .map((call): CallBeside => {
      const soFar = Math.round(wonBy(call.owner));
      const { period: _, week: __, currency: ___, ...said } = humanCallView(call);
      return {
        ...said,
        won: fromMinor(soFar, digits),
        is_below_won: Number(toMinor(call.amount, digits)) < soFar,
      };
    })
    .sort(
      (a, b) =>
        Number(a.owner !== null) - Number(b.owner !== null) ||
        Number(b.amount) - Number(a.amount) ||
        ((a.owner ?? '') < (b.owner ?? '') ? -1 : 1),
    );
  const owners = calls.filter((call) => call.owner !== null);
  const sum = () => fromMinor(sumMinor(owners.map(({ amount }) => toMinor(amount, digits))), digits);
  return {
    calls,
    calls_of_owners: owners.length < 2 ? null : { owners: owners.length, amount: sum() },
  };
}

function ownerIn(row: DealRow | undefined, { ownerOf }: CallsBesideAsked): string {
  return row === undefined ? '' : ownerOf(row);
}
