// What a change request does to close dates, beside what every diff tells: the facts of one sentence about it.

import type { Day } from '../base/day.ts';
import { type Decimal, fromMinor, type Minor, sumMinor } from '../base/money.ts';
import type { Period } from '../base/period.ts';
import { bridgeOf } from '../movement/bridge.ts';
import type { Comparison } from '../movement/compare.ts';
import type { Scope } from '../movement/scope.ts';
import type { ScopedDeal } from './diff-deals.ts';

/** Which commits a diff is between. */
export interface CommitEnds {
  readonly base: string;
  /** null: the work tree. */
  readonly head: string | null;
}

interface DateMoves {
  readonly deals: number;
  /** Of all of them together; those without a date at one end add none. */
  readonly days: number;
  /** What it put into the period less what it took out of it. */
  readonly value_in_period: Decimal;
}

export interface CommitsView extends CommitEnds {
  /** The scope's, else the quarter of the later end. */
  readonly period: string;
  /** Whether that is the quarter that today is in. */
  readonly is_this_quarter: boolean;
  readonly slipped: DateMoves;
  readonly pulled_in: DateMoves;
}

/** @throws Failure `sum-too-large` */
export function commitsView(
  ends: CommitEnds & { readonly today: Day },
  deals: readonly ScopedDeal[],
  comparison: Comparison,
  { scope, period, quarter }: { readonly scope: Scope; readonly period: Period; readonly quarter: Period },
): CommitsView {
  const { flows } = bridgeOf(comparison, { ...scope, period });
  const moved = (kind: 'slipped' | 'pulled-in'): DateMoves => {
    const days: number[] = [];
    const values: Minor[] = [];
    for (const { id, movements } of deals) {
      const movement = movements.find((one) => one.kind === kind);
      if (movement === undefined || !('days' in movement)) continue;
      days.push(movement.days ?? 0);
      for (const { bar, value } of flows.get(id)?.entries ?? []) {
        if (bar === 'pulled-in') values.push(value);
        if (bar === 'pushed-out') values.push(-value);
      }
    }
    return {
      deals: days.length,
      days: days.reduce((sum, count) => sum + count, 0),
      value_in_period: fromMinor(sumMinor(values), comparison.b.digits),
    };
  };
  const { base, head, today } = ends;
  return {
    base,
    head,
    period: period.name,
    is_this_quarter: period.name === quarter.name && quarter.from <= today && today <= quarter.to,
    slipped: moved('slipped'),
    pulled_in: moved('pulled-in'),
  };
}
