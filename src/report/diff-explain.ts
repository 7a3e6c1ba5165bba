// Which deals make up a bar, the opening or the closing of a bridge.

import { type Decimal, fromMinor, type Minor, sumMinor } from '../base/money.ts';
import { BAR_KINDS, BARS, type BarKind } from '../movement/bars.ts';
import type { Bridge } from '../movement/bridge.ts';
import { classify } from '../movement/classify.ts';
import { type Comparison, comparedSteady } from '../movement/compare.ts';
import type { Flow } from '../movement/flow.ts';
import type { Movement } from '../movement/kinds.ts';
import type { Message } from '../words/message.ts';
import { rowOf } from './diff-deals.ts';
import type { MovementView } from './diff-movement.ts';

export type ExplainableBar = BarKind | 'opening' | 'closing';

export const EXPLAINABLE: readonly ExplainableBar[] = ['opening', ...BAR_KINDS, 'closing'];

export interface Explained {
  readonly bar: ExplainableBar;
  /** The largest first. */
  readonly deals: readonly {
    readonly id: string;
    readonly name: string;
    readonly owner: string;
    readonly stage: string;
    readonly value: Decimal;
    readonly movements: readonly MovementView[];
  }[];
  readonly sum: Decimal;
}

/**
 * The deals of a bar with what each adds to it; their sum is the bar.
 * @param words a movement as JSON
 */
export function explained(
  bar: ExplainableBar,
  comparison: Comparison,
  { flows, steady }: Bridge,
  words: (movement: Movement) => MovementView,
): Explained {
  const { digits } = comparison.b;
  const parts = comparison.differing.flatMap((deal) => {
    const flow = flows.get(deal.id);
    const value = flow === undefined ? undefined : partOf(flow, bar);
    return value === undefined ? [] : [{ deal, value }];
  });
  if (bar === 'opening' || bar === 'closing')
    parts.push(...steady.map((deal) => ({ deal: comparedSteady(deal), value: deal.value })));
  parts.sort((x, y) => Math.abs(y.value) - Math.abs(x.value) || (x.deal.id < y.deal.id ? -1 : 1));
  return {
    bar,
    deals: parts.map(({ deal, value }) => {
      // The opening is what A had; everything else is named as it stands now.
      const row = bar === 'opening' && deal.a.state !== 'absent' ? deal.a.row : rowOf(deal);
      return {
        id: deal.id,
        name: row?.name ?? '',
        owner: row?.owner ?? '',
        stage: row?.stage ?? '',
        value: fromMinor(value, digits),
        movements: classify(deal, comparison).map(words),
      };
    }),
    sum: fromMinor(sumMinor(parts.map(({ value }) => value)), digits),
  };
}

/** How people call it: `pushed out`. */
export function barLabel(bar: ExplainableBar): Message {
  return bar === 'opening' || bar === 'closing' ? bar : BARS[bar].label;
}

function partOf(flow: Flow, bar: ExplainableBar): Minor | undefined {
  if (bar === 'opening') return flow.before;
  if (bar === 'closing') return flow.after;
  return flow.entries.find((entry) => entry.bar === bar)?.value;
}
