// Step 2: deals that are alike: stage and close date, then amount, then age and whether it slipped before.

import { ascending, quantile } from '../base/quantile.ts';
import type { DealState } from './history.ts';
import type { KnownDeal } from './known.ts';
import type { Window } from './windows.ts';

/** Where an open deal's expected close date lies, seen from a window. */
export type CloseClass = 'no-date' | 'overdue' | 'before' | 'in' | 'later';

/** Days since creation: the first of each band. */
export const AGE_BANDS = [0, 8, 15, 31, 61, 91, 121, 181, 366] as const;

/** What cells a deal is in, from the coarse one to the fine one. */
export interface Cell {
  readonly stage: string;
  readonly closing: CloseClass;
  /** 0 to 2: thirds of amounts. */
  readonly band: number;
  readonly slipped: boolean;
  /** Index into AGE_BANDS. */
  readonly age: number;
}

/** Before: due between the day of the forecast and a period that has not begun. */
export function closeClass(close: number | undefined, window: Window): CloseClass {
  if (close === undefined) return 'no-date';
  if (close < window.at) return 'overdue';
  if (close < window.from) return 'before';
  return close < window.to ? 'in' : 'later';
}

export function cellOf(
  deal: KnownDeal,
  state: DealState,
  amount: number,
  window: Window,
  thirds: Thirds,
): Cell {
  return {
    stage: state.stage,
    closing: closeClass(state.close, window),
    band: amount <= thirds.low ? 0 : amount <= thirds.high ? 1 : 2,
    slipped: state.slips > 0,
    age: ageBand(window.at - deal.created),
  };
}

function ageBand(days: number): number {
  let band = AGE_BANDS.length - 1;
  while (band > 0 && days < (AGE_BANDS[band] ?? 0)) band--;
  return band;
}

/** Where amounts are cut in three. */
export interface Thirds {
  readonly low: number;
  readonly high: number;
}

export function thirdsOf(amounts: Iterable<number>): Thirds {
  const sorted = ascending(amounts);
  return { low: quantile(sorted, 1 / 3), high: quantile(sorted, 2 / 3) };
}

const CLASSES: readonly CloseClass[] = ['no-date', 'overdue', 'before', 'in', 'later'];
const BANDS = 3;
const KINDS = 2 * AGE_BANDS.length;

/** Numbers the cells that there are, each with the coarser ones above it. */
export class CellIndex {
  readonly #stages = new Numbers<string>();
  readonly #coarse = new Numbers<number>();
  readonly #banded = new Numbers<number>();
  readonly #fine = new Numbers<number>();
  /** Of each fine cell, the number of the one with its amount band; of each of these, of the one with its stage and close date. */
  readonly banded: number[] = [];
  readonly staged: number[] = [];
  /** An example of each of the coarsest. */
  readonly examples: Cell[] = [];

  get size(): number {
    return this.banded.length;
  }

  /** The number of the finest cell, from 0 on. */
  of(cell: Cell): number {
    const coarseKey = this.#stages.of(cell.stage) * CLASSES.length + CLASSES.indexOf(cell.closing);
    const bandKey = coarseKey * BANDS + cell.band;
    const fine = this.#fine.of(bandKey * KINDS + cell.age * 2 + (cell.slipped ? 1 : 0));
    if (fine < this.banded.length) return fine;
    const coarse = this.#coarse.of(coarseKey);
    if (coarse === this.examples.length) this.examples.push(cell);
    const band = this.#banded.of(bandKey);
    if (band === this.staged.length) this.staged.push(coarse);
    this.banded.push(band);
    return fine;
  }
}

/** Numbers keys from 0 on, in the order in which they come. */
class Numbers<Key> {
  readonly #numbers = new Map<Key, number>();

  of(key: Key): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}
