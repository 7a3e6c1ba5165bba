// When an open deal is won, if it is won in the window: as such deals were in the windows of the past. Those that were due
// in one were won so many days after they were due; others so far through it.

import { ascending } from '../base/quantile.ts';
import { type CloseClass, closeClass } from './cells.ts';
import { isOpenAt, isWonIn, type Known, stateAt } from './known.ts';
import { placeIn, type Window } from './windows.ts';

/** Days of which each is as likely as the others. */
export interface LikelyDays {
  /** The day that they are counted from. */
  readonly from: number;
  /** Ascending: of these, `count` from the place `first` on. */
  readonly days: Float64Array;
  readonly first: number;
  readonly count: number;
}

/** @param references what became of the deals that stood open at their starts is what is learned */
export class WinDays {
  readonly #window: Window;
  readonly #lateness: Float64Array;
  readonly #places = new Map<CloseClass, Float64Array>();
  readonly #allPlaces: Float64Array;
  readonly #ofDueDay = new Map<number, LikelyDays>();

  constructor(known: Known, references: readonly Window[], window: Window) {
    this.#window = window;
    const days = window.to - window.from;
    const lateness: number[] = [];
    const places = new Map<CloseClass, number[]>();
    for (const reference of references) {
      for (const { closing, late, place } of winsIn(known, reference)) {
        if (closing === 'in') lateness.push(late);
        const found = places.get(closing) ?? [];
        found.push(Math.floor(place * days));
        places.set(closing, found);
      }
    }
    this.#lateness = ascending(lateness);
    for (const [closing, found] of places) this.#places.set(closing, ascending(found));
    const all = [...places.values()].flat();
    this.#allPlaces = all.length > 0 ? ascending(all) : Float64Array.from({ length: days }, (_, at) => at);
  }

  /** The days, all of them in the window, on which a deal that is due on a day may be won. */
  of(close: number | undefined): LikelyDays {
    const closing = closeClass(close, this.#window);
    if (close !== undefined && closing === 'in') return this.#dueOn(close);
    const days = this.#places.get(closing) ?? this.#allPlaces;
    return { from: this.#window.from, days, first: 0, count: days.length };
  }

  #dueOn(close: number): LikelyDays {
    const found = this.#ofDueDay.get(close) ?? this.#within(close);
    this.#ofDueDay.set(close, found);
    return found;
  }

  /** As late as others were, of what falls into the window; on the day itself where nothing does. */
  #within(close: number): LikelyDays {
    const { from, to } = this.#window;
    const days = this.#lateness;
    const [first, end] = [placeOf(days, from - close), placeOf(days, to - close)];
    return first < end
      ? { from: close, days, first, count: end - first }
      : { from: close, days: Float64Array.of(0), first: 0, count: 1 };
  }
}

/** Wins of what stood open at a window's start: how its due date lay, days from there to the win, how far through it (0 to 1). */
function* winsIn(
  known: Known,
  window: Window,
): Generator<{ closing: CloseClass; late: number; place: number }> {
  for (const deal of known.won) {
    if (deal.closed === undefined || !isWonIn(deal, window.from, window.to) || !isOpenAt(deal, window.at))
      continue;
    const state = stateAt(deal, window.at);
    if (state === undefined) continue;
    const late = deal.closed - (state.close ?? deal.closed);
    yield { closing: closeClass(state.close, window), late, place: placeIn(window, deal.closed) };
  }
}

/** The first place whose value is not below. */
function placeOf(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
