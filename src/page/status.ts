// The page of `pipeline status`: one screen that a Monday begins with.

import type { Decimal } from '../base/money.ts';
import { BAR_KINDS, BARS } from '../movement/bars.ts';
import type { MovedSince, StatusView } from '../report/status.ts';
import { todayLine } from './agenda.ts';
import { backfilledSaid } from './backfilled-line.ts';
import { notEvaluatedLines } from './freshness-lines.ts';
import { dotted } from './names.ts';
import type { Block, Cell, Facts, Page, Records } from './page.ts';
import { partlyJudged } from './partly-judged.ts';
import { say } from './say.ts';
import { spark } from './spark.ts';
import { namedStageCell } from './stage-cell.ts';
import { unreadableLine } from './unreadable-line.ts';
import { sayWeekday } from './weekday.ts';
import { withoutRateLines } from './without-rate.ts';

type Part = string | Cell;
type Fact = Facts['facts'][number];

/** Funnel, what moved, freshness, discipline, and the next thing to do. */
export function statusPage(view: StatusView, digits: number): Page {
  return { currency: view.currency, digits, blocks: [...blocksOf(view)] };
}

function* blocksOf(view: StatusView): Generator<Block> {
  yield { kind: 'heading', parts: heading(view) };
  yield { kind: 'blank' };
  if (view.open.count === 0 && view.closed === 0 && view.unreadable.length === 0) {
    yield { kind: 'line', parts: [say('There are no deals yet.')] };
    yield {
      kind: 'next',
      text: say('Write one into deals/, or bring in an export'),
      command: 'pipeline import FILE',
    };
    return;
  }
  yield funnel(view);
  yield { kind: 'blank' };
  yield {
    kind: 'facts',
    as: 'line',
    facts: [
      ...courseFacts(view),
      ...(view.since === null ? [] : movedFacts(view.since)),
      freshFact(view),
      recordedFact(view),
    ],
  };
  yield* remarks(view);
  yield { kind: 'blank' };
  yield next(view);
}

function heading({ name, week, today, as_of, last_snapshot }: StatusView): Part[] {
  const begin: Part[] = [`${name} ${week} · `, sayWeekday(today), ' ', { kind: 'day', day: today }, ' · '];
  if (as_of !== null) return [...begin, say('as the snapshot of that day has it')];
  if (last_snapshot === null) return [...begin, say('no snapshot yet')];
  const { on, days } = last_snapshot;
  const ago =
    days === 0
      ? say('today')
      : days === 1
        ? say('yesterday')
        : say('{days, plural, one {# day} other {# days}} ago', { days });
  return [...begin, say('last snapshot {day}', { day: { kind: 'day', day: on } }), ', ', ago];
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
    rows: stages.map(({ stage, label, count, value, median_days }) => [
      namedStageCell({ stage, label }),
      { kind: 'count', count },
      { kind: 'money', amount: value },
      median_days === null ? { kind: 'text', text: '–' } : { kind: 'count', count: median_days },
      { kind: 'bar', from: 0, to: largest > 0 ? Math.max(0, Number(value)) / largest : 0 },
    ]),
    totals: [
      [
        say('Open'),
        { kind: 'count', count: open.count },
        { kind: 'money', amount: open.value },
        { kind: 'none' },
        { kind: 'none' },
      ],
    ],
  };
}

/** Two points are no course. */
const FEWEST = 3;

function courseFacts({ course }: StatusView): Fact[] {
  const known = course.flatMap(({ open_value }) => open_value ?? []);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || known.length < FEWEST) return [];
  const values = course.map(({ open_value }) => (open_value === null ? undefined : Number(open_value)));
  return [
    {
      label: say('Open value, {weeks, plural, one {# week} other {# weeks}}', { weeks: course.length }),
      parts: [spark(values), '  ', money(first), ' → ', money(last)],
    },
  ];
}

function* movedFacts(since: MovedSince): Generator<Fact> {
  yield {
    label: say('Since {day}', { day: { kind: 'day', day: since.from } }),
    parts: [
      money(since.opening.value),
      ' → ',
      money(since.closing.value),
      '   ',
      { kind: 'money', amount: since.change, signed: true },
    ],
  };
  const moves: Part[] = [
    ...(since.slipped > 0
      ? [say('slipped {deals, plural, one {# deal} other {# deals}}', { deals: since.slipped })]
      : []),
    ...(since.slipped > 0 && since.pulled_in > 0 ? ['  '] : []),
    ...(since.pulled_in > 0
      ? [say('pulled in {deals, plural, one {# deal} other {# deals}}', { deals: since.pulled_in })]
      : []),
  ];
  const came = barsOf(since, 1);
  const went = barsOf(since, -1);
  if (came.length > 0) yield goingOn('  + ', ...came);
  if (went.length > 0) yield goingOn('  − ', ...went);
  if (moves.length > 0) yield goingOn('    ', ...moves);
  if (came.length + went.length + moves.length === 0) yield goingOn('    ', say('no value moved'));
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
          at === 0 ? '' : '  ',
          { kind: 'phrase', parts: [say(label)], isUnbroken: true },
          '\u00a0',
          money(bar.value),
          `\u00a0(${bar.count})`,
        ],
  );
}

function freshFact({ freshness }: StatusView): Fact {
  const { by_value, by_count, fresh, open } = freshness;
  const label = say('Fresh');
  if (by_count === null) return { label, parts: ['– · ', say('not judged')] };
  const deals = ofOpen(fresh.count, open.count);
  const value =
    by_value === null ? [] : [say('{share} of value', { share: { kind: 'share', share: by_value } })];
  return { label, parts: dotted([...value, deals, ...partlyJudged(freshness)]) };
}

function recordedFact({ recorded_from_first_stage: recorded, open }: StatusView): Fact {
  if (recorded.of === 0 && open.count > 0)
    return { label: say('Recorded from stage 1'), parts: ['– · ', say('not known')] };
  const share: Part[] = recorded.share === null ? [] : [' · ', { kind: 'share', share: recorded.share }];
  return { label: say('Recorded from stage 1'), parts: [ofOpen(recorded.count, recorded.of), ...share] };
}

function* remarks(view: StatusView): Generator<Block> {
  for (const end of view.since?.backfilled ?? []) {
    yield { kind: 'paragraph', tone: 'warn', parts: backfilledSaid(end) };
  }
  yield* withoutRateLines(view.freshness.without_rate, view);
  yield* notEvaluatedLines(view.freshness.not_evaluated.map((entry) => ({ ...entry, source: '' })));
  yield* unreadableLine(view.unreadable);
}

/** What is due comes first, then what is not fresh, then what happened. */
function next({ due, freshness, since }: StatusView): Block {
  const today = todayLine(due);
  if (today !== undefined) return today;
  const notFresh = freshness.open.count - freshness.fresh.count;
  if (freshness.by_count === null && notFresh > 0) {
    return {
      kind: 'next',
      text: say('{deals, plural, one {# deal} other {# deals}} with findings', { deals: notFresh }),
      command: 'pipeline check',
    };
  }
  if (notFresh > 0) {
    return {
      kind: 'next',
      text: say('{deals, plural, one {# deal} other {# deals}} not fresh', { deals: notFresh }),
      command: 'pipeline stale',
    };
  }
  return since === null
    ? { kind: 'next', text: say('The deals one by one'), command: 'pipeline list' }
    : { kind: 'next', text: say('What happened to each deal'), command: 'pipeline diff' };
}

function ofOpen(some: number, open: number): Cell {
  return say('{some} of {open} open deals', { some: count(some), open: count(open) });
}

function goingOn(...parts: readonly Part[]): Fact {
  return { label: '', parts };
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
