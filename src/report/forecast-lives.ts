// What is known of one deal, snapshot by snapshot.

import { epochDay } from '../base/day.ts';
import type { DealFacts, DealState, Ending } from '../forecast/history.ts';
import type { DealRow } from '../snapshot/row.ts';

/** A deal as the snapshots told it so far. */
export interface Life {
  readonly states: DealState[];
  readonly endings: Ending[];
  /** Its first id. */
  readonly seenAs: string;
  /** As they were first known; undefined: of no row yet. */
  first: DealFacts | undefined;
  readonly changed: (DealFacts & { readonly since: number })[];
  source: string;
  isOpen: boolean;
  slips: number;
  /** The row that was last looked at: most are the same object from snapshot to snapshot. */
  row: DealRow | undefined;
  /** The last snapshot that it was in, by its number. */
  seenIn: number;
}

export function newLife(seenAs: string): Life {
  return {
    states: [],
    endings: [],
    seenAs,
    first: undefined,
    changed: [],
    source: '',
    isOpen: false,
    slips: 0,
    row: undefined,
    seenIn: 0,
  };
}

/** The day of creation is the first one written down. */
export function learnFacts(life: Life, row: DealRow, listPrice: number | undefined, since: number): void {
  const last = life.changed.at(-1) ?? life.first;
  const created = last?.created ?? (row.created === undefined ? undefined : epochDay(row.created));
  const product = row.custom.product ?? '';
  if (last === undefined) life.first = { created, product, listPrice };
  else if (last.created !== created || last.product !== product || last.listPrice !== listPrice)
    life.changed.push({ since, created, product, listPrice });
}

export function opened(life: Life, row: DealRow, stage: string, since: number): void {
  if (!life.isOpen && life.endings.length > 0) {
    life.endings.push({ since, outcome: 'open', on: undefined, amount: undefined });
  }
  life.isOpen = true;
  const last = life.states.at(-1);
  const close = row.close === undefined ? undefined : epochDay(row.close);
  if (last?.close !== undefined && close !== undefined && close > last.close) life.slips++;
  const state: DealState = { since, stage, close, amount: row.value, slips: life.slips };
  const isSame =
    last !== undefined &&
    last.stage === stage &&
    last.close === close &&
    last.amount === state.amount &&
    last.slips === state.slips;
  if (!isSame) life.states.push(state);
}

/** Without a date it was closed when it was first seen closed; of the first snapshot nobody knows. */
export function closed(
  life: Life,
  row: DealRow,
  outcome: 'won' | 'lost',
  since: number,
  isFirst: boolean,
): void {
  const last = life.endings.at(-1);
  const seen = last?.outcome === outcome && !life.isOpen ? last.on : isFirst ? undefined : since - 1;
  const on = row.close === undefined ? seen : epochDay(row.close);
  const ending: Ending = { since, outcome, on, amount: outcome === 'won' ? row.value : undefined };
  life.isOpen = false;
  if (last?.outcome === outcome && last.on === on && last.amount === ending.amount) return;
  life.endings.push(ending);
}

/** Archived or removed while open: it left without a win. */
export function gone(life: Life, since: number): void {
  if (!life.isOpen) return;
  life.isOpen = false;
  life.endings.push({ since, outcome: 'lost', on: since - 1, amount: undefined });
}
