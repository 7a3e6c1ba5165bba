// The page of `pipeline snapshot list`: a line a snapshot, the newest last, next to the prompt.

import type { ListedSnapshot, SnapshotListView } from '../report/snapshot-list.ts';
import { counted } from './counted.ts';
import type { Block, Cell, Page, Records } from './page.ts';
import { say } from './say.ts';

/** @param digits of the reporting currency */
export function snapshotListPage(view: SnapshotListView, currency: string, digits: number): Page {
  return { currency, digits, blocks: [...blocksOf(view, currency)] };
}

function* blocksOf({ snapshots, damaged }: SnapshotListView, currency: string): Generator<Block> {
  const last = snapshots.at(-1);
  if (last !== undefined) {
    yield {
      kind: 'heading',
      parts: [counted(snapshots.length, 'snapshot'), ' · ', say('the last one {name}', { name: last.name })],
    };
    yield { kind: 'blank' };
    yield table(snapshots, currency);
    yield { kind: 'blank' };
  }
  for (const name of damaged) {
    yield {
      kind: 'line',
      tone: 'bad',
      parts: [say('{name} is damaged', { name }), ` → pipeline snapshot verify ${name}`],
    };
  }
  if (last !== undefined) {
    yield { kind: 'next', text: say('What happened since'), command: `pipeline diff ${last.name}` };
  }
}

function table(snapshots: readonly ListedSnapshot[], currency: string): Block {
  const hasMessages = snapshots.some(({ message }) => message !== '');
  return {
    kind: 'table',
    columns: [
      { key: 'name', title: 'Snapshot' },
      { key: 'origin', title: 'Origin', dropRank: 1 },
      { key: 'deals', title: 'Deals', align: 'right' },
      { key: 'open', title: 'Open', align: 'right' },
      { key: 'open_value', title: say('Open value, {currency}', { currency }), align: 'right' },
      ...(hasMessages ? [{ key: 'message', title: 'Message', shrinkTo: 12 } as const] : []),
    ],
    rows: snapshots.map((one) => [
      text(one.name),
      one.origin === 'taken' ? say('taken') : text(one.origin),
      { kind: 'count', count: one.deals },
      { kind: 'count', count: one.open },
      valueIn(one, currency),
      ...(hasMessages ? [text(one.message)] : []),
    ]),
  };
}

/** A snapshot keeps the reporting currency that it was taken in. */
function valueIn({ open_value, currency: own }: ListedSnapshot, currency: string): Cell {
  const money: Cell = { kind: 'money', amount: open_value };
  return own === currency ? money : { kind: 'phrase', parts: [`${own} `, money] };
}

export function snapshotListRecords({ snapshots }: SnapshotListView): Records {
  return {
    columns: ['name', 'on', 'taken_at', 'origin', 'deals', 'open', 'open_value', 'currency', 'message'],
    rows: snapshots.map((one) => [
      { kind: 'text', text: one.name },
      { kind: 'day', day: one.on },
      { kind: 'text', text: one.taken_at },
      { kind: 'text', text: one.origin },
      { kind: 'number', number: one.deals },
      { kind: 'number', number: one.open },
      { kind: 'decimal', decimal: one.open_value },
      { kind: 'text', text: one.currency },
      { kind: 'text', text: one.message },
    ]),
  };
}

function text(of: string): Cell {
  return { kind: 'text', text: of };
}
