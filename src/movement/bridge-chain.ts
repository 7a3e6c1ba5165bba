// Bridges in a row, each from where the one before ended: what their parts add up to, deal by deal, and which of it the
// one bridge from the first snapshot to the last does not say (docs/method.md: changes compose, bars need not).

import { addMinor, type Minor, sumMinor } from '../base/money.ts';
import { BAR_KINDS, BARS, type BarKind } from './bars.ts';
import { type Bar, type Bridge, closingOf, openingOf } from './bridge.ts';
import type { Comparison } from './compare.ts';
import { lastHeir } from './heirs.ts';

/**
 * `between`: what an opening has over the closing before it. 0 but where a deal could not be read, or the process
 * changed under a scope of stages.
 */
export type Figure = 'opening' | BarKind | 'between' | 'closing';

export const FIGURES: readonly Figure[] = ['opening', ...BAR_KINDS, 'between', 'closing'];

export type Figures = Readonly<Record<Figure, Bar>>;

/** A figure that the parts have otherwise than the whole. */
export interface Difference {
  readonly figure: Figure;
  readonly parts: Bar;
  readonly whole: Bar;
  /** The ids of the deals that make the difference, sorted. */
  readonly deals: readonly string[];
}

type Parts = Map<Figure, Bar>;

export class BridgeChain {
  /** By the id that a deal has by now: a renamed one is one deal. */
  readonly #deals = new Map<string, Parts>();
  /** Former id → the id since. */
  readonly #heirs = new Map<string, string>();
  /** The closing's part of each deal so far. */
  #closing: ReadonlyMap<string, Minor> | undefined;

  /** Takes the next bridge, of a comparison that begins with the snapshot at which the one before ended. */
  add({ differing }: Comparison, bridge: Bridge): void {
    const formers = new Map(
      differing.flatMap(({ id, a }) => (a.state === 'absent' ? [] : [[a.row.id, id] as const])),
    );
    this.#rename(formers);
    const before = this.#closing;
    const opening = openingOf(bridge);
    if (before === undefined) {
      for (const [id, value] of opening) put(this.#deals, id, 'opening', { value, count: 1 });
    } else {
      this.#putBetween(before, opening, formers);
    }
    for (const [id, { entries }] of bridge.flows) {
      for (const { bar, value } of entries) put(this.#deals, id, bar, { value, count: 1 });
    }
    this.#closing = closingOf(bridge);
  }

  /** What the parts add up to: the opening of the first, every bar, the closing of the last. @throws Failure `sum-too-large` */
  sums(): Figures {
    const totals = Object.fromEntries(FIGURES.map((figure) => [figure, NOTHING])) as Record<Figure, Bar>;
    for (const parts of this.#ended().values()) {
      for (const [figure, bar] of parts) totals[figure] = plus(totals[figure], bar);
    }
    return totals;
  }

  /** Where the bridge from the first snapshot to the last says otherwise, in the order of the formula. */
  differences(comparison: Comparison, whole: Bridge): Difference[] {
    const parts = this.#ended();
    const direct = this.#direct(comparison, whole);
    const [sums, figures] = [this.sums(), figuresOf(whole)];
    return FIGURES.flatMap((figure) => {
      if (sameBar(sums[figure], figures[figure])) return [];
      const has = (of: Map<string, Parts>, id: string) => of.get(id)?.get(figure) ?? NOTHING;
      const ids = [...new Set([...parts.keys(), ...direct.keys()])].sort();
      const deals = ids.filter((id) => !sameBar(has(parts, id), has(direct, id)));
      return [{ figure, parts: sums[figure], whole: figures[figure], deals }];
    });
  }

  #rename(formers: ReadonlyMap<string, string>): void {
    const moved = [...formers].filter(([former, id]) => former !== id);
    const parts = moved.map(([former]) => this.#deals.get(former));
    for (const [former] of moved) this.#deals.delete(former);
    moved.forEach(([former, id], at) => {
      // The id may be that of a deal which is gone: to the cent both are told, as one.
      for (const [figure, bar] of parts[at] ?? []) put(this.#deals, id, figure, bar);
      this.#heirs.delete(id);
      this.#heirs.set(former, id);
    });
  }

  #putBetween(
    before: ReadonlyMap<string, Minor>,
    openings: ReadonlyMap<string, Minor>,
    formers: ReadonlyMap<string, string>,
  ): void {
    const closings = new Map([...before].map(([id, value]) => [formers.get(id) ?? id, value]));
    for (const id of new Set([...closings.keys(), ...openings.keys()])) {
      const [closing, opening] = [closings.get(id), openings.get(id)];
      if (closing === opening) continue;
      const count = (opening === undefined ? 0 : 1) - (closing === undefined ? 0 : 1);
      put(this.#deals, id, 'between', { value: (opening ?? 0) - (closing ?? 0), count });
    }
  }

  /** With what the last bridge closes with. */
  #ended(): Map<string, Parts> {
    const deals = new Map([...this.#deals].map(([id, parts]) => [id, new Map(parts)]));
    for (const [id, value] of this.#closing ?? []) put(deals, id, 'closing', { value, count: 1 });
    return deals;
  }

  #direct({ differing }: Comparison, bridge: Bridge): Map<string, Parts> {
    const gone = new Set(differing.flatMap(({ id, b }) => (b.state === 'absent' ? [id] : [])));
    const direct = new Map<string, Parts>();
    const add = (id: string, figure: Figure, value: Minor) =>
      put(direct, gone.has(id) ? lastHeir(id, this.#heirs) : id, figure, { value, count: 1 });
    for (const [id, value] of openingOf(bridge)) add(id, 'opening', value);
    for (const [id, { entries }] of bridge.flows) for (const { bar, value } of entries) add(id, bar, value);
    for (const [id, value] of closingOf(bridge)) add(id, 'closing', value);
    return direct;
  }
}

/** The figures of one bridge, which nothing comes before. */
export function figuresOf({ opening, bars, closing }: Bridge): Figures {
  return { ...bars, opening, between: NOTHING, closing };
}

/** Opening + bars + what came between = closing. */
export function addedUp(figures: Figures): Minor {
  const bars = BAR_KINDS.map((kind) => BARS[kind].sign * figures[kind].value);
  return sumMinor([figures.opening.value, ...bars, figures.between.value]);
}

const NOTHING: Bar = { value: 0, count: 0 };

function put(deals: Map<string, Parts>, id: string, figure: Figure, bar: Bar): void {
  const parts = deals.get(id) ?? new Map<Figure, Bar>();
  deals.set(id, parts.set(figure, plus(parts.get(figure) ?? NOTHING, bar)));
}

function plus(a: Bar, b: Bar): Bar {
  return { value: addMinor(a.value, b.value), count: a.count + b.count };
}

function sameBar(a: Bar, b: Bar): boolean {
  return a.value === b.value && a.count === b.count;
}
