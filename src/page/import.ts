// The page of `pipeline import`: the counts that tie out, what changed from what to what, what is missing, which rows
// were refused and why, and how the export was read.

import { toDay } from '../base/day.ts';
import { toDecimal } from '../base/money.ts';
import type { ImportView } from '../report/import.ts';
import type { Message } from '../words/message.ts';
import { howItWasRead, listed, MOST_LISTED } from './import-reading.ts';
import type { Look } from './look.ts';
import { dryRunMark, nothingWritten } from './nothing-written.ts';
import type { Block, Cell, Page, RecordCell, Records } from './page.ts';
import { count, say, spoken } from './say.ts';

/** @param look labels of stages and owners */
export function importPage(view: ImportView, look: Look, currency: string): Page {
  return { currency, digits: look.digits, blocks: [...importBlocks(view, look), ...nextBlocks(view)] };
}

/** The blocks without what to do next, for a page that goes on. */
export function* importBlocks(view: ImportView, look: Look): Generator<Block> {
  yield { kind: 'heading', parts: heading(view) };
  yield { kind: 'blank' };
  yield countsOf(view);
  yield* changesOf(view, look);
  yield* missingOf(view);
  yield* rejectionsOf(view);
  const lines = [...howItWasRead(view)];
  if (lines.length > 0) yield { kind: 'blank' };
  yield* lines;
}

function heading(view: ImportView): (string | Cell)[] {
  const from = isEdits(view) ? say('an edited list') : say('export of {system}', { system: view.system });
  const partial = view.partial ? say('{source}, a part of its deals', { source: from }) : from;
  return [
    `${view.file} · `,
    partial,
    ' · ',
    { kind: 'day', day: dayOf(view.on) },
    ...dryRunMark(view.dry_run),
  ];
}

function countsOf(view: ImportView): Block {
  const restored = view.restored_deals.length;
  const updatedMerged = view.merged.filter(({ updated }) => updated).length;
  const rejected = view.rejected_file === '' || view.dry_run ? '' : view.rejected_file;
  const rows: [Message, number, Cell][] = [
    ['Created', view.created, NONE],
    [
      'Updated',
      view.updated,
      joined([
        ...(restored > 0 ? [say('{count} of them back from the archive', { count: restored })] : []),
        ...ofMerged(updatedMerged),
      ]),
    ],
    ['Unchanged', view.unchanged, joined(ofMerged(view.merged.length - updatedMerged))],
    ['Rejected', view.rejected, rejected === '' ? NONE : say('see {file}', { file: rejected })],
  ];
  return {
    kind: 'table',
    columns: [
      { key: 'what', title: '' },
      { key: 'rows', title: 'Rows', align: 'right' },
      { key: 'note', title: '', shrinkTo: 10 },
    ],
    rows: rows.map(([what, count, note]) => [say(what), { kind: 'count', count }, note]),
    totals: [[say('All'), { kind: 'count', count: view.rows }, text('')]],
  };
}

function ofMerged(merged: number): Cell[] {
  return merged > 0 ? [say('{count} of them merged into other deals', { count: merged })] : [];
}

function joined([first = NONE, second]: readonly Cell[]): Cell {
  return second === undefined ? first : { kind: 'phrase', parts: [first, ', ', second] };
}

function* changesOf(view: ImportView, look: Look): Generator<Block> {
  if (view.changes.length === 0) return;
  yield { kind: 'blank' };
  yield {
    kind: 'table',
    columns: [
      { key: 'id', title: 'Deal', shrinkTo: 14 },
      { key: 'field', title: 'Field', shrinkTo: 8 },
      { key: 'old', title: 'Was', shrinkTo: 10 },
      { key: 'new', title: 'Is', shrinkTo: 10 },
    ],
    rows: view.changes.map(({ id, field, old, new: now }) => [
      text(id),
      text(field),
      valueCell(field, old, look),
      valueCell(field, now, look),
    ]),
  };
}

/** A field's value as people see it: money, days and labels as everywhere. */
function valueCell(field: string, value: string, look: Look): Cell {
  if (value === '') return { kind: 'none' };
  const day = toDay(value);
  if (day !== undefined) return { kind: 'day', day };
  const amount = toDecimal(value);
  if (field === 'amount' && amount !== undefined)
    return { kind: 'phrase', parts: [{ kind: 'money', amount }] };
  if (field === 'stage') return text(look.stageLabel(value));
  return text(field === 'owner' ? look.ownerLabel(value) : value);
}

function* missingOf(view: ImportView): Generator<Block> {
  const { missing_deals: missing } = view;
  if (missing.length === 0) return;
  yield { kind: 'blank' };
  const archived = missing.filter((deal) => deal.archived).length;
  const values = { deals: missing.length, names: listed(missing.map(({ id }) => id)) };
  yield {
    kind: 'paragraph',
    tone: 'warn',
    parts: [
      archived > 0
        ? say(
            '{deals, plural, one {# deal is} other {# deals are}} missing from the export; {archived} went to the archive: {names}.',
            { ...values, archived },
          )
        : say(
            '{deals, plural, one {# deal is} other {# deals are}} missing from the export: {names}.',
            values,
          ),
      ...(archived < missing.length
        ? [' ', say('Open ones still count; --gone archive takes them out.')]
        : []),
    ],
  };
}

function* rejectionsOf(view: ImportView): Generator<Block> {
  if (view.rejections.length === 0) return;
  yield { kind: 'blank' };
  yield {
    kind: 'table',
    columns: [
      { key: 'line', title: 'Line', align: 'right' },
      { key: 'reason', title: 'Rejected, because', shrinkTo: 20 },
    ],
    rows: view.rejections
      .slice(0, MOST_LISTED)
      .map(({ line, reason }) => [{ kind: 'text', text: String(line) }, spoken(reason, 'bad')]),
  };
  const more = view.rejections.length - MOST_LISTED;
  if (more > 0) yield { kind: 'line', tone: 'muted', parts: [say('and {more} more', { more: count(more) })] };
}

function* nextBlocks(view: ImportView): Generator<Block> {
  const changed = view.created + view.updated + view.missing > 0;
  yield { kind: 'blank' };
  if (view.dry_run) yield nothingWritten();
  else if (view.rejected > 0) {
    const how = isEdits(view) ? '--match id' : '--partial';
    yield { kind: 'next', text: say('Mend it'), command: `pipeline import ${view.rejected_file} ${how}` };
  } else if (changed) yield { kind: 'next', text: say('See what is there'), command: 'pipeline status' };
  else yield { kind: 'line', parts: [say('Nothing changed.')] };
}

/** A list that came back from a spreadsheet is of no CRM. */
function isEdits({ system }: ImportView): boolean {
  return system === '';
}

const NONE: Cell = { kind: 'none' };

function text(value: string): Cell {
  return value === '' ? { kind: 'none' } : { kind: 'text', text: value };
}

function dayOf(iso: string) {
  const day = toDay(iso);
  if (day === undefined) throw new RangeError(`not a day: ${iso}`);
  return day;
}

/** A row a change, for machines. */
export function importRecords(view: ImportView): Records {
  return {
    columns: ['id', 'field', 'old', 'new'],
    rows: view.changes.map(({ id, field, old, new: now }) => [
      { kind: 'text', text: id },
      { kind: 'text', text: field },
      recordCell(field, old),
      recordCell(field, now),
    ]),
  };
}

function recordCell(field: string, value: string): RecordCell {
  if (value === '') return { kind: 'none' };
  const isAmount = field === 'amount' && toDecimal(value) !== undefined;
  return isAmount ? { kind: 'decimal', decimal: value } : { kind: 'text', text: value };
}
