// What a reference window tells: of the deals that stood open at its start, by cell, how many there were and how many
// were won in it; and what was won in it of deals that came after its start.

import type { Amounts, StandIn } from './amounts.ts';
import { type CellIndex, cellOf, type Thirds } from './cells.ts';
import { isOpenAt, isWonIn, type Known, openOn, stateAt } from './known.ts';
import { placeIn, type Window } from './windows.ts';

export interface Tally {
  readonly window: Window;
  /** By cell: how many stood open, how many of them were won, what they were taken to be worth, and its squares. */
  readonly open: readonly number[];
  readonly won: readonly number[];
  readonly worth: readonly number[];
  readonly worthSquared: readonly number[];
  /** Final amounts of those won. */
  readonly finals: number;
  readonly fresh: readonly FreshWin[];
}

/** A deal that was won in a window and not known at its start. */
export interface FreshWin {
  /** The final one. */
  readonly amount: number;
  /** How far through the window it was won, 0 to below 1. */
  readonly place: number;
}

/** A deal that stands open at a day. */
export interface OpenDeal {
  readonly id: string;
  readonly cell: number;
  readonly amount: number;
  readonly standIn: StandIn | undefined;
  readonly stage: string;
  readonly close: number | undefined;
}

/** The deals that stand open at a window's start, in order of their ids. */
export function openDeals(
  known: Known,
  window: Window,
  amounts: Amounts,
  thirds: Thirds,
  cells: CellIndex,
): OpenDeal[] {
  const found: OpenDeal[] = [];
  for (const deal of openOn(known, window.at)) {
    const state = stateAt(deal, window.at);
    if (state === undefined) continue;
    const amount = amounts.at(deal, window.at);
    const cell = cells.of(cellOf(deal, state, amount, window, thirds));
    const standIn =
      state.amount !== undefined ? undefined : deal.listPrice === undefined ? 'mean-of-wins' : 'list-price';
    found.push({ id: deal.id, cell, amount, standIn, stage: state.stage, close: state.close });
  }
  return found;
}

/** Counts one window. Cells that no deal was in are holes in its lists. */
export function tallyOf(
  known: Known,
  window: Window,
  amounts: Amounts,
  thirds: Thirds,
  cells: CellIndex,
): Tally {
  const lists = {
    open: [] as number[],
    won: [] as number[],
    worth: [] as number[],
    worthSquared: [] as number[],
  };
  const add = (list: number[], cell: number, value: number): void => {
    list[cell] = (list[cell] ?? 0) + value;
  };
  let finals = 0;
  for (const deal of openOn(known, window.at)) {
    const state = stateAt(deal, window.at);
    if (state === undefined) continue;
    const amount = amounts.at(deal, window.at);
    const cell = cells.of(cellOf(deal, state, amount, window, thirds));
    add(lists.open, cell, 1);
    add(lists.worth, cell, amount);
    add(lists.worthSquared, cell, amount * amount);
    if (!isWonIn(deal, window.from, window.to)) continue;
    add(lists.won, cell, 1);
    finals += deal.final ?? 0;
  }
  return { window, ...lists, finals, fresh: freshIn(known, window) };
}

/** What was won in the window and not known at its start. */
export function freshIn(known: Known, window: Window): FreshWin[] {
  const found: FreshWin[] = [];
  for (const deal of known.won) {
    const { closed, final: amount = 0 } = deal;
    if (closed === undefined || !isWonIn(deal, window.from, window.to) || isOpenAt(deal, window.at)) continue;
    found.push({ amount, place: placeIn(window, closed) });
  }
  return found;
}
