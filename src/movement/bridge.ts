// The bridge (waterfall) of a scope between two snapshots: opening + what came − what went = closing, to the cent.

import { addMinor, type Minor, sumMinor } from '../base/money.ts';
import { BAR_KINDS, BARS, type BarKind } from './bars.ts';
import { type Comparison, compare, type SteadyDeal } from './compare.ts';
import { type Flow, flowOf } from './flow.ts';
import { failing, type Scope } from './scope.ts';
import type { Side } from './side.ts';

export interface Bar {
  readonly value: Minor;
  /** Deals. */
  readonly count: number;
}

export interface Bridge {
  readonly scope: Scope;
  /** Values are in minor units of the reporting currency. */
  readonly opening: Bar;
  readonly bars: Readonly<Record<BarKind, Bar>>;
  readonly closing: Bar;
  /** The part of each deal that differs by its id, in the order of ids; deals without a part are not in it. */
  readonly flows: ReadonlyMap<string, Flow>;
  /** The steady deals of the scope: in the opening and the closing, and in no bar. */
  readonly steady: readonly SteadyDeal[];
  /** Ids of deals in the opening or closing whose currency has no rate there: they count as 0. */
  readonly unvalued: readonly string[];
}

/**
 * The bridge from A to B.
 * @throws Failure `currencies-differ` where the reporting currencies do, `sum-too-large`
 */
export function bridge(a: Side, b: Side, scope: Scope = {}): Bridge {
  return bridgeOf(compare(a, b), scope);
}

/** The same for a comparison at hand. @throws Failure `sum-too-large` */
export function bridgeOf(comparison: Comparison, scope: Scope = {}): Bridge {
  const flows = new Map<string, Flow>();
  const steady: SteadyDeal[] = [];
  const unvalued: string[] = [];
  const [opening, closing] = [new Total(), new Total()];
  const bars = Object.fromEntries(BAR_KINDS.map((kind) => [kind, new Total()])) as Record<BarKind, Total>;
  for (const deal of comparison.steady) {
    if (failing(scope, deal.row) !== undefined) continue;
    steady.push(deal);
    opening.add(deal.value);
    closing.add(deal.value);
    if (!deal.hasRate) unvalued.push(deal.row.id);
  }
  for (const deal of comparison.differing) {
    const flow = flowOf(deal, comparison.stages, scope);
    if (flow === undefined) continue;
    flows.set(deal.id, flow);
    opening.add(flow.before);
    for (const { bar, value } of flow.entries) bars[bar].add(value);
    closing.add(flow.after);
    const counts = { a: flow.before !== undefined, b: flow.after !== undefined && !deal.unreadable };
    if (deal.values.missingAt.some((end) => counts[end])) unvalued.push(deal.id);
  }
  return { scope, opening, bars, closing, flows, steady, unvalued: unvalued.sort() };
}

/** What each deal of the opening is worth in it, by id. */
export function openingOf(bridge: Bridge): ReadonlyMap<string, Minor> {
  return partsAt(bridge, 'before');
}

/** What each deal of the closing is worth in it, by id. */
export function closingOf(bridge: Bridge): ReadonlyMap<string, Minor> {
  return partsAt(bridge, 'after');
}

function partsAt({ flows, steady }: Bridge, end: 'before' | 'after'): Map<string, Minor> {
  const parts = new Map(steady.map(({ row, value }) => [row.id, value]));
  for (const [id, { [end]: value }] of flows) if (value !== undefined) parts.set(id, value);
  return parts;
}

/** A bar as it is added up. */
class Total implements Bar {
  value: Minor = 0;
  count = 0;

  add(value: Minor | undefined): void {
    if (value === undefined) return;
    this.value = addMinor(this.value, value);
    this.count += 1;
  }
}

/** What a flow adds to the open value of its scope. */
export function changeOf(flow: Flow): Minor {
  return (flow.after ?? 0) - (flow.before ?? 0);
}

/** Closing − opening as the bars tell it; docs/method.md promises that it is. */
export function netOf(bridge: Pick<Bridge, 'bars'>): Minor {
  return sumMinor(BAR_KINDS.map((kind) => BARS[kind].sign * bridge.bars[kind].value));
}
