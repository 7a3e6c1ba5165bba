// What a deal is worth at both ends of a diff, and how much of the change is the rate's doing.

import type { Minor } from '../base/money.ts';
import type { Pair } from './pair.ts';
import { type Side, valueOn } from './side.ts';

/** Minor units of the reporting currency; a deal without a rate counts as 0. */
export interface Values {
  /** At A's rate; 0 where A does not have it. */
  readonly a: Minor;
  /** At B's rate; 0 where B does not have it. */
  readonly b: Minor;
  /** What B's rate makes of the amount in A, less its value in A; 0 between two currencies. */
  readonly revaluation: Minor;
  /** The ends at which its currency has no rate. */
  readonly missingAt: readonly ('a' | 'b')[];
}

/** One deal at both ends, with what it is worth there. */
export interface ComparedDeal extends Pair {
  readonly values: Values;
}

/** @throws Failure `sum-too-large` */
export function valuesOf({ a, b }: Pair, sideA: Side, sideB: Side): Values {
  const atA = a.state === 'absent' ? 0 : valueOn(sideA, a.row);
  const atB = b.state === 'absent' ? 0 : valueOn(sideB, b.row);
  const isSameCurrency = a.state !== 'absent' && b.state !== 'absent' && a.row.currency === b.row.currency;
  return {
    a: atA ?? 0,
    b: atB ?? 0,
    revaluation: isSameCurrency ? (valueOn(sideB, a.row) ?? 0) - (atA ?? 0) : 0,
    missingAt: [...(atA === undefined ? ['a' as const] : []), ...(atB === undefined ? ['b' as const] : [])],
  };
}
