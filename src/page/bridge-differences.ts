// A line for a figure that the bridges of a series have otherwise than the one from first to last: by how much, and why.

import { WHY_APART } from '../movement/apart.ts';
import { BAR_KINDS, BARS } from '../movement/bars.ts';
import type { BridgesView } from '../report/bridges.ts';
import { plural } from './freshness-lines.ts';
import type { Block, Cell } from './page.ts';

/** Both figures with their counts of deals, and how many deals make the difference; nothing where all are the same. */
export function* differenceLines({ differences }: BridgesView): Generator<Block> {
  if (differences.length === 0) return;
  yield { kind: 'blank' };
  yield {
    kind: 'paragraph',
    parts: ['The changes add up, their bars need not. Not the same both ways:'],
  };
  yield* differences.map(differenceLine);
}

function differenceLine({
  figure,
  sum,
  first_to_last: whole,
  deals,
}: BridgesView['differences'][number]): Block {
  const kind = BAR_KINDS.find((bar) => BARS[bar].key === figure);
  const other = figure === 'opening' || figure === 'closing' ? figure : 'between';
  const isSame = sum.value === whole.value;
  const label = kind === undefined ? other : BARS[kind].label;
  return {
    kind: 'paragraph',
    parts: [
      `${label} `,
      money(sum.value),
      ` (${sum.count}), first to last `,
      money(whole.value),
      ` (${whole.count}) · ${plural(deals.length, 'deal')}: ${isSame ? 'a deal counts each time' : WHY_APART[kind ?? other]}.`,
    ],
  };
}

function money(amount: Extract<Cell, { kind: 'money' }>['amount']): Cell {
  return { kind: 'money', amount };
}
