// The page of `pipeline backfill`: which snapshots were made, who is in none of them, and what they can't tell.

import { UNPLACED_REASONS, type UnplacedReason } from '../backfill/source.ts';
import { NOT_KNOWN_LABEL } from '../deal/process.ts';
import type { BackfillView, MadeSnapshot } from '../report/backfill.ts';
import type { Message } from '../words/message.ts';
import { dotted, sayNames } from './names.ts';
import type { Block, Cell, Page, Records, Title, Tone } from './page.ts';
import { count, type Said, say, spoken } from './say.ts';

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
    const why = say(
      view.before_all.length === 0
        ? 'Every day that was asked for has a snapshot already'
        : 'There is nothing to make a snapshot of',
    );
    yield { kind: 'heading', parts: dotted([why, say('none is made')]) };
    yield { kind: 'blank' };
    yield* aside(view);
    yield { kind: 'next', text: say('All snapshots'), command: 'pipeline snapshot list' };
    return;
  }
  const made = say(view.dry_run ? WOULD_BE_MADE : MADE, { snapshots: snapshots.length });
  const ends = say('{first} to {last}', { first: first.name, last: last.name });
  yield { kind: 'heading', parts: dotted([made, ends, view.origin]) };
  yield { kind: 'blank' };
  yield table(snapshots);
  yield { kind: 'blank' };
  yield* aside(view);
  if (view.dry_run) {
    yield { kind: 'next', text: say('Nothing was written; this makes them'), command };
  } else if (first === last) {
    yield { kind: 'next', text: say('What happened since'), command: `pipeline diff ${last.name}` };
  } else {
    yield {
      kind: 'next',
      text: say('What happened in that time'),
      command: `pipeline diff ${first.name} ${last.name}`,
    };
  }
}

const MADE = '{snapshots, plural, one {# snapshot} other {# snapshots}} made' satisfies Message;
const WOULD_BE_MADE =
  '{snapshots, plural, one {# snapshot} other {# snapshots}} would be made' satisfies Message;

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
  const isStageless = snapshots.some((one) => one.stage_not_known > 0);
  const row = (one: MadeSnapshot): Cell[] => [
    text(one.name),
    count(one.deals),
    count(one.open),
    ...(isStageless ? [count(one.stage_not_known)] : []),
    count(one.won),
    count(one.lost),
    ...(hasArchive ? [count(one.archived)] : []),
  ];
  const isLong = snapshots.length > MOST_ROWS;
  const between = say('{more} more', { more: count(snapshots.length - 2 * EACH_END) });
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
      ...(isStageless ? [right('stage_not_known', NOT_KNOWN_LABEL)] : []),
      right('won', 'Won'),
      right('lost', 'Lost'),
      ...(hasArchive ? [right('archived', 'Archived')] : []),
    ],
    rows,
  };
}

function* without({ already_there: there, before_all: before, outside }: BackfillView): Generator<Block> {
  if (there.length > 0) {
    yield line(say(LEFT_ALONE, { days: there.length, names: sayNames(there) }));
  }
  if (before.length > 0) {
    yield line(say(NOTHING_KNOWN, { days: before.length, names: sayNames(before) }));
  }
  if (outside.length > 0) {
    yield line(say(OUTSIDE, { exports: outside.length, names: sayNames(outside) }));
  }
}

const LEFT_ALONE =
  'Left alone, because there is a snapshot: {days, plural, one {# day} other {# days}}, {names}.' satisfies Message;
const NOTHING_KNOWN =
  'Nothing is known of: {days, plural, one {# day} other {# days}}, {names}.' satisfies Message;
const OUTSIDE =
  'Outside of the time asked for: {exports, plural, one {# export} other {# exports}}, {names}.' satisfies Message;

function* unreadable({ snapshots }: BackfillView): Generator<Block> {
  const leftOut = [...new Set(snapshots.flatMap(({ left_out }) => left_out))].sort();
  if (leftOut.length > 0) {
    yield paragraph(say(LEFT_OUT, { deals: leftOut.length, names: sayNames(leftOut) }), 'bad');
  }
  const names = snapshots.filter((one) => one.unreadable > 0).map(({ name }) => name);
  if (names.length === 0) return;
  yield paragraph(say(AS_BEFORE, { snapshots: names.length, names: sayNames(names) }), 'warn');
}

const LEFT_OUT =
  'Could not be read then, and no snapshot before has any: left out: {deals, plural, one {# deal} other {# deals}}, {names}.' satisfies Message;
const AS_BEFORE =
  'With deals that could not be read then, and stand as before: {snapshots, plural, one {# snapshot} other {# snapshots}}, {names}.' satisfies Message;

function* rejected({ rejected: rows }: BackfillView): Generator<Block> {
  const [first] = rows;
  if (first === undefined) return;
  const place = `${first.file}:${first.line}`;
  yield paragraph(say(REJECTED, { rows: rows.length, place, reason: spoken(first.reason) }), 'bad');
}

const REJECTED =
  'Could not be imported, and in none of them: {rows, plural, one {# row} other {# rows}}, the first {place}: {reason}.' satisfies Message;

function* unplaced({ unplaced: all }: BackfillView): Generator<Block> {
  for (const [reason, words] of Object.entries(UNPLACED_REASONS) as [UnplacedReason, Message][]) {
    const ids = all.filter(({ why }) => why === reason).map(({ id }) => id);
    if (ids.length === 0) continue;
    const values = { deals: ids.length, reason: say(words), names: sayNames(ids) };
    yield paragraph(say(IN_NONE, values), 'warn');
  }
}

const IN_NONE =
  'In none of them: {deals, plural, one {# deal} other {# deals}} ({reason}): {names}.' satisfies Message;

function* strangers({ strangers: ids }: BackfillView): Generator<Block> {
  if (ids.length === 0) return;
  yield paragraph(say(STRANGERS, { deals: ids.length, names: sayNames(ids) }), 'warn');
}

const STRANGERS =
  'In the history and not here: {deals, plural, one {# deal} other {# deals}}, {names}. Import them, and they get their past.' satisfies Message;

function* unknown({ origin, assumed, snapshots }: BackfillView): Generator<Block> {
  if (assumed.length > 0) {
    const fields = assumed.join(', ');
    yield paragraph(say('As they are today, because nothing tells what they were: {fields}.', { fields }));
  }
  if (origin === 'backfill-dates') {
    yield paragraph(
      say('Not known before a deal was closed, and left empty: amount, close date, next step.'),
    );
    if (snapshots.some((one) => one.stage_not_known > 0)) yield paragraph(say(NO_STAGE_YET));
  }
}

const NO_STAGE_YET =
  'From the day on which it was created until its first stage on record, a deal is open, and its stage not known.' satisfies Message;

/** A row a snapshot. */
export function backfillRecords({ snapshots }: BackfillView): Records {
  const columns = [
    'name',
    'deals',
    'open',
    'stage_not_known',
    'won',
    'lost',
    'archived',
    'unreadable',
  ] as const;
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

function line(said: Said): Block {
  return { kind: 'line', parts: [said] };
}

function paragraph(said: Said, tone: Tone = 'plain'): Block {
  return { kind: 'paragraph', parts: [said], ...(tone === 'plain' ? {} : { tone }) };
}
