// The page of `pipeline history`: one deal's life in a few lines, a small chart, then each snapshot in which something
// happened.

import { epochDay } from '../base/day.ts';
import type { Gone, HistoryEvent, HistoryView } from '../report/history.ts';
import { movesTable } from './commit-moves.ts';
import { type Part, whatHappened } from './diff-words.ts';
import { plural } from './freshness-lines.ts';
import { amountOf, saidBlocks } from './history-said.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Page, Records } from './page.ts';
import { removalBlocks } from './removal.ts';
import { say } from './say.ts';
import { spark } from './spark.ts';

/** Its life, or with --field what was said. */
export function historyPage(view: HistoryView, look: Look): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...blocksOf(view, look)] };
}

function* blocksOf(view: HistoryView, look: Look): Generator<Block> {
  const { deal, said, gone } = view;
  const title = [deal.id, deal.name, deal.account].filter((part) => part !== '').join(' · ');
  yield { kind: 'heading', parts: [title] };
  const asOf: Part[] = view.as_of === null ? [] : [' · on ', { kind: 'day', day: view.as_of }];
  yield { kind: 'line', parts: [`${look.stageLabel(deal.stage)} · ${look.ownerLabel(deal.owner)}`, ...asOf] };
  yield { kind: 'blank' };
  if (gone !== null) yield* goneBlocks(gone);
  if (said !== null) {
    yield* saidBlocks(said, view, look);
    return;
  }
  yield* chart(view);
  yield* summary(view, look);
  yield { kind: 'blank' };
  yield timeline(view, look);
  yield { kind: 'blank' };
  yield* betweenBlocks(view, look);
  const field = view.close === null ? 'amount' : 'close';
  yield {
    kind: 'next',
    text: 'What was said, and when',
    command: `pipeline history ${deal.id} --field ${field}`,
  };
}

function* goneBlocks({ removal }: Gone): Generator<Block> {
  yield { kind: 'line', tone: 'bad', parts: ['It is gone: neither among the deals nor in the archive.'] };
  if (removal !== null) yield* removalBlocks(say('Its file was removed'), removal);
  yield { kind: 'blank' };
}

function* chart({ points, amount, close, push_count, days_slipped }: HistoryView): Generator<Block> {
  if (amount !== null) {
    const { first, peak, now, currency } = amount;
    const known = points.map((point) =>
      point.amount === null || point.currency !== currency ? undefined : Number(point.amount),
    );
    const parts: Part[] = [`Amount  ${spark(known)}  `, money(first), ' → ', money(now), ` ${currency}`];
    yield {
      kind: 'line',
      parts: peak === now || peak === first ? parts : [...parts, ', at most ', money(peak)],
    };
  }
  if (close !== null) {
    const days = points.map((point) => (point.close === null ? undefined : epochDay(point.close)));
    const now: Part = close.now === null ? 'none' : { kind: 'day', day: close.now };
    const parts: Part[] = [`Close   ${spark(days)}  `, { kind: 'day', day: close.first }, ' → ', now];
    const pushed = push_count === 0 ? '' : ` · pushed ${push_count}×, ${plural(days_slipped, 'day')}`;
    yield { kind: 'line', parts: [...parts, pushed] };
  }
}

function* summary(view: HistoryView, look: Look): Generator<Block> {
  const { stages, skipped, regressed, idle, snapshots, pull_count: pulls, days_pulled_in: pulled } = view;
  const stays = stages.map(({ label, days }) => (days === null ? label : `${label} ${plural(days, 'day')}`));
  if (stays.length > 0) yield { kind: 'paragraph', parts: [`Stages: ${stays.join(' · ')}`] };
  const told = [
    `In ${plural(snapshots, 'snapshot')}`,
    `no movement in ${idle} of ${view.open_steps} steps while open`,
    ...(pulls === 0 ? [] : [`pulled in ${pulls}×, ${plural(pulled, 'day')}`]),
    ...(regressed === 0 ? [] : [`went back ${regressed}×`]),
    ...(skipped.length === 0 ? [] : [`skipped ${skipped.map(look.stageLabel).join(', ')}`]),
  ];
  yield { kind: 'paragraph', parts: [told.join(' · ')] };
}

function* betweenBlocks({ between, currency }: HistoryView, look: Look): Generator<Block> {
  if (between.length === 0) return;
  yield { kind: 'line', parts: ['From commits, and in no snapshot:'] };
  yield { kind: 'blank' };
  yield movesTable([{ id: '', steps: between }], currency, look);
  yield { kind: 'blank' };
}

function timeline(view: HistoryView, look: Look): Block {
  return {
    kind: 'table',
    columns: [
      { key: 'snapshot', title: 'Snapshot' },
      { key: 'what', title: 'What happened', shrinkTo: 12 },
      { key: 'stage', title: 'Stage', shrinkTo: 10, dropRank: 2 },
      { key: 'amount', title: 'Amount', align: 'right' },
      { key: 'close', title: 'Close', dropRank: 1 },
    ],
    rows: view.events.flatMap((event, at) => rowsOf(event, at === 0, view, look)),
  };
}

function rowsOf(event: HistoryEvent, isFirst: boolean, view: HistoryView, look: Look): Cell[][] {
  const context = { due_in: event.due_in, currency: view.currency };
  const [first, ...further]: readonly Cell[] = isFirst
    ? [text(event.origin === 'taken' ? 'first seen' : `first seen · ${event.origin}`)]
    : whatHappened(event, context, look);
  const head: Cell[] = [
    text(event.snapshot),
    first ?? text(''),
    text(event.stage === '' ? '–' : look.stageLabel(event.stage)),
    amountOf(event, view.currency),
    event.close === null ? text('–') : { kind: 'day', day: event.close },
  ];
  return [head, ...further.map((cell): Cell[] => [{ kind: 'none' }, cell])];
}

/** The deal in every snapshot that has it. */
export function historyRecords({ points }: HistoryView): Records {
  return {
    columns: ['snapshot', 'on', 'origin', 'stage', 'amount', 'currency', 'close', 'owner'],
    rows: points.map(({ snapshot, on, origin, stage, amount, currency, close, owner }) => [
      { kind: 'text', text: snapshot },
      { kind: 'day', day: on },
      { kind: 'text', text: origin },
      { kind: 'text', text: stage },
      amount === null ? { kind: 'none' } : { kind: 'decimal', decimal: amount },
      { kind: 'text', text: currency },
      close === null ? { kind: 'none' } : { kind: 'day', day: close },
      { kind: 'text', text: owner },
    ]),
  };
}

function money(amount: Extract<Cell, { kind: 'money' }>['amount']): Cell {
  return { kind: 'money', amount };
}

function text(of: string): Cell {
  return { kind: 'text', text: of };
}
