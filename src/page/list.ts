// The page of `pipeline list`: the sum first, then a line a deal, and the same sum below them.

import { capital } from '../base/capital.ts';
import type { Decimal } from '../base/money.ts';
import type { Listing, ListView } from '../report/list.ts';
import type { Field } from '../report/row-fields.ts';
import type { DealRow } from '../snapshot/row.ts';
import { kindsOf } from './list-kinds.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Column, Page } from './page.ts';
import { ownTitle, type Said, say } from './say.ts';
import { stageCell } from './stage-cell.ts';
import { understoodLines } from './understood.ts';
import { unreadableLine } from './unreadable-line.ts';
import { withoutRateLines } from './without-rate.ts';

/** How the usual columns look; any other has its name for a title. */
const COLUMNS: Readonly<Record<string, Omit<Column, 'key'>>> = {
  id: { title: 'Deal', shrinkTo: 24 },
  name: { title: 'Name', shrinkTo: 12, dropRank: 3 },
  account: { title: 'Account', shrinkTo: 10, dropRank: 2 },
  owner: { title: 'Owner', shrinkTo: 10 },
  stage: { title: 'Stage', shrinkTo: 14 },
  value: { title: 'Value', align: 'right' },
  close: { title: 'Close', dropRank: 1 },
};

/** What was listed, its sum, and what can be done with it. */
export function listPage(listing: Listing, look: Look): Page {
  return { currency: listing.view.currency, digits: look.digits, blocks: [...blocksOf(listing, look)] };
}

function* blocksOf({ view, rows, shown }: Listing, look: Look): Generator<Block> {
  const { total, others, scope } = view;
  const first = rows[0];
  const understood = understoodLines(view.understood);
  if (first === undefined) {
    yield* understood;
    yield* emptyBlocks(view);
    return;
  }
  const sum: (string | Cell)[] =
    total.value === null ? [] : [' · ', { kind: 'money', amount: total.value }, ` ${view.currency}`];
  const deals = say(kindsOf(view).counted, { deals: total.count });
  yield { kind: 'heading', parts: [onDay(deals, view), ...sum] };
  yield* understood;
  yield { kind: 'blank' };
  yield {
    kind: 'table',
    columns: shown.map(columnOf),
    rows: rows.map((row) => shown.map((field) => cellOf(row, field, view, look))),
    totals: totalsOf(view, shown),
  };
  yield { kind: 'blank' };
  yield* remarks(view);
  const isNarrowed = Object.values(scope).some((asked) => asked !== null && asked.length > 0);
  yield isNarrowed && others > 0
    ? {
        kind: 'next',
        text: say('{others} more with another outcome', { others }),
        command: 'pipeline list --all',
      }
    : { kind: 'next', text: say('All of one deal'), command: `pipeline show ${first.id}` };
}

function* remarks({ total, archived, unreadable, outcomes, ...sums }: ListView): Generator<Block> {
  if (total.value === null) {
    const parts = [say('The amounts are too large to be added up exactly: look for a mistyped one.')];
    yield { kind: 'line', tone: 'warn', parts };
  }
  yield* withoutRateLines(total.without_rate, sums);
  const unvalued = total.without_value - total.without_rate.count;
  if (unvalued > 0) {
    const parts = [say('{deals, plural, other {#}} without an amount.', { deals: unvalued })];
    yield { kind: 'line', parts };
  }
  if (archived.count > 0) {
    const value: (string | Cell)[] =
      archived.value === null ? [] : [', ', { kind: 'money', amount: archived.value }];
    const more = say(kindsOf({ outcomes }).archived, { deals: archived.count });
    yield { kind: 'line', parts: [more, ...value, ' → pipeline archive list'] };
  }
  yield* unreadableLine(unreadable);
}

function* emptyBlocks(view: ListView): Generator<Block> {
  const { as_of: asOf } = view;
  const on: { readonly day: Cell } = { day: asOf === null ? { kind: 'none' } : { kind: 'day', day: asOf } };
  if (view.in_all === 0 && view.unreadable.length > 0) {
    yield {
      kind: 'heading',
      parts: [asOf === null ? say('No deal can be listed.') : say('No deal can be listed on {day}.', on)],
    };
    yield* remarks(view);
    yield { kind: 'next', text: say('What is wrong with them'), command: 'pipeline check' };
    return;
  }
  if (view.in_all === 0) {
    yield {
      kind: 'heading',
      parts: [asOf === null ? say('There are no deals yet.') : say('There are no deals on {day}.', on)],
    };
    yield {
      kind: 'next',
      text: say('Write one into deals/, or bring in an export'),
      command: 'pipeline import FILE',
    };
    return;
  }
  yield {
    kind: 'heading',
    parts: [
      asOf === null
        ? say('No {kind} to list.', { kind: say(kindsOf(view).none) })
        : say('No {kind} on {day} to list.', { kind: say(kindsOf(view).none), ...on }),
    ],
  };
  yield* remarks(view);
  const { others } = view;
  const text =
    others > 0
      ? say(
          '{others, plural, one {# with another outcome meets} other {# with another outcome meet}} what was asked',
          { others },
        )
      : say('None of {all} meets what was asked', { all: view.in_all });
  yield { kind: 'next', text, command: 'pipeline list --all' };
}

function onDay(deals: Said, { as_of: day }: ListView): Said {
  return day === null ? deals : say('{deals} on {day}', { deals, day: { kind: 'day', day } });
}

function columnOf({ name, kind }: Field): Column {
  const usual = COLUMNS[name];
  if (usual !== undefined) return { key: name, ...usual };
  const words = name.replace(/^custom\./, '').replaceAll('_', ' ');
  const title = capital(words);
  if (kind === 'decimal' || kind === 'number') return { key: name, title: ownTitle(title), align: 'right' };
  return { key: name, title: ownTitle(title), shrinkTo: 10 };
}

function cellOf(row: DealRow, field: Field, view: ListView, look: Look): Cell {
  const held = field.read(row);
  switch (held.kind) {
    case 'none':
      return held;
    case 'day':
      return { kind: 'day', day: held.day };
    case 'number':
      return { kind: 'count', count: held.number };
    case 'decimal':
      return moneyCell(held.decimal, field.name === 'value' ? view.currency : row.currency, view.currency);
    case 'text':
      return labelled(held.text, field.name, look);
  }
}

/** An amount in another currency than the page's names it. */
function moneyCell(amount: Decimal, currency: string, own: string): Cell {
  const money: Cell = { kind: 'money', amount };
  return currency === own ? money : { kind: 'phrase', parts: [money, ` ${currency}`] };
}

function labelled(text: string, field: string, look: Look): Cell {
  if (field === 'stage') return stageCell(text, look);
  return { kind: 'text', text: field === 'owner' ? look.ownerLabel(text) : text };
}

function totalsOf({ total }: ListView, shown: readonly Field[]): Cell[][] {
  const { value } = total;
  const at = shown.findIndex(({ name }) => name === 'value');
  if (at < 0 || value === null) return [];
  const label = say('Sum of {count}', { count: total.count });
  return [
    shown.map((_, index) => {
      if (index === at) return { kind: 'money', amount: value };
      return index === 0 ? label : { kind: 'none' };
    }),
  ];
}
