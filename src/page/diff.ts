// The page of `pipeline diff`: what changed the open value deal by deal, what did not, and the totals.

import type { Decimal } from '../base/money.ts';
import { MOVEMENTS } from '../movement/kinds.ts';
import type { DiffView } from '../report/diff.ts';
import type { DiffDeal } from '../report/diff-deals.ts';
import type { MovementTotal } from '../report/diff-totals.ts';
import { remarks } from './diff-remarks.ts';
import { removedLines } from './diff-removed.ts';
import { diffTotals } from './diff-totals.ts';
import { between, type Part, scopeText, whatHappened } from './diff-words.ts';
import { plural } from './freshness-lines.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Column, Page } from './page.ts';
import { say } from './say.ts';

/**
 * The answer first, then a line a deal by money at stake, then what moved no money, and totals.
 * @param command what was typed, to be typed again with an option more
 */
export function diffPage(view: DiffView, look: Look, command: string): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...blocksOf(view, look, command)] };
}

function* blocksOf(view: DiffView, look: Look, command: string): Generator<Block> {
  yield heading(view, look);
  yield { kind: 'blank' };
  yield answer(view);
  yield { kind: 'blank' };
  const isFiltered = view.only.length > 0;
  const listed = isFiltered ? view.deals : view.deals.filter((deal) => isWorthALine(deal, view));
  if (listed.length > 0) {
    yield listOf(listed, view, look);
    yield { kind: 'blank' };
  }
  if (isFiltered) {
    yield { kind: 'line', parts: onlyLine(view) };
  } else {
    yield* steadyLines(view, listed.length);
    yield* diffTotals(view, look);
  }
  yield* removedLines(view, look);
  yield* remarks(view);
  yield next(view, command);
}

/** What moved money; of a change request, which is small, every deal that it moves. */
function isWorthALine({ moved_money, movements }: DiffDeal, { commits }: DiffView): boolean {
  return moved_money || (commits !== null && movements.every(({ kind }) => kind !== 'idle'));
}

function heading(view: DiffView, look: Look): Block {
  const { opening_count, closing_count } = view.bridge;
  const counts: Part[] = [
    { kind: 'count', count: opening_count },
    ' → ',
    { kind: 'count', count: closing_count },
    ' deals',
  ];
  return { kind: 'heading', parts: [...between(view), ` · ${scopeText(view, look)} · `, ...counts] };
}

function answer({ bridge }: DiffView): Block {
  return {
    kind: 'line',
    parts: [
      'Open, opening  ',
      money(bridge.opening),
      '    Change  ',
      money(bridge.change, true),
      '    Open, closing  ',
      money(bridge.closing),
    ],
  };
}

function listOf(deals: readonly DiffDeal[], view: DiffView, look: Look): Block {
  const hasSteady = deals.some((deal) => isZero(deal.value));
  const hasChange = deals.some((deal) => !isZero(deal.value));
  const columns: readonly Column[] = [
    { key: 'id', title: 'Deal', shrinkTo: 8 },
    { key: 'name', title: 'Name', spare: true },
    { key: 'owner', title: 'Owner', shrinkTo: 4, dropRank: 1 },
    { key: 'what', title: 'What happened', shrinkTo: 12 },
    ...(hasSteady
      ? [
          {
            key: 'at_stake',
            title: say('Value, {currency}', { currency: view.currency }),
            align: 'right',
            spare: hasChange,
          } as const,
        ]
      : []),
    ...(hasChange
      ? [
          {
            key: 'value',
            title: say('Change, {currency}', { currency: view.currency }),
            align: 'right',
          } as const,
        ]
      : []),
  ];
  return {
    kind: 'table',
    columns,
    rows: deals.flatMap((deal) => {
      const [first, ...further] = whatHappened(deal, view, look);
      return [
        columns.map(({ key }) => (key === 'what' ? first : cellOf(key, deal, look))),
        ...further.map((words) => columns.map(({ key }): Cell => (key === 'what' ? words : NONE))),
      ];
    }),
    totals: [
      columns.map(({ key }): Cell => {
        if (key === 'id') return { kind: 'text', text: 'Sum' };
        if (key === 'what') return { kind: 'text', text: plural(deals.length, 'deal') };
        return key === 'value' ? money(view.listed.value, true) : NONE;
      }),
    ],
  };
}

function cellOf(key: string, deal: DiffDeal, look: Look): Cell {
  switch (key) {
    case 'id':
      return { kind: 'text', text: deal.id };
    case 'owner':
      return { kind: 'text', text: look.ownerLabel(deal.owner) };
    case 'name':
      return { kind: 'text', text: deal.name };
    case 'at_stake':
      return money(deal.at_stake);
    default:
      return money(deal.value, true);
  }
}

/** `No money moved: slipped 4 (2 left 2026-Q4), advanced 5: 8 deals · 30 idle`. */
function* steadyLines(view: DiffView, listed: number): Generator<Block> {
  const { deals, movements } = view.without_change;
  if (deals > 0) {
    const told = movements.map(
      (total) => `${MOVEMENTS[total.kind].label} ${total.deals}${crossings(total, view)}`,
    );
    const idle = view.idle === 0 ? '' : ` · ${view.idle} idle`;
    yield {
      kind: 'paragraph',
      parts: [`No money moved: ${told.join(', ')}: ${plural(deals, 'deal')}${idle}`],
    };
  } else if (view.idle > 0) {
    const others = listed === 0 ? 'Nothing moved' : 'The rest';
    yield { kind: 'line', parts: [`${others}: ${plural(view.idle, 'deal')} idle`] };
  } else if (listed === 0) {
    yield { kind: 'line', parts: ['Nothing moved.'] };
  }
}

function crossings({ left = 0, entered = 0 }: MovementTotal, view: DiffView): string {
  const parts = [
    ...(left > 0 ? [`${left} left ${view.due_in}`] : []),
    ...(entered > 0 ? [`${entered} entered ${view.due_in}`] : []),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function onlyLine({ only, listed, totals }: DiffView): Part[] {
  const kinds = only.map((kind) => MOVEMENTS[kind].label).join(', ');
  if (listed.deals > 0) return [`Only ${kinds}. The opening, the change and the closing are of all deals.`];
  const others = totals.movements.map(({ kind, deals }) => `${MOVEMENTS[kind].label} ${deals}`).join(', ');
  return [`No deal is ${kinds}.${others === '' ? '' : ` There are: ${others}.`}`];
}

function next({ only, totals }: DiffView, command: string): Block {
  const slipped = totals.movements.some(({ kind }) => kind === 'slipped');
  return only.length === 0 && slipped
    ? { kind: 'next', text: 'The deals that slipped', command: `${command} --only slipped` }
    : { kind: 'next', text: 'From opening to closing', command: `${command} --bridge` };
}

const NONE: Cell = { kind: 'none' };

function money(amount: Decimal, signed = false): Cell {
  return { kind: 'money', amount, signed };
}

function isZero(amount: Decimal): boolean {
  return !/[1-9]/.test(amount);
}
