// The page of `pipeline diff --explain BAR`: the deals that make it up, and their sum.

import type { DiffView } from '../report/diff.ts';
import { barLabel, type Explained } from '../report/diff-explain.ts';
import { counted } from './counted.ts';
import { remarks } from './diff-remarks.ts';
import { removedLines } from './diff-removed.ts';
import { between, scopeName } from './diff-scope.ts';
import { whatHappened } from './diff-words.ts';
import type { Look } from './look.ts';
import { dotted } from './names.ts';
import type { Block, Cell, Column, Page } from './page.ts';
import { atFirst, say } from './say.ts';
import { stageCell } from './stage-cell.ts';

const NONE: Cell = { kind: 'none' };

/** @param command what was typed but for --explain, to be typed again with --bridge */
export function explainPage(view: DiffView, explain: Explained, look: Look, command: string): Page {
  return {
    currency: view.currency,
    digits: look.digits,
    blocks: [...blocksOf(view, explain, look, command)],
  };
}

function* blocksOf(view: DiffView, explain: Explained, look: Look, command: string): Generator<Block> {
  const scope = scopeName(view, look);
  yield {
    kind: 'heading',
    parts: [
      ...dotted([atFirst(say(barLabel(explain.bar))), ...(scope === undefined ? [] : [scope]), '']),
      ...between(view),
      ...dotted(['', counted(explain.deals.length, 'deal'), { kind: 'money', amount: explain.sum }]),
      ` ${view.currency}`,
    ],
  };
  yield { kind: 'blank' };
  if (explain.deals.length > 0) {
    yield dealsOf(view, explain, look);
    yield { kind: 'blank' };
  }
  if (explain.bar === 'removed') yield* removedLines(view, look);
  yield* remarks(view);
  const [largest] = explain.deals;
  yield largest === undefined
    ? { kind: 'next', text: say('Every bar'), command: `${command} --bridge` }
    : { kind: 'next', text: say('All about the largest'), command: `pipeline show ${largest.id}` };
}

function dealsOf(view: DiffView, explain: Explained, look: Look): Block {
  const columns: readonly Column[] = [
    { key: 'id', title: 'Deal', shrinkTo: 12 },
    { key: 'owner', title: 'Owner', shrinkTo: 4, dropRank: 1 },
    { key: 'stage', title: 'Stage', spare: true },
    { key: 'what', title: 'What happened', shrinkTo: 9, wrapsTo: 36 },
    { key: 'value', title: say('Value, {currency}', { currency: view.currency }), align: 'right' },
  ];
  return {
    kind: 'table',
    columns,
    rows: explain.deals.flatMap((deal): Cell[][] => {
      const [first, ...further] = whatHappened(deal, view, look);
      return [
        [
          { kind: 'text', text: deal.id },
          { kind: 'text', text: look.ownerLabel(deal.owner) },
          stageCell(deal.stage, look),
          first,
          { kind: 'money', amount: deal.value },
        ],
        ...further.map((words): Cell[] => [NONE, NONE, NONE, words, NONE]),
      ];
    }),
    totals: [
      columns.map(({ key }): Cell => {
        if (key === 'id') return say('Sum');
        if (key === 'what') return counted(explain.deals.length, 'deal');
        return key === 'value' ? { kind: 'money', amount: explain.sum } : { kind: 'none' };
      }),
    ],
  };
}
