// The page of `pipeline diff`: what changed the open value deal by deal, what did not, and the totals.

import type { Decimal } from '../base/money.ts';
import { MOVEMENTS } from '../movement/kinds.ts';
import type { DiffView } from '../report/diff.ts';
import type { DiffDeal } from '../report/diff-deals.ts';
import type { MovementTotal } from '../report/diff-totals.ts';
import type { Message } from '../words/message.ts';
import { counted } from './counted.ts';
import { remarks } from './diff-remarks.ts';
import { removedLines } from './diff-removed.ts';
import { between, scopeText } from './diff-scope.ts';
import { diffTotals } from './diff-totals.ts';
import { type Part, whatHappened } from './diff-words.ts';
import type { Look } from './look.ts';
import { dotted, listed } from './names.ts';
import type { Block, Cell, Column, Page } from './page.ts';
import { count, say } from './say.ts';

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
  const counts = say('{opening} → {closing} deals', {
    opening: count(opening_count),
    closing: count(closing_count),
  });
  return { kind: 'heading', parts: [...between(view), ...dotted(['', scopeText(view, look), counts])] };
}

function answer({ bridge }: DiffView): Block {
  return {
    kind: 'line',
    parts: [
      ...[say('Open, opening'), '  ', money(bridge.opening), '    '],
      ...[say('Change'), '  ', money(bridge.change, true), '    '],
      ...[say('Open, closing'), '  ', money(bridge.closing)],
    ],
  };
}

function listOf(deals: readonly DiffDeal[], view: DiffView, look: Look): Block {
  const hasSteady = deals.some((deal) => isZero(deal.value));
  const hasChange = deals.some((deal) => !isZero(deal.value));
  const columns: readonly Column[] = [
    { key: 'id', title: 'Deal', shrinkTo: 12 },
    { key: 'name', title: 'Name', spare: true },
    { key: 'owner', title: 'Owner', shrinkTo: 4, dropRank: 1 },
    { key: 'what', title: 'What happened', shrinkTo: 9, wrapsTo: 36 },
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
        if (key === 'id') return say('Sum');
        if (key === 'what') return counted(deals.length, 'deal');
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
function* steadyLines(view: DiffView, lines: number): Generator<Block> {
  const { deals, movements } = view.without_change;
  if (deals > 0) {
    const told = listed(movements.map((total) => totalOf(total, view)));
    const idle = view.idle === 0 ? [] : [say('{count} idle', { count: count(view.idle) })];
    yield { kind: 'paragraph', parts: dotted([say(NO_MONEY_MOVED, { movements: told, deals }), ...idle]) };
  } else if (view.idle > 0) {
    yield { kind: 'line', parts: [say(lines === 0 ? ALL_IDLE : REST_IDLE, { deals: view.idle })] };
  } else if (lines === 0) {
    yield { kind: 'line', parts: [say('Nothing moved.')] };
  }
}

const NO_MONEY_MOVED =
  'No money moved: {movements}: {deals, plural, one {# deal} other {# deals}}' satisfies Message;
const ALL_IDLE = 'Nothing moved: {deals, plural, one {# deal idle} other {# deals idle}}' satisfies Message;
const REST_IDLE = 'The rest: {deals, plural, one {# deal idle} other {# deals idle}}' satisfies Message;

/** `slipped 4 (2 left 2026-Q4)`. */
function totalOf({ kind, deals, left = 0, entered = 0 }: MovementTotal, view: DiffView): Cell {
  const period = view.due_in;
  const crossings = [
    ...(left > 0 ? [say('{count} left {period}', { count: count(left), period })] : []),
    ...(entered > 0 ? [say('{count} entered {period}', { count: count(entered), period })] : []),
  ];
  const around = crossings.length === 0 ? [] : [' (', listed(crossings), ')'];
  return { kind: 'phrase', parts: [say(MOVEMENTS[kind].label), ' ', count(deals), ...around] };
}

function onlyLine({ only, listed: shown, totals }: DiffView): Part[] {
  const movements = listed(only.map((kind) => say(MOVEMENTS[kind].label)));
  if (shown.deals > 0) {
    return [
      say('Only {movements}. The opening, the change and the closing are of all deals.', { movements }),
    ];
  }
  if (totals.movements.length === 0) return [say('No deal is {movements}.', { movements })];
  const others = listed(
    totals.movements.map(({ kind, deals }) => ({
      kind: 'phrase',
      parts: [say(MOVEMENTS[kind].label), ' ', count(deals)],
    })),
  );
  return [say('No deal is {movements}. There are: {others}.', { movements, others })];
}

function next({ only, totals }: DiffView, command: string): Block {
  const slipped = totals.movements.some(({ kind }) => kind === 'slipped');
  return only.length === 0 && slipped
    ? { kind: 'next', text: say('The deals that slipped'), command: `${command} --only slipped` }
    : { kind: 'next', text: say('From opening to closing'), command: `${command} --bridge` };
}

const NONE: Cell = { kind: 'none' };

function money(amount: Decimal, signed = false): Cell {
  return { kind: 'money', amount, signed };
}

function isZero(amount: Decimal): boolean {
  return !/[1-9]/.test(amount);
}
