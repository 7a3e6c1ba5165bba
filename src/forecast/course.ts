// How the period gets to where it ends: what is won by the end of each of its steps, in the same draws as the whole. Each win
// of a draw has a day; what a draw brings in all is stretched and scaled as a whole, and its days share in that alike.

import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { meanOf } from '../base/quantile.ts';
import { type Known, wonIn } from './known.ts';
import { type Range, rangeOf } from './range.ts';
import type { Target } from './spans.ts';
import { below, streamOf } from './stream.ts';
import type { LikelyDays } from './win-days.ts';
import type { Window } from './windows.ts';

/** What is won before a day; where that is known, P10, P50 and P90 are the same. */
export interface CoursePoint extends Range {
  readonly end: number;
  readonly isKnown: boolean;
}

export interface SharesAsked {
  readonly seed: string;
  /** How many draws. */
  readonly count: number;
  /** The rest of the period. */
  readonly window: Window;
  /** Ascending, all after the start of the window; the last is its end. */
  readonly ends: readonly number[];
  /** Of each open deal. */
  readonly days: readonly LikelyDays[];
}

/** Gathers, win by win and draw by draw, which share of what a draw brings is won by the end of each step. */
export class CourseShares {
  /** By step, then by draw: 0 to 1; not a number where a draw brought nothing. */
  readonly shares: readonly Float64Array[];
  readonly #asked: SharesAsked;
  readonly #stream: RandomGenerator;
  /** By day of the window. */
  readonly #stepOf: Uint16Array;
  readonly #open: Float64Array;
  readonly #fresh: Float64Array;

  constructor(asked: SharesAsked) {
    const { seed, window, ends, count } = asked;
    this.#asked = asked;
    this.#stream = streamOf(seed, 'days');
    this.#stepOf = Uint16Array.from({ length: window.to - window.from }, (_, at) =>
      ends.findIndex((end) => window.from + at < end),
    );
    [this.#open, this.#fresh] = [new Float64Array(ends.length), new Float64Array(ends.length)];
    this.shares = ends.map(() => new Float64Array(count));
  }

  /** An open deal, by its place among them, is won for the amount. */
  winOpen(deal: number, amount: number): void {
    const days = this.#asked.days[deal];
    if (days === undefined) return;
    const day = days.from + (days.days[days.first + below(this.#stream, days.count)] ?? 0);
    const step = this.#stepOf[day - this.#asked.window.from] ?? 0;
    this.#open[step] = (this.#open[step] ?? 0) + amount;
  }

  /** A deal that is not there yet is won for the amount. @param place how far through the window, 0 to below 1 */
  winFresh(place: number, amount: number): void {
    const { from, to } = this.#asked.window;
    const step = this.#stepOf[Math.floor(place * (to - from))] ?? 0;
    this.#fresh[step] = (this.#fresh[step] ?? 0) + amount;
  }

  /** The draw is over. @param worth the factor on what open deals brought in it */
  end(draw: number, worth: number): void {
    const sums = this.#open.map((open, step) => worth * open + (this.#fresh[step] ?? 0));
    for (let step = 1; step < sums.length; step++) sums[step] = (sums[step] ?? 0) + (sums[step - 1] ?? 0);
    const all = sums.at(-1) ?? 0;
    for (const [step, shares] of this.shares.entries()) shares[draw] = (sums[step] ?? 0) / all;
    this.#open.fill(0);
    this.#fresh.fill(0);
  }
}

export interface CourseAsked {
  readonly known: Known;
  readonly target: Target;
  readonly ends: readonly number[];
  /** Of the steps that are not over. */
  readonly shares: readonly Float64Array[];
  /** What each draw says of the whole period. */
  readonly draws: Float64Array;
}

/**
 * A point for each end, and one for where the forecast stands within the period. P10, P50 and P90 never fall from one to
 * the next, and the last has those of the draws.
 */
export function courseOf({ known, target, ends, shares, draws }: CourseAsked): CoursePoint[] {
  const wonBy = (day: number) => wonIn(known, target.from, Math.min(day, target.to));
  const won = wonBy(known.at);
  const ahead = ends.filter((end) => end > known.at);
  const over = new Set(ends.filter((end) => end <= known.at));
  if (ahead.length > 0 && known.at > target.from) over.add(known.at);
  return [
    ...[...over].map((end) => pointOf(end, wonBy(end))),
    ...ahead.map((end, step) => {
      const isLast = step === ahead.length - 1;
      return { end, isKnown: false, ...rangeOf(isLast ? draws : partsOf(draws, won, shares[step])) };
    }),
  ];
}

function pointOf(end: number, won: number): CoursePoint {
  return { end, isKnown: true, p10: won, p50: won, p90: won };
}

/** Where a draw has no wins of its own to go by, the others' mean share stands in: something may be foreseen without any. */
function partsOf(draws: Float64Array, won: number, shares: Float64Array = new Float64Array(0)): Float64Array {
  const mean = meanOf([...shares].filter((share) => !Number.isNaN(share))) ?? 0;
  return draws.map((draw, at) => {
    const share = shares[at] ?? Number.NaN;
    return Math.min(won + (Number.isNaN(share) ? mean : share) * (draw - won), draw);
  });
}
