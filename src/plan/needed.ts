// The multiplier that a plan needs, from what the past shows: how much was open and due at the same day of earlier
// periods for each unit that was then still won (docs/plan.md).

import type { Minor } from '../base/money.ts';
import type { Period } from '../base/period.ts';
import { medianOf } from '../base/quantile.ts';
import { idsOf } from '../deal/former-ids.ts';
import { type DealRow, worthOf } from '../snapshot/row.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type Closings, closingsIn, dueIn } from './closings.ts';

/** As many complete periods are looked at. */
export const PERIODS_BACK = 8;
/** Fewer with something still won are no history. */
const FEWEST_PERIODS = 3;

/** An earlier period as it stood at the same day, and what came of it. */
export interface EarlierStand {
  readonly period: string;
  /** Open value due in the period, in minor units. */
  readonly due: Minor;
  /** What was won in it after that. */
  readonly stillWon: Minor;
}

export type Needed =
  | {
      readonly from: 'history';
      readonly multiplier: number;
      readonly periods: readonly EarlierStand[];
      /** Periods with nothing still won. */
      readonly leftOut: number;
    }
  /** The weaker reading: 1 ÷ win rate by value. */
  | {
      readonly from: 'win-rate';
      readonly multiplier: number;
      readonly won: Minor;
      readonly decided: Minor;
      /** How many deals were won or lost. */
      readonly deals: number;
      readonly periods: readonly string[];
    };

/**
 * How the period stood in that snapshot.
 * @param now the state that tells what came of it
 */
export function standThen(
  then: Snapshot,
  now: Pick<Snapshot, 'deals' | 'archived'>,
  period: Period,
  isChosen: (row: DealRow) => boolean,
): EarlierStand {
  const wonThen = new Set(closingsIn(then, period, isChosen).won.map(({ id }) => id));
  const wonNow = closingsIn(now, period, isChosen).won;
  const stillWon = wonNow.filter((row) => !idsOf(row).some((id) => wonThen.has(id)));
  return {
    period: period.name,
    due: worthOf(dueIn(then, period, isChosen)),
    stillWon: worthOf(stillWon),
  };
}

/** The median of due ÷ still won; undefined where fewer than 3 periods tell it. */
export function neededFromHistory(stands: readonly EarlierStand[]): Needed | undefined {
  const telling = stands.filter(({ stillWon }) => stillWon > 0);
  if (telling.length < FEWEST_PERIODS) return undefined;
  return {
    from: 'history',
    multiplier: medianOf(telling.map(({ due, stillWon }) => due / stillWon)),
    periods: telling,
    leftOut: stands.length - telling.length,
  };
}

/**
 * 1 ÷ win rate by value over these periods; undefined where nothing was won in them, or where no lost deal has a value:
 * by value nothing was ever lost, and 1 would say that whatever is open comes in.
 */
export function neededFromWinRate(
  closings: readonly (Closings & { readonly period: string })[],
): Needed | undefined {
  const won = worthOf(closings.flatMap((of) => of.won));
  const lost = closings.flatMap((of) => of.lost);
  const decided = won + worthOf(lost);
  if (won <= 0 || decided <= won) return undefined;
  const deals = lost.length + closings.reduce((sum, of) => sum + of.won.length, 0);
  const periods = closings.filter((of) => of.won.length + of.lost.length > 0).map(({ period }) => period);
  return { from: 'win-rate', multiplier: decided / won, won, decided, deals, periods };
}
