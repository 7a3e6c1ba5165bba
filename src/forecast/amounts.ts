// What an open deal is taken to be worth, and what became of such amounts in the end.

import { type Known, type KnownDeal, stateAt } from './known.ts';

/** What is taken for an amount that nobody wrote down. */
export type StandIn = 'list-price' | 'mean-of-wins';

/** Amounts as of one day: those known, and stand-ins from what was won before it. */
export interface Amounts {
  /** What was known at the start of the day, else the stand-in; 0 where there is none. */
  at(deal: KnownDeal, day: number): number;
  /** Final ÷ known of the latest 500 wins, a window's half before they were closed; empty where there are fewer than 10. */
  readonly ratios: readonly number[];
  /** Their mean; 1 where there are none. */
  readonly meanRatio: number;
}

const LATEST_WINS = 500;
const FEWEST_WINS = 10;

/** @param lag how many days before a closing its amount is looked up: half of the days that are forecast */
export function amountsOf(known: Known, lag: number): Amounts {
  let standIn: ((deal: KnownDeal) => number) | undefined;
  const at = (deal: KnownDeal, day: number): number => {
    const amount = stateAt(deal, day)?.amount;
    if (amount !== undefined) return amount;
    standIn ??= standInsOf(known.won);
    return standIn(deal);
  };
  const ratios = ratiosOf(known.won, lag, at);
  const sum = ratios.reduce((total, ratio) => total + ratio, 0);
  return { at, ratios, meanRatio: ratios.length === 0 ? 1 : sum / ratios.length };
}

/** List price, else the product's mean won amount, else that of all. */
function standInsOf(won: readonly KnownDeal[]): (deal: KnownDeal) => number {
  const byProduct = new Map<string, { sum: number; count: number }>();
  const all = { sum: 0, count: 0 };
  for (const { final, product } of won) {
    if (final === undefined) continue;
    const own = byProduct.get(product) ?? { sum: 0, count: 0 };
    byProduct.set(product, own);
    for (const mean of [own, all]) {
      mean.sum += final;
      mean.count++;
    }
  }
  return ({ listPrice, product }) => {
    const { sum, count } = byProduct.get(product) ?? all;
    return listPrice ?? (count === 0 ? 0 : sum / count);
  };
}

function ratiosOf(
  won: readonly KnownDeal[],
  lag: number,
  at: (deal: KnownDeal, day: number) => number,
): number[] {
  const wins = won
    .filter(({ seen, final }) => seen !== undefined && final !== undefined)
    .sort((a, b) => (b.closed ?? 0) - (a.closed ?? 0))
    .slice(0, LATEST_WINS);
  const ratios: number[] = [];
  for (const deal of wins) {
    const before = at(deal, Math.max((deal.closed ?? 0) - lag, deal.seen ?? 0));
    if (before > 0) ratios.push((deal.final ?? 0) / before);
  }
  return ratios.length < FEWEST_WINS ? [] : ratios;
}
