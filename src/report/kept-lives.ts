// How the lives of deals are kept between runs. book/kept-past.ts counts the shapes of it.

import type { Ending } from '../forecast/history.ts';
import type { Life } from './forecast-lives.ts';

/** In a fixed order, as short as it gets: a workspace has tens of thousands of states. */
export type KeptLife = readonly [
  id: string,
  seenAs: string,
  source: string,
  isOpen: boolean,
  slips: number,
  seenIn: number,
  facts: readonly KeptFacts[],
  states: readonly KeptState[],
  endings: readonly KeptEnding[],
];

/** Of the first ones no day is kept. */
type KeptFacts = readonly [
  since: number | null,
  created: number | null,
  product: string,
  listPrice: number | null,
];
type KeptState = readonly [
  since: number,
  stage: string,
  close: number | null,
  amount: number | null,
  slips: number,
];
type KeptEnding = readonly [
  since: number,
  outcome: Ending['outcome'],
  on: number | null,
  amount: number | null,
];

export function toKeptLife(id: string, life: Life): KeptLife {
  const facts = [...(life.first === undefined ? [] : [{ since: null, ...life.first }]), ...life.changed];
  return [
    id,
    life.seenAs,
    life.source,
    life.isOpen,
    life.slips,
    life.seenIn,
    facts.map(({ since, created, product, listPrice }) => [
      since,
      created ?? null,
      product,
      listPrice ?? null,
    ]),
    life.states.map(({ since, stage, close, amount, slips }) => [
      since,
      stage,
      close ?? null,
      amount ?? null,
      slips,
    ]),
    life.endings.map(({ since, outcome, on, amount }) => [since, outcome, on ?? null, amount ?? null]),
  ];
}

export function fromKeptLife(kept: KeptLife): { readonly id: string; readonly life: Life } {
  const [id, seenAs, source, isOpen, slips, seenIn, facts, states, endings] = kept;
  const [first, ...changed] = facts.map(([since, created, product, listPrice]) => ({
    since: since ?? 0,
    created: created ?? undefined,
    product,
    listPrice: listPrice ?? undefined,
  }));
  const life: Life = {
    states: states.map(([since, stage, close, amount, before]) => ({
      since,
      stage,
      close: close ?? undefined,
      amount: amount ?? undefined,
      slips: before,
    })),
    endings: endings.map(([since, outcome, on, amount]) => ({
      since,
      outcome,
      on: on ?? undefined,
      amount: amount ?? undefined,
    })),
    ...{ seenAs, source, isOpen, slips, seenIn, changed },
    first: first && { created: first.created, product: first.product, listPrice: first.listPrice },
    row: undefined,
  };
  return { id, life };
}
