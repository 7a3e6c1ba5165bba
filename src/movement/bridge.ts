// The bridge (waterfall) of a scope between two snapshots: opening + what came − what went = closing, to the cent.

import { type Minor, sumMinor } from '../base/money.ts';
import { BAR_KINDS, BARS, type BarKind } from './bars.ts';
import { type Comparison, compare } from './compare.ts';
import { type Flow, flowOf } from './flow.ts';
import type { Scope } from './scope.ts';
import { type Side, valueOn } from './side.ts';

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
  /** Each deal's part by its id, in the order of ids; deals without a part are not in it. */
  readonly flows: ReadonlyMap<string, Flow>;
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
  const unvalued: string[] = [];
  for (const pair of comparison.pairs) {
    const flow = flowOf(pair, comparison, scope);
    if (flow === undefined) continue;
    flows.set(pair.id, flow);
    const { a, b, unreadable } = pair;
    const isIn = (at: Minor | undefined) => at !== undefined;
    const lacksA = a.state !== 'absent' && isIn(flow.before) && valueOn(comparison.a, a.row) === undefined;
    const lacksB =
      b.state !== 'absent' && !unreadable && isIn(flow.after) && valueOn(comparison.b, b.row) === undefined;
    if (lacksA || lacksB) unvalued.push(pair.id);
  }
  const all = [...flows.values()];
  const bars = Object.fromEntries(BAR_KINDS.map((kind) => [kind, barOf(entriesOf(all, kind))]));
  return {
    scope,
    opening: barOf(all.map((flow) => flow.before)),
    bars: bars as Record<BarKind, Bar>,
    closing: barOf(all.map((flow) => flow.after)),
    flows,
    unvalued,
  };
}

/** What a flow adds to the open value of its scope. */
export function changeOf(flow: Flow): Minor {
  return (flow.after ?? 0) - (flow.before ?? 0);
}

/** Closing − opening as the bars tell it; METHOD.md promises that it is. */
export function netOf(bridge: Pick<Bridge, 'bars'>): Minor {
  return sumMinor(BAR_KINDS.map((kind) => BARS[kind].sign * bridge.bars[kind].value));
}

function entriesOf(flows: readonly Flow[], kind: BarKind): Minor[] {
  return flows.flatMap((flow) =>
    flow.entries.filter((entry) => entry.bar === kind).map((entry) => entry.value),
  );
}

function barOf(values: readonly (Minor | undefined)[]): Bar {
  const present = values.filter((value) => value !== undefined);
  return { value: sumMinor(present), count: present.length };
}
