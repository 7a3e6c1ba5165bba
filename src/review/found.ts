// What reviews found of some deals together: how many were filled in, and how often amount and date were not as said.

import { type Minor, sumMinor } from '../base/money.ts';
import { medianDays } from '../snapshot/stage-days.ts';
import type { Judged } from './judged.ts';
import { VERDICTS, type Verdict } from './sheet.ts';

export interface Found {
  readonly drawn: number;
  readonly filledIn: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Filled in, and what they are worth is known: what the next three are of. */
  readonly valued: number;
  readonly amountChanged: number;
  /** What was said of those that are filled in, and what the reviews found. */
  readonly said: Minor;
  readonly found: Minor;
  readonly dateMoved: number;
  /** Later is positive; the median of those moved whose former date is known. Undefined for none. */
  readonly medianDays: number | undefined;
}

export function foundIn(deals: readonly Judged[]): Found {
  const answered = deals.filter(({ answer }) => answer !== undefined);
  const valued = answered.filter(({ reviewed }) => reviewed !== undefined);
  const moved = answered.filter((deal) => deal.moved !== undefined);
  const verdicts = VERDICTS.map((verdict) => [
    verdict,
    answered.filter(({ answer }) => answer?.verdict === verdict).length,
  ]);
  return {
    drawn: deals.length,
    filledIn: answered.length,
    verdicts: Object.fromEntries(verdicts),
    valued: valued.length,
    amountChanged: valued.filter(isRevalued).length,
    said: sumMinor(valued.map(({ value = 0 }) => value)),
    found: sumMinor(valued.map(({ reviewed = 0 }) => reviewed)),
    dateMoved: moved.length,
    medianDays: medianDays(moved.flatMap((deal) => deal.moved?.days ?? [])),
  };
}

/** Whether the review found another value; a deal without one was said to be worth nothing. */
export function isRevalued({ value = 0, reviewed }: Judged): boolean {
  return reviewed !== undefined && reviewed !== value;
}
