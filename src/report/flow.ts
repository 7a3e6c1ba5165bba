// pipeline/flow/1: from which stage to which deals went between two snapshots, back and skipped steps included.

import type { Day } from '../base/day.ts';
import { compare, dealsOf } from '../movement/compare.ts';
import type { End } from '../movement/pair.ts';
import type { DiffSide } from './diff.ts';

export interface FlowView {
  readonly schema: 'pipeline/flow/1';
  readonly from: Day;
  readonly to: Day;
  readonly from_snapshot: string;
  readonly to_snapshot: string;
  /** Stages in B's order and names, those that only deals have, then `won`, `lost`, and `` for a deal that is not there. */
  readonly places: readonly string[];
  /** Every pair of places with at least one deal. */
  readonly flows: readonly { readonly from: string; readonly to: string; readonly deals: number }[];
}

/** Of every deal that is part of the diff; one closed at both ends stays where it is. @throws Failure `currencies-differ` */
export function flowView(a: DiffSide, b: DiffSide): FlowView {
  const comparison = compare(a, b);
  const { stages } = comparison;
  const counts = new Map<string, Map<string, number>>();
  for (const deal of dealsOf(comparison)) {
    const from = placeOf(deal.a, (stage) => stages.nameInB(stage) ?? stage);
    const to = deal.unreadable ? from : placeOf(deal.b, (stage) => stage);
    const row = counts.get(from) ?? new Map<string, number>();
    counts.set(from, row);
    row.set(to, (row.get(to) ?? 0) + 1);
  }
  const flows = [...counts].flatMap(([from, row]) =>
    [...row].map(([to, count]) => ({ from, to, deals: count })),
  );
  const seen = new Set(flows.flatMap(({ from, to }) => [from, to]));
  const process = b.process.stages.map(({ id }) => id);
  const others = [...seen].filter((place) => !process.includes(place) && !ENDS.includes(place)).sort();
  const places = [...process, ...others, ...ENDS.filter((place) => seen.has(place))];
  const rank = (place: string) => places.indexOf(place);
  return {
    schema: 'pipeline/flow/1',
    from: a.on,
    to: b.on,
    from_snapshot: a.name,
    to_snapshot: b.name,
    places,
    flows: flows.sort((x, y) => rank(x.from) - rank(y.from) || rank(x.to) - rank(y.to)),
  };
}

/** Where a deal may be that is in no stage: closed, archived while open, or not there. */
const ENDS: readonly string[] = ['won', 'lost', 'archived', ''];

function placeOf(end: End, named: (stage: string) => string): string {
  if (end.state === 'absent') return '';
  if (end.state === 'shelved') return 'archived';
  return end.state === 'open' ? named(end.row.stage) : end.state;
}
