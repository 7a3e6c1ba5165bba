// The page of `pipeline diff --only … --since`: the deals that it happened to, the worst first, with how often and how much.

import type { Decimal } from '../base/money.ts';
import { MOVEMENTS } from '../movement/kinds.ts';
import { type MovementCountsView, movesDates, movesValue } from '../report/movement-counts.ts';
import type { Message } from '../words/message.ts';
import { counted } from './counted.ts';
import { between, scopeText } from './diff-scope.ts';
import type { Part } from './diff-words.ts';
import type { Look } from './look.ts';
import { sayNames } from './names.ts';
import type { Block, Cell, Column, Page, RecordCell, Records, Title } from './page.ts';
import { atFirst, say } from './say.ts';
import { stageCell } from './stage-cell.ts';

type Deal = MovementCountsView['deals'][number];
type Kind = MovementCountsView['only'][number];

/** @param ends the command line of a diff of the same ends */
export function movementCountsPage(view: MovementCountsView, look: Look, ends: string): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...blocksOf(view, look, ends)] };
}

function* blocksOf(view: MovementCountsView, look: Look, ends: string): Generator<Block> {
  const { snapshots, deals, only, of, totals } = view;
  yield {
    kind: 'heading',
    parts: [...between(view), ' · ', scopeText(view, look), ' · ', counted(snapshots, 'snapshot')],
  };
  yield { kind: 'blank' };
  if (deals.length > 0) {
    yield tableOf(view, look);
    yield { kind: 'blank' };
  }
  for (const { kind, deals: count, times, days, value } of totals) {
    const parts: Part[] = [
      say('{movement}: {count} of {deals, plural, one {# deal} other {# deals}}, {times}×', {
        ...{ movement: atFirst(say(MOVEMENTS[kind].label)), count },
        ...{ deals: of, times },
      }),
    ];
    if (days !== null) {
      parts.push(', ', say('{days, plural, one {# day} other {# days}} in all', { days }));
    }
    if (value !== null) {
      const sum: Cell = { kind: 'money', amount: value, signed: true };
      parts.push(', ', say('{value} in all', { value: sum }));
    }
    yield { kind: 'line', parts: [...parts, '.'] };
  }
  const none = only.filter((kind) => !totals.some((total) => total.kind === kind));
  if (none.length > 0) {
    const kinds = none.flatMap((kind, at): Part[] => [at === 0 ? '' : ', ', say(MOVEMENTS[kind].label)]);
    const untold = say('None of {deals, plural, one {# deal} other {# deals}}: {kinds}.', {
      deals: of,
      kinds: { kind: 'phrase', parts: kinds },
    });
    yield { kind: 'line', parts: [untold] };
  }
  yield* remarks(view);
  const worst = deals[0];
  yield worst === undefined
    ? { kind: 'next', text: say('What happened instead'), command: ends }
    : { kind: 'next', text: say('The first of them, in full'), command: `pipeline history ${worst.id}` };
}

function* remarks(view: MovementCountsView): Generator<Block> {
  const { backfilled, unreadable, amounts_unknown: deals } = view;
  if (backfilled.length > 0) {
    const later = say('Made later, not taken: {names}. What they can’t tell counts as no movement.', {
      names: sayNames(backfilled),
    });
    const value = { kind: 'money', amount: view.unknown_value, signed: true } as const;
    const parts = deals === 0 ? [later] : [later, ' ', say(WITHOUT_AMOUNTS, { deals, value })];
    yield { kind: 'paragraph', tone: 'warn', parts };
  }
  if (unreadable.length > 0) {
    const unread = say('Can’t be read in one of the snapshots, and did not move there: {names}.', {
      names: sayNames(unreadable),
    });
    yield { kind: 'paragraph', tone: 'warn', parts: [unread] };
  }
}

const WITHOUT_AMOUNTS =
  'Amounts that they do not know count as 0: {deals, plural, one {# deal} other {# deals}}, {value} in all, which nobody changed.' satisfies Message;

/** The first close date or amount beside that of now, where what was asked for changes it. */
function tableOf(view: MovementCountsView, look: Look): Block {
  const { only, deals, currency } = view;
  const isAny = (test: typeof movesDates) => only.some(test);
  const counts = only.flatMap((kind, at) =>
    columnsOf(kind, currency).map((column) => (at === 0 ? column : { ...column, dropRank: MORE + at })),
  );
  const columns: readonly Column[] = [
    { key: 'id', title: 'Deal', shrinkTo: 12 },
    { key: 'name', title: 'Name', spare: true },
    { key: 'owner', title: 'Owner', shrinkTo: 5, dropRank: 5 },
    { key: 'stage', title: 'Stage', spare: true },
    ...counts,
    ...(isAny(movesDates)
      ? ([
          { key: 'close_first', title: 'First close', dropRank: 3 },
          { key: 'close_now', title: 'Now', dropRank: 2 },
        ] as const)
      : []),
    ...(isAny(movesValue)
      ? ([
          { key: 'amount_first', title: 'First', align: 'right', dropRank: 3 },
          { key: 'amount_now', title: 'Now', align: 'right', dropRank: 2 },
        ] as const)
      : []),
    { key: 'value', title: 'Value', align: 'right', dropRank: 4, spare: isAny(movesValue) },
  ];
  return {
    kind: 'table',
    columns,
    rows: deals.map((deal) => columns.map(({ key }) => cellOf(key, deal, look, currency))),
    totals: [columns.map(({ key }) => totalCell(key, view))],
  };
}

/** Movements after the first are left out of a narrow table before anything else: the lines below tell them. */
const MORE = 10;

function columnsOf(kind: Kind, currency: string): Column[] {
  return [
    { key: kind, title: titleOf(kind), align: 'right' },
    ...(movesDates(kind) ? [{ key: `${kind}-days`, title: 'Days', align: 'right' } as const] : []),
    ...(movesValue(kind)
      ? [{ key: `${kind}-value`, title: say('In all, {currency}', { currency }), align: 'right' } as const]
      : []),
  ];
}

function cellOf(key: string, deal: Deal, look: Look, currency: string): Cell {
  const { id, name, owner, stage, value, close, amount } = deal;
  switch (key) {
    case 'id':
      return text(id);
    case 'name':
      return text(name);
    case 'owner':
      return text(look.ownerLabel(owner));
    case 'stage':
      return stage === '' ? text('–') : stageCell(stage, look);
    case 'close_first':
      return dayOf(close.first);
    case 'close_now':
      return dayOf(close.now);
    case 'amount_first':
      return amountOf(amount.first, amount.currency, currency);
    case 'amount_now':
      return amountOf(amount.now, amount.currency, currency);
    case 'value':
      return { kind: 'money', amount: value };
    default:
      return countCell(key, deal.counts);
  }
}

function countCell(key: string, counts: Deal['counts']): Cell {
  const count = counts.find(({ kind }) => key === kind || key === `${kind}-days` || key === `${kind}-value`);
  if (count === undefined) return NONE;
  if (key === count.kind) return text(`${count.times}×`);
  if (key === `${count.kind}-days`) return { kind: 'count', count: count.days ?? 0 };
  return count.value === null ? NONE : { kind: 'money', amount: count.value, signed: true };
}

function totalCell(key: string, { totals, deals }: MovementCountsView): Cell {
  return key === 'id' ? say('Sum of {count}', { count: deals.length }) : countCell(key, totals);
}

/** A row a deal and movement. */
export function movementCountsRecords({ deals }: MovementCountsView): Records {
  return {
    columns: [
      'id',
      'name',
      'account',
      'owner',
      'stage',
      'at_stake',
      'kind',
      'times',
      'days',
      'value',
      'close_first',
      'close_now',
      'amount_first',
      'amount_now',
      'currency',
    ],
    rows: deals.flatMap(({ id, name, account, owner, stage, value, close, amount, counts }) =>
      counts.map((count): RecordCell[] => [
        ...[id, name, account, owner, stage].map((part): RecordCell => ({ kind: 'text', text: part })),
        decimal(value),
        { kind: 'text', text: count.kind },
        { kind: 'number', number: count.times },
        count.days === null ? NONE : { kind: 'number', number: count.days },
        decimal(count.value),
        close.first === null ? NONE : { kind: 'day', day: close.first },
        close.now === null ? NONE : { kind: 'day', day: close.now },
        decimal(amount.first),
        decimal(amount.now),
        { kind: 'text', text: amount.currency },
      ]),
    ),
  };
}

const NONE = { kind: 'none' } as const;

function decimal(of: Decimal | null): RecordCell {
  return of === null ? NONE : { kind: 'decimal', decimal: of };
}

function titleOf(kind: Kind): Title {
  return { kind: 'label', message: MOVEMENTS[kind].label };
}

function dayOf(day: Deal['close']['now']): Cell {
  return day === null ? text('–') : { kind: 'day', day };
}

function amountOf(amount: Decimal | null, own: string, currency: string): Cell {
  if (amount === null) return text('–');
  const cell: Cell = { kind: 'money', amount };
  return own === currency ? cell : { kind: 'phrase', parts: [cell, ` ${own}`] };
}

function text(of: string): Cell {
  return { kind: 'text', text: of };
}
