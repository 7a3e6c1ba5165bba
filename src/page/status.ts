// The page of `pipeline status`: one screen that a Monday begins with.

import { weekdayName, weekdayOf } from '../base/day.ts';
import type { Decimal } from '../base/money.ts';
import { BAR_KINDS, BARS } from '../movement/bars.ts';
import type { MovedSince, StatusView } from '../report/status.ts';
import { todayLine } from './agenda.ts';
import { notEvaluatedLines, plural } from './freshness-lines.ts';
import type { Block, Cell, Page, Records } from './page.ts';
import { say } from './say.ts';
import { unreadableLine } from './unreadable-line.ts';

/** The width of the words before figures, so that these stand below each other. */
const LABEL_WIDTH = 24;

type Part = string | Cell;

/** Funnel, what moved, freshness, discipline, and the next thing to do. */
export function statusPage(view: StatusView, digits: number): Page {
  return { currency: view.currency, digits, blocks: [...blocksOf(view)] };
}

function* blocksOf(view: StatusView): Generator<Block> {
  yield { kind: 'heading', parts: heading(view) };
  yield { kind: 'blank' };
  if (view.open.count === 0 && view.closed === 0 && view.unreadable.length === 0) {
    yield { kind: 'line', parts: ['There are no deals yet.'] };
    yield {
      kind: 'next',
      text: 'Write one into deals/, or bring in an export',
      command: 'pipeline import FILE',
    };
    return;
  }
  yield funnel(view);
  yield { kind: 'blank' };
  if (view.since !== null) yield* movedBlocks(view.since);
  yield { kind: 'line', parts: freshLine(view) };
  yield { kind: 'line', parts: recordedLine(view) };
  yield* remarks(view);
  yield { kind: 'blank' };
  yield next(view);
}

function heading({ name, week, today, as_of, last_snapshot }: StatusView): Part[] {
  const weekday = weekdayName(weekdayOf(today));
  const day: Cell = { kind: 'day', day: today };
  const begin: Part[] = [`${name} ${week} · ${weekday} `, day];
  if (as_of !== null) return [...begin, ' · as the snapshot of that day has it'];
  if (last_snapshot === null) return [...begin, ' · no snapshot yet'];
  const { on, days } = last_snapshot;
  const ago = days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
  return [...begin, ' · last snapshot ', { kind: 'day', day: on }, `, ${ago}`];
}

function funnel({ stages, open, currency }: StatusView): Block {
  const largest = Math.max(0, ...stages.map(({ value }) => Number(value)));
  return {
    kind: 'table',
    columns: [
      { key: 'stage', title: 'Stage', shrinkTo: 12 },
      { key: 'deals', title: 'Deals', align: 'right' },
      { key: 'value', title: say('Value, {currency}', { currency }), align: 'right' },
      { key: 'median_days', title: 'Median days in stage', align: 'right', dropRank: 1 },
      { key: 'bar', title: '' },
    ],
    rows: stages.map(({ label, count, value, median_days }) => [
      { kind: 'text', text: label },
      { kind: 'count', count },
      { kind: 'money', amount: value },
      median_days === null ? { kind: 'text', text: '–' } : { kind: 'count', count: median_days },
      { kind: 'bar', from: 0, to: largest > 0 ? Math.max(0, Number(value)) / largest : 0 },
    ]),
    totals: [
      [
        { kind: 'text', text: 'Open' },
        { kind: 'count', count: open.count },
        { kind: 'money', amount: open.value },
        { kind: 'none' },
        { kind: 'none' },
      ],
    ],
  };
}

function* movedBlocks(since: MovedSince): Generator<Block> {
  yield {
    kind: 'line',
    parts: [
      'Since ',
      { kind: 'day', day: since.from },
      // A day takes ten columns, in whichever order a locale writes it.
      ' '.repeat(LABEL_WIDTH - 1 - 'Since '.length - 10),
      money(since.opening.value),
      ' → ',
      money(since.closing.value),
      '   ',
      { kind: 'money', amount: since.change, signed: true },
    ],
  };
  const moves: Part[] = [
    ...(since.slipped > 0 ? [`slipped ${plural(since.slipped, 'deal')}`] : []),
    ...(since.pulled_in > 0
      ? [`${since.slipped > 0 ? '  ' : ''}pulled in ${plural(since.pulled_in, 'deal')}`]
      : []),
  ];
  const came = barsOf(since, 1);
  const went = barsOf(since, -1);
  if (came.length > 0) yield { kind: 'line', parts: ['  + ', ...came] };
  if (went.length > 0) yield { kind: 'line', parts: ['  − ', ...went] };
  if (moves.length > 0) yield { kind: 'line', parts: ['    ', ...moves] };
  if (came.length + went.length + moves.length === 0) yield { kind: 'line', parts: ['    no value moved'] };
}

/** `new 145,000 (3)  grown 35,000 (1)`: the bars of one sign that are not empty. */
function barsOf({ bars }: MovedSince, sign: 1 | -1): Part[] {
  const shown = BAR_KINDS.map((kind) => ({ ...BARS[kind], bar: bars[BARS[kind].key] })).filter(
    (one) => one.sign === sign && one.bar !== undefined && one.bar.count > 0,
  );
  return shown.flatMap(({ label, bar }, at) =>
    bar === undefined
      ? []
      : [
          `${at === 0 ? '' : '  '}${label.replaceAll(' ', '\u00a0')}\u00a0`,
          money(bar.value),
          `\u00a0(${bar.count})`,
        ],
  );
}

function freshLine({ freshness }: StatusView): Part[] {
  const { by_value, by_count, fresh, open } = freshness;
  if (by_count === null) return [label('Fresh'), '– · not judged'];
  const value: Part[] = by_value === null ? [] : [{ kind: 'share', share: by_value }, ' of value · '];
  return [label('Fresh'), ...value, count(fresh.count), ' of ', count(open.count), ' open deals'];
}

function recordedLine({ recorded_from_first_stage: recorded }: StatusView): Part[] {
  const share: Part[] = recorded.share === null ? [] : [' · ', { kind: 'share', share: recorded.share }];
  return [
    label('Recorded from stage 1'),
    count(recorded.count),
    ' of ',
    count(recorded.of),
    ' open deals',
    ...share,
  ];
}

function* remarks(view: StatusView): Generator<Block> {
  yield* notEvaluatedLines(view.freshness.not_evaluated.map((entry) => ({ ...entry, source: '' })));
  yield* unreadableLine(view.unreadable);
}

/** What is due comes first, then what is not fresh, then what happened. */
function next({ due, freshness, since }: StatusView): Block {
  const today = todayLine(due);
  if (today !== undefined) return today;
  const notFresh = freshness.open.count - freshness.fresh.count;
  if (freshness.by_count === null && notFresh > 0) {
    return { kind: 'next', text: `${plural(notFresh, 'deal')} with findings`, command: 'pipeline check' };
  }
  if (notFresh > 0) {
    return { kind: 'next', text: `${plural(notFresh, 'deal')} not fresh`, command: 'pipeline stale' };
  }
  return since === null
    ? { kind: 'next', text: 'The deals one by one', command: 'pipeline list' }
    : { kind: 'next', text: 'What happened to each deal', command: 'pipeline diff' };
}

function label(text: string): string {
  return text.padEnd(LABEL_WIDTH - 1);
}

function money(amount: Decimal): Cell {
  return { kind: 'money', amount };
}

function count(of: number): Cell {
  return { kind: 'count', count: of };
}

/** A record a stage of the funnel. */
export function statusRecords({ stages }: StatusView): Records {
  return {
    columns: ['stage', 'label', 'deals', 'value', 'median_days'],
    rows: stages.map(({ stage, label: shown, count: deals, value, median_days }) => [
      { kind: 'text', text: stage },
      { kind: 'text', text: shown },
      { kind: 'number', number: deals },
      { kind: 'decimal', decimal: value },
      median_days === null ? { kind: 'none' } : { kind: 'number', number: median_days },
    ]),
  };
}
