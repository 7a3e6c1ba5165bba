// The page of `pipeline log --from`: counts that tie out, what is new, and what a person has to settle, each with its
// command.

import type { Day } from '../base/day.ts';
import type { WhyLeftOut } from '../entry/happened.ts';
import type { Became, LogBatchRow, LogBatchView } from '../report/log-batch.ts';
import type { Message } from '../words/message.ts';
import type { Look } from './look.ts';
import { sayNames } from './names.ts';
import { dryRunMark, nothingWritten } from './nothing-written.ts';
import type { Block, Cell, Page, Records } from './page.ts';
import { count as counted, type Said, say, spoken } from './say.ts';
import { unreadableLine } from './unreadable-line.ts';

const MOST_NEW = 20;
const MOST_TO_SETTLE = 8;

const LEFT_OUT = {
  future: 'still to come',
  'before-since': 'before --since',
  cancelled: 'cancelled',
  declined: 'declined',
  private: 'private',
  'out-of-office': 'out of office',
  'not-done': 'not done',
  replaced: 'replaced by a newer one',
  'other-owner': "of others' deals",
} as const satisfies Record<WhyLeftOut, Message>;

export function logBatchPage(view: LogBatchView, look: Look, currency: string): Page {
  return { currency, digits: look.digits, blocks: [...blocksOf(view)] };
}

function* blocksOf(view: LogBatchView): Generator<Block> {
  const { files, entries } = view;
  const from = sayNames([...new Set(files.map(({ file }) => file))]);
  const added = say('{new} new in {deals, plural, one {# deal} other {# deals}}', {
    new: view.new,
    deals: view.deals,
  });
  yield { kind: 'heading', parts: [added, ' · ', from, ...dryRunMark(view.dry_run)] };
  yield { kind: 'blank' };
  yield countsOf(view);
  const of = (became: Became) => entries.filter((entry) => entry.became === became);
  yield* newBlocks(of('new'));
  yield* ambiguousBlocks(of('ambiguous'));
  yield* unmatchedBlocks(of('unmatched'), files);
  yield* rejectedBlocks(of('rejected'), files.length > 1);
  yield { kind: 'blank' };
  for (const remark of view.remarks) yield { kind: 'paragraph', tone: 'muted', parts: [spoken(remark)] };
  yield* unreadableLine(view.unreadable);
  yield next(view);
}

function countsOf(view: LogBatchView): Block {
  const leftOut = view.left_out_by.flatMap(({ why, count }, at) => [
    at === 0 ? '' : ', ',
    say('{count} {why}', { count, why: say(LEFT_OUT[why]) }),
  ]);
  const none: Cell = { kind: 'none' };
  const rows: [Message, number, Cell][] = [
    [view.dry_run ? 'Would be written' : 'Written', view.new, none],
    ['Known before', view.known, none],
    ['Ambiguous', view.ambiguous, none],
    ['Of no deal', view.unmatched, none],
    ['Rejected', view.rejected, none],
    ['Left out', view.left_out, { kind: 'phrase', parts: leftOut }],
  ];
  return {
    kind: 'table',
    columns: [
      { key: 'what', title: '' },
      { key: 'rows', title: 'Rows', align: 'right' },
      { key: 'note', title: '', shrinkTo: 20 },
    ],
    rows: rows
      .filter(([, count]) => count > 0)
      .map(([what, count, note]) => [say(what), { kind: 'count', count }, note]),
    totals: [[say('All'), { kind: 'count', count: view.rows }, text('')]],
  };
}

function* newBlocks(rows: readonly LogBatchRow[]): Generator<Block> {
  if (rows.length === 0) return;
  const byDay = [...rows].sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : a.on === b.on ? 0 : 1));
  yield { kind: 'blank' };
  yield {
    kind: 'table',
    columns: [
      { key: 'deal', title: 'Deal', shrinkTo: 14 },
      { key: 'on', title: 'Day' },
      { key: 'type', title: 'Type', shrinkTo: 7 },
      { key: 'note', title: 'What', shrinkTo: 16 },
      { key: 'by', title: 'By' },
    ],
    rows: byDay
      .slice(0, MOST_NEW)
      .map(({ deal, on, type, note, by }) => [text(deal), day(on), text(type), text(note), text(by ?? '')]),
  };
  yield* more(rows.length - MOST_NEW);
}

function* ambiguousBlocks(rows: readonly LogBatchRow[]): Generator<Block> {
  if (rows.length === 0) return;
  yield { kind: 'blank' };
  yield { kind: 'line', parts: [say('Of which deal? Not written; whoever was there can tell:')] };
  yield {
    kind: 'table',
    columns: [
      { key: 'on', title: 'Day' },
      { key: 'note', title: 'What', shrinkTo: 16 },
      { key: 'candidates', title: 'May be', shrinkTo: 20 },
      { key: 'by', title: 'By' },
    ],
    rows: rows
      .slice(0, MOST_TO_SETTLE)
      .map(({ on, note, candidates, by }) => [day(on), text(note), sayNames(candidates), text(by ?? '')]),
  };
  yield* more(rows.length - MOST_TO_SETTLE);
  yield* commands(rows);
}

/** A table is of customers; of a calendar only those events of which something tells that one was there. */
function* unmatchedBlocks(rows: readonly LogBatchRow[], files: LogBatchView['files']): Generator<Block> {
  if (rows.length === 0) return;
  const calendars = new Set(files.filter(({ kind }) => kind === 'calendar').map(({ file }) => file));
  const isInternal = ({ reason, file }: LogBatchRow) => reason === 'no-clue' && calendars.has(file);
  const tells = rows.filter((row) => !isInternal(row));
  yield { kind: 'blank' };
  if (tells.length > 0) {
    yield {
      kind: 'table',
      columns: [
        { key: 'on', title: 'Day' },
        { key: 'note', title: 'Of no deal', shrinkTo: 16 },
        { key: 'why', title: 'Because', shrinkTo: 20 },
      ],
      rows: tells.slice(0, MOST_TO_SETTLE).map((row) => [day(row.on), text(row.note), whyOf(row)]),
    };
    yield* more(tells.length - MOST_TO_SETTLE);
    yield* commands(tells);
  }
  const internal = rows.filter(isInternal);
  if (internal.length === 0) return;
  const names = sayNames([...new Set(internal.map(({ note }) => note))]);
  const parts = [
    say(
      '{events, plural, one {# event names} other {# events name}} no deal, no account and nobody from outside: {names}',
      { events: internal.length, names },
    ),
  ];
  yield { kind: 'paragraph', tone: 'muted', parts };
}

function whyOf({ reason, named, candidates, addresses }: LogBatchRow): Said {
  if (reason === 'no-such-deal') return say('there is no deal {deal}', { deal: named });
  if (reason === 'closed') return say('closed: {deals}', { deals: sayNames(candidates) });
  if (reason === 'unknown-account') return say('no open deal of {account}', { account: named });
  if (reason === 'no-clue') return say('it names no deal, account or address');
  return say('no open deal has {addresses}', { addresses: sayNames(addresses) });
}

function* rejectedBlocks(rows: readonly LogBatchRow[], severalFiles: boolean): Generator<Block> {
  if (rows.length === 0) return;
  yield { kind: 'blank' };
  yield {
    kind: 'table',
    columns: [
      ...(severalFiles ? [{ key: 'file', title: 'File', shrinkTo: 12 } as const] : []),
      { key: 'line', title: 'Line', align: 'right' },
      { key: 'reason', title: 'Rejected, because', shrinkTo: 20 },
    ],
    rows: rows
      .slice(0, MOST_NEW)
      .map(({ file, line, reason }) => [
        ...(severalFiles ? [text(file)] : []),
        text(String(line)),
        reason instanceof Object ? spoken(reason, 'bad') : text(reason),
      ]),
  };
  yield* more(rows.length - MOST_NEW);
}

/** Each once, however many rows it settles. */
function* commands(rows: readonly LogBatchRow[]): Generator<Block> {
  const lines = [...new Set(rows.slice(0, MOST_TO_SETTLE).map(({ command }) => command))];
  yield { kind: 'code', language: 'sh', lines };
}

function* more(count: number): Generator<Block> {
  if (count > 0)
    yield { kind: 'line', tone: 'muted', parts: [say('and {more} more', { more: counted(count) })] };
}

function next({ dry_run, rejected, ...view }: LogBatchView): Block {
  if (dry_run) return nothingWritten();
  const open = view.ambiguous + view.unmatched + rejected;
  if (open === 0)
    return { kind: 'next', text: say('Who has heard nothing for long'), command: 'pipeline stale' };
  return {
    kind: 'next',
    text: say('Settled or mended? Nothing is written twice'),
    command: say('the same again'),
  };
}

function day(on: Day | null): Cell {
  return on === null ? { kind: 'none' } : { kind: 'day', day: on };
}

function text(of: string): Cell {
  return of === '' ? { kind: 'none' } : { kind: 'text', text: of };
}

/** A row a row, for machines. */
export function logBatchRecords({ entries }: LogBatchView): Records {
  return {
    columns: [
      ...['file', 'line', 'on', 'type', 'note', 'became', 'deal', 'by', 'candidates', 'addresses', 'named'],
      ...['reason', 'command'],
    ],
    rows: entries.map((row) => [
      text(row.file),
      { kind: 'number', number: row.line },
      day(row.on),
      ...[row.type, row.note, row.became, row.deal, row.by ?? '', row.candidates.join(' ')].map(text),
      ...[row.addresses.join(' '), row.named, String(row.reason), row.command].map(text),
    ]) as Records['rows'],
  };
}
