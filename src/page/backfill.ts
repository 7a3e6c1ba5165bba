// The page of `pipeline backfill`: which snapshots were made, who is in none of them, and what they can't tell.

import { UNPLACED_REASONS, type UnplacedReason } from '../backfill/source.ts';
import { named } from '../base/named.ts';
import type { BackfillView, MadeSnapshot } from '../report/backfill.ts';
import { plural } from './freshness-lines.ts';
import type { Block, Cell, Page, Records, Title } from './page.ts';

export interface BackfillCall {
  /** Of reports. */
  readonly currency: string;
  readonly digits: number;
  /** What was typed, without --dry-run. */
  readonly command: string;
}

/** Which were made, then what is in none of them and why. */
export function backfillPage(view: BackfillView, { currency, digits, command }: BackfillCall): Page {
  return { currency, digits, blocks: [...blocksOf(view, command)] };
}

function* blocksOf(view: BackfillView, command: string): Generator<Block> {
  const { snapshots } = view;
  const [first] = snapshots;
  const last = snapshots.at(-1);
  if (first === undefined || last === undefined) {
    const why =
      view.before_all.length === 0
        ? 'Every day that was asked for has a snapshot already'
        : 'There is nothing to make a snapshot of';
    yield { kind: 'heading', parts: [`${why} · none is made`] };
    yield { kind: 'blank' };
    yield* aside(view);
    yield { kind: 'next', text: 'All snapshots', command: 'pipeline snapshot list' };
    return;
  }
  const made = view.dry_run ? 'would be made' : 'made';
  yield {
    kind: 'heading',
    parts: [
      `${plural(snapshots.length, 'snapshot')} ${made} · ${first.name} to ${last.name} · ${view.origin}`,
    ],
  };
  yield { kind: 'blank' };
  yield table(snapshots);
  yield { kind: 'blank' };
  yield* aside(view);
  if (view.dry_run) {
    yield {
      kind: 'next',
      text: 'Nothing was written; this makes them',
      command,
    };
  } else if (first === last) {
    yield { kind: 'next', text: 'What happened since', command: `pipeline diff ${last.name}` };
  } else {
    yield {
      kind: 'next',
      text: 'What happened in that time',
      command: `pipeline diff ${first.name} ${last.name}`,
    };
  }
}

/** What is in none of them, or not as it was. */
function* aside(view: BackfillView): Generator<Block> {
  yield* without(view);
  yield* unreadable(view);
  yield* rejected(view);
  yield* unplaced(view);
  yield* strangers(view);
  yield* unknown(view);
}

/** Of a long series its two ends tell enough; CSV and JSON have all of it. */
const MOST_ROWS = 20;
const EACH_END = 5;

function table(snapshots: readonly MadeSnapshot[]): Block {
  const hasArchive = snapshots.some(({ archived }) => archived > 0);
  const count = (of: number): Cell => ({ kind: 'count', count: of });
  const row = (one: MadeSnapshot): Cell[] => [
    text(one.name),
    count(one.deals),
    count(one.open),
    count(one.won),
    count(one.lost),
    ...(hasArchive ? [count(one.archived)] : []),
  ];
  const isLong = snapshots.length > MOST_ROWS;
  const between = text(`${snapshots.length - 2 * EACH_END} more`);
  const rows = isLong
    ? [...snapshots.slice(0, EACH_END).map(row), [between], ...snapshots.slice(-EACH_END).map(row)]
    : snapshots.map(row);
  const right = (key: string, title: Title) => ({ key, title, align: 'right' as const });
  return {
    kind: 'table',
    columns: [
      { key: 'name', title: 'Snapshot' },
      right('deals', 'Deals'),
      right('open', 'Open'),
      right('won', 'Won'),
      right('lost', 'Lost'),
      ...(hasArchive ? [right('archived', 'Archived')] : []),
    ],
    rows,
  };
}

function* without({ already_there: there, before_all: before, outside }: BackfillView): Generator<Block> {
  if (there.length > 0) {
    yield line(`Left alone, because there is a snapshot: ${plural(there.length, 'day')}, ${named(there)}.`);
  }
  if (before.length > 0) {
    yield line(`Nothing is known of: ${plural(before.length, 'day')}, ${named(before)}.`);
  }
  if (outside.length > 0) {
    yield line(`Outside of the time asked for: ${plural(outside.length, 'export')}, ${named(outside)}.`);
  }
}

function* unreadable({ snapshots }: BackfillView): Generator<Block> {
  const leftOut = [...new Set(snapshots.flatMap(({ left_out }) => left_out))].sort();
  if (leftOut.length > 0) {
    const text = `Could not be read then, and no snapshot before has any: left out: ${plural(leftOut.length, 'deal')}, ${named(leftOut)}.`;
    yield { kind: 'paragraph', tone: 'bad', parts: [text] };
  }
  const names = snapshots.filter((one) => one.unreadable > 0).map(({ name }) => name);
  if (names.length === 0) return;
  const text = `With deals that could not be read then, and stand as before: ${plural(names.length, 'snapshot')}, ${named(names)}.`;
  yield { kind: 'paragraph', tone: 'warn', parts: [text] };
}

function* rejected({ rejected: rows }: BackfillView): Generator<Block> {
  const [first] = rows;
  if (first === undefined) return;
  const text = `Could not be imported, and in none of them: ${plural(rows.length, 'row')}, the first ${first.file}:${first.line}: ${first.reason}.`;
  yield { kind: 'paragraph', tone: 'bad', parts: [text] };
}

function* unplaced({ unplaced: all }: BackfillView): Generator<Block> {
  for (const [reason, words] of Object.entries(UNPLACED_REASONS) as [UnplacedReason, string][]) {
    const ids = all.filter(({ why }) => why === reason).map(({ id }) => id);
    if (ids.length === 0) continue;
    yield {
      kind: 'paragraph',
      tone: 'warn',
      parts: [`In none of them: ${plural(ids.length, 'deal')} (${words}): ${named(ids)}.`],
    };
  }
}

function* strangers({ strangers: ids }: BackfillView): Generator<Block> {
  if (ids.length === 0) return;
  const text = `In the history and not here: ${plural(ids.length, 'deal')}, ${named(ids)}. Import them, and they get their past.`;
  yield { kind: 'paragraph', tone: 'warn', parts: [text] };
}

function* unknown({ origin, assumed }: BackfillView): Generator<Block> {
  if (assumed.length > 0) {
    yield {
      kind: 'paragraph',
      parts: [`As they are today, because nothing tells what they were: ${assumed.join(', ')}.`],
    };
  }
  if (origin === 'backfill-dates') {
    yield {
      kind: 'paragraph',
      parts: ['Not known before a deal was closed, and left empty: amount, close date, next step.'],
    };
  }
}

/** A row a snapshot. */
export function backfillRecords({ snapshots }: BackfillView): Records {
  const columns = ['name', 'deals', 'open', 'won', 'lost', 'archived', 'unreadable'] as const;
  return {
    columns,
    rows: snapshots.map((one) =>
      columns.map((column) =>
        column === 'name' ? { kind: 'text', text: one.name } : { kind: 'number', number: one[column] },
      ),
    ),
  };
}

function text(of: string): Cell {
  return { kind: 'text', text: of };
}

function line(of: string): Block {
  return { kind: 'line', parts: [of] };
}
