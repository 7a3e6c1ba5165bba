// The page of `pipeline history`: one deal's life in a few lines, a small chart, then each snapshot in which something
// happened.

import { epochDay } from '../base/day.ts';
import type { Gone, HistoryEvent, HistoryView } from '../report/history.ts';
import type { Message } from '../words/message.ts';
import { movesTable } from './commit-moves.ts';
import { whatHappened } from './diff-words.ts';
import { amountOf, saidBlocks } from './history-said.ts';
import type { Look } from './look.ts';
import { dotted } from './names.ts';
import type { Block, Cell, Page, Records } from './page.ts';
import { removalBlocks } from './removal.ts';
import { count, type Said, say } from './say.ts';
import { spark } from './spark.ts';
import { stageCell } from './stage-cell.ts';

/** Its life, or with --field what was said. */
export function historyPage(view: HistoryView, look: Look): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...blocksOf(view, look)] };
}

function* blocksOf(view: HistoryView, look: Look): Generator<Block> {
  const { deal, said, gone } = view;
  const title = [deal.id, deal.name, deal.account].filter((part) => part !== '').join(' · ');
  yield { kind: 'heading', parts: [title] };
  const asOf = view.as_of === null ? [] : [say('on {day}', { day: { kind: 'day', day: view.as_of } })];
  const stands = [stageCell(deal.stage, look), look.ownerLabel(deal.owner), ...asOf];
  yield { kind: 'line', parts: dotted(stands) };
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
    text: say('What was said, and when'),
    command: `pipeline history ${deal.id} --field ${field}`,
  };
}

function* goneBlocks({ removal }: Gone): Generator<Block> {
  yield {
    kind: 'line',
    tone: 'bad',
    parts: [say('It is gone: neither among the deals nor in the archive.')],
  };
  if (removal !== null) yield* removalBlocks(say('Its file was removed'), removal);
  yield { kind: 'blank' };
}

function* chart({ points, amount, close, push_count, days_slipped }: HistoryView): Generator<Block> {
  if (amount !== null) {
    const { first, peak, now, currency } = amount;
    const known = points.map((point) =>
      point.amount === null || point.currency !== currency ? undefined : Number(point.amount),
    );
    const course: Cell = {
      kind: 'phrase',
      parts: [`${spark(known)}  `, money(first), ' → ', money(now), ` ${currency}`],
    };
    const line =
      peak === now || peak === first
        ? say(AMOUNT, { course })
        : say(AMOUNT_WITH_PEAK, { course, peak: money(peak) });
    yield { kind: 'line', parts: [line] };
  }
  if (close !== null) {
    const days = points.map((point) => (point.close === null ? undefined : epochDay(point.close)));
    const now: Cell = close.now === null ? say('none') : { kind: 'day', day: close.now };
    const course: Cell = {
      kind: 'phrase',
      parts: [`${spark(days)}  `, { kind: 'day', day: close.first }, ' → ', now],
    };
    const pushed = { times: count(push_count), days: days_slipped };
    yield {
      kind: 'line',
      parts: dotted([say(CLOSE, { course }), ...(push_count === 0 ? [] : [say(PUSHED, pushed)])]),
    };
  }
}

// Spaces put the two courses below each other, in every language.
const AMOUNT = 'Amount  {course}' satisfies Message;
const AMOUNT_WITH_PEAK = 'Amount  {course}, at most {peak}' satisfies Message;
const CLOSE = 'Close   {course}' satisfies Message;
const PUSHED = 'pushed {times}×, {days, plural, one {# day} other {# days}}' satisfies Message;

function* summary(view: HistoryView, look: Look): Generator<Block> {
  const { stages, skipped, regressed, idle, snapshots, pull_count: pulls, days_pulled_in: pulled } = view;
  if (stages.length > 0) {
    const stays = dotted(stages.map(stay));
    yield { kind: 'paragraph', parts: [say('Stages: {stays}', { stays: { kind: 'phrase', parts: stays } })] };
  }
  const told = [
    say('In {snapshots, plural, one {# snapshot} other {# snapshots}}', { snapshots }),
    say('no movement in {idle} of {steps} steps while open', {
      idle: count(idle),
      steps: count(view.open_steps),
    }),
    ...(pulls === 0 ? [] : [say(PULLED_IN, { times: count(pulls), days: pulled })]),
    ...(regressed === 0 ? [] : [say('went back {times}×', { times: count(regressed) })]),
    ...(skipped.length === 0
      ? []
      : [say('skipped {stages}', { stages: skipped.map(look.stageLabel).join(', ') })]),
  ];
  yield { kind: 'paragraph', parts: dotted(told) };
}

const PULLED_IN = 'pulled in {times}×, {days, plural, one {# day} other {# days}}' satisfies Message;

function stay({ label, days }: HistoryView['stages'][number]): string | Said {
  if (days === null) return label;
  return say('{stage} {days, plural, one {# day} other {# days}}', { stage: label, days });
}

function* betweenBlocks({ between, currency }: HistoryView, look: Look): Generator<Block> {
  if (between.length === 0) return;
  yield { kind: 'line', parts: [say('From commits, and in no snapshot:')] };
  yield { kind: 'blank' };
  yield movesTable([{ id: '', steps: between }], currency, look);
  yield { kind: 'blank' };
}

function timeline(view: HistoryView, look: Look): Block {
  return {
    kind: 'table',
    columns: [
      { key: 'snapshot', title: 'Snapshot' },
      { key: 'what', title: 'What happened', shrinkTo: 9, wrapsTo: 36 },
      { key: 'stage', title: 'Stage', shrinkTo: 10, dropRank: 2 },
      { key: 'amount', title: 'Amount', align: 'right' },
      { key: 'close', title: 'Close', dropRank: 1 },
    ],
    rows: view.events.flatMap((event, at) => rowsOf(event, at === 0, view, look)),
  };
}

function firstSeen({ origin }: HistoryEvent): Cell {
  const seen = say('first seen');
  return origin === 'taken' ? seen : { kind: 'phrase', parts: [seen, ` · ${origin}`] };
}

function rowsOf(event: HistoryEvent, isFirst: boolean, view: HistoryView, look: Look): Cell[][] {
  const context = { due_in: event.due_in, currency: view.currency };
  const [first, ...further]: readonly Cell[] = isFirst
    ? [firstSeen(event)]
    : whatHappened(event, context, look);
  const head: Cell[] = [
    text(event.snapshot),
    first ?? text(''),
    event.stage === '' ? text('–') : stageCell(event.stage, look),
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
