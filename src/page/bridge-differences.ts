// A line for a figure that the bridges of a series have otherwise than the one from first to last: by how much, and why.

import { WHY_APART } from '../movement/apart.ts';
import { BAR_KINDS, BARS } from '../movement/bars.ts';
import type { BridgesView } from '../report/bridges.ts';
import type { Message } from '../words/message.ts';
import type { Block, Cell } from './page.ts';
import { count, say } from './say.ts';

/** Both figures with their counts of deals, and how many deals make the difference; nothing where all are the same. */
export function* differenceLines({ differences }: BridgesView): Generator<Block> {
  if (differences.length === 0) return;
  yield { kind: 'blank' };
  yield {
    kind: 'paragraph',
    parts: [say('The changes add up, their bars need not. Not the same both ways:')],
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
  const values = {
    figure: say(kind === undefined ? other : BARS[kind].label),
    sum: money(sum.value),
    in_sum: count(sum.count),
    whole: money(whole.value),
    in_whole: count(whole.count),
    deals: deals.length,
    why: say(isSame ? 'a deal counts each time' : WHY_APART[kind ?? other]),
  };
  return { kind: 'paragraph', parts: [say(DIFFERENCE, values)] };
}

const DIFFERENCE =
  '{figure} {sum} ({in_sum}), first to last {whole} ({in_whole}) · {deals, plural, one {# deal} other {# deals}}: {why}.' satisfies Message;

function money(amount: Extract<Cell, { kind: 'money' }>['amount']): Cell {
  return { kind: 'money', amount };
}
