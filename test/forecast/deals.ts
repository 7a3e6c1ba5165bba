// Small histories for tests, written by days.

import { day, epochDay } from '../../src/base/day.ts';
import type { DealHistory } from '../../src/forecast/history.ts';

export const on = (text: string): number => epochDay(day(text));

export interface Life {
  readonly id: string;
  readonly created?: string;
  readonly won?: string;
  readonly lost?: string;
  readonly amount?: number;
  readonly known?: number;
  readonly close?: string;
  readonly product?: string;
  readonly listPrice?: number;
}

/** A deal of one stage: written down on the day it was created, closed on the day that it says. */
export function deal(life: Life): DealHistory {
  const created = life.created === undefined ? undefined : on(life.created);
  const closed = life.won ?? life.lost;
  const outcome = life.won === undefined ? 'lost' : 'won';
  return {
    id: life.id,
    created,
    product: life.product ?? '',
    listPrice: life.listPrice,
    states:
      created === undefined
        ? []
        : [
            {
              since: created + 1,
              stage: 'open',
              close: life.close === undefined ? undefined : on(life.close),
              amount: life.known,
              slips: 0,
            },
          ],
    endings:
      closed === undefined
        ? []
        : [
            {
              since: on(closed) + 1,
              outcome,
              on: on(closed),
              amount: life.won === undefined ? undefined : life.amount,
            },
          ],
  };
}

/** So many deals a month of 2025 and 2026, each won or lost after a month, by turns. */
export function steadily(count: number, amount = 100): DealHistory[] {
  const deals: DealHistory[] = [];
  for (let month = 0; month < 24; month++) {
    const year = month < 12 ? 2025 : 2026;
    const name = (at: number) => String((at % 12) + 1).padStart(2, '0');
    for (let at = 0; at < count; at++) {
      const created = `${year}-${name(month)}-${String(1 + (at % 28)).padStart(2, '0')}`;
      const after =
        month === 23 ? undefined : `${month < 11 ? 2025 : 2026}-${name(month + 1)}-${created.slice(8)}`;
      const ending = after === undefined ? {} : at % 2 === 0 ? { won: after, amount } : { lost: after };
      deals.push(deal({ id: `m${String(month).padStart(2, '0')}-${at}`, created, known: amount, ...ending }));
    }
  }
  return deals;
}
