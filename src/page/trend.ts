// The page of `pipeline trend`: a line a metric, with how it went at a glance, where it began and where it is. With a
// group a table a metric. An interval without a snapshot is a gap in the line, and told.

import type { TrendView } from '../report/trend.ts';
import { METRICS, type MetricId, type MetricValue } from '../report/trend-metrics.ts';
import type { Message } from '../words/message.ts';
import { courseTable } from './course-table.ts';
import type { Look } from './look.ts';
import { sayNames } from './names.ts';
import type { Block, Cell, Page, RecordCell, Records } from './page.ts';
import { count, type Said, say } from './say.ts';
import { type WarningLook, warningBlocks } from './series-warnings.ts';
import { stageCell } from './stage-cell.ts';

type Share = Extract<MetricValue, { readonly kind: 'share' }>;

/** A line a metric; by a group, a table a metric. */
export function trendPage(view: TrendView, look: WarningLook): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...blocksOf(view, look)] };
}

function* blocksOf(view: TrendView, look: WarningLook): Generator<Block> {
  const { intervals, groups, every } = view;
  const first = intervals[0]?.name ?? '';
  const last = intervals.at(-1)?.name ?? '';
  yield {
    kind: 'heading',
    parts: [say('{first} to {last}', { first, last }), ' · ', intervalsOf(intervals.length, every)],
  };
  yield { kind: 'blank' };
  if (view.by === null) {
    yield courseTable(
      'Metric',
      idsIn(view).map((id) => [say(METRICS[id].title), groups[0]?.metrics[id] ?? []]),
    );
    yield { kind: 'blank' };
  } else {
    for (const id of idsIn(view)) {
      yield { kind: 'line', parts: [say(METRICS[id].title)], tone: 'muted' };
      yield courseTable(
        '',
        groups.map(({ key, metrics }) => [labelOf(key, view, look), metrics[id] ?? []]),
      );
      yield { kind: 'blank' };
    }
  }
  const remarks = [...trendRemarks(view), ...partlyJudged(view)];
  yield* remarks;
  if (remarks.length > 0) yield { kind: 'blank' };
  if (intervals.length > 1) yield* warningBlocks(view, look);
  const from = intervals.find(({ snapshot }) => snapshot !== null)?.snapshot;
  const to = intervals.findLast(({ snapshot }) => snapshot !== null)?.snapshot;
  yield { kind: 'next', text: say('What that was, deal by deal'), command: `pipeline diff ${from} ${to}` };
}

function idsIn({ groups }: TrendView): MetricId[] {
  return Object.keys(groups[0]?.metrics ?? {}) as MetricId[];
}

function labelOf(key: string, { by }: TrendView, look: Look): Cell {
  if (by === 'stage') return stageCell(key, look);
  return { kind: 'text', text: by === 'owner' ? look.ownerLabel(key) : key === '' ? '–' : key };
}

/** Which intervals have no snapshot, and which have one that nobody took. */
export function* trendRemarks({ intervals, every }: TrendView): Generator<Block> {
  const names = intervals.filter(({ snapshot }) => snapshot === null).map(({ name }) => name);
  if (names.length > 0) {
    const missing = say('Without a snapshot: {intervals}, {names}. What moved then is in the next one.', {
      intervals: intervalsOf(names.length, every),
      names: sayNames(names),
    });
    yield { kind: 'paragraph', tone: 'warn', parts: [missing] };
  }
  const made = intervals.filter(({ origin }) => origin !== null && origin !== 'taken');
  if (made.length > 0) {
    const later = say(
      "Made later, not taken: {intervals}, {first} to {last}. What they can't tell is a gap.",
      {
        intervals: intervalsOf(made.length, every),
        first: made[0]?.name ?? '',
        last: made.at(-1)?.name ?? '',
      },
    );
    yield { kind: 'paragraph', parts: [later] };
  }
}

/** The intervals in which signs of life were judged for a part of the deals only: the others counted as fresh. */
function* partlyJudged({ intervals, groups }: TrendView): Generator<Block> {
  const partly = intervals.flatMap(({ name }, at) => {
    const shares = groups.map(({ metrics }) => metrics.freshness?.[at]);
    const total = (pick: (value: Share) => number) =>
      shares.reduce((sum, value) => sum + (value?.kind === 'share' ? pick(value) : 0), 0);
    const judged = total((value) => value.judged ?? value.of);
    const open = total(({ of }) => of);
    return judged > 0 && judged < open ? [{ name, judged, open }] : [];
  });
  const last = partly.at(-1);
  if (last === undefined) return;
  const { name, judged, open } = last;
  const remark = say(
    'Fresh in {names}: stale was judged for a part of the open deals only, in {name} for {judged} of {open}; the others count as fresh.',
    { names: sayNames(partly.map((one) => one.name)), name, judged: count(judged), open: count(open) },
  );
  yield { kind: 'paragraph', tone: 'warn', parts: [remark] };
}

const INTERVALS: Readonly<Record<TrendView['every'], Message>> = {
  week: '{count, plural, one {# week} other {# weeks}}',
  month: '{count, plural, one {# month} other {# months}}',
  quarter: '{count, plural, one {# quarter} other {# quarters}}',
};

function intervalsOf(count: number, every: TrendView['every']): Said {
  return say(INTERVALS[every], { count });
}

/** A row an interval, group and metric. */
export function trendRecords({ intervals, groups, by }: TrendView): Records {
  const rows: RecordCell[][] = [];
  for (const { key, metrics } of groups) {
    for (const [metric, values] of Object.entries(metrics)) {
      for (const [at, interval] of intervals.entries()) {
        rows.push([
          text(interval.name),
          interval.snapshot === null ? { kind: 'none' } : text(interval.snapshot),
          ...(by === null ? [] : [text(key)]),
          text(metric),
          ...recordOf(values[at] ?? null),
        ]);
      }
    }
  }
  return {
    columns: [
      'interval',
      'snapshot',
      ...(by === null ? [] : [by]),
      'metric',
      'value',
      'count',
      'of',
      'judged',
    ],
    rows,
  };
}

function recordOf(value: MetricValue): RecordCell[] {
  const none: RecordCell = { kind: 'none' };
  if (value === null || value.kind === 'met') return [none, none, none, none];
  if (value.kind === 'money') return [{ kind: 'decimal', decimal: value.amount }, none, none, none];
  if (value.kind === 'count') return [{ kind: 'number', number: value.count }, none, none, none];
  if (value.kind === 'number') return [{ kind: 'number', number: value.number }, none, none, none];
  const { share, count, of, judged } = value;
  return [
    share === null ? none : { kind: 'number', number: share },
    { kind: 'number', number: count },
    { kind: 'number', number: of },
    judged === undefined ? none : { kind: 'number', number: judged },
  ];
}

function text(of: string): RecordCell {
  return { kind: 'text', text: of };
}
