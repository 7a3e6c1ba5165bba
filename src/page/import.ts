// The page of `pipeline import`: the counts that tie out, what changed from what to what, what is missing, which rows
// were refused and why, and how the export was read.

import { toDay } from '../base/day.ts';
import { toDecimal } from '../base/money.ts';
import type { ImportView } from '../report/import.ts';
import type { Message } from '../words/message.ts';
import type { Look } from './look.ts';
import { listed as commas } from './names.ts';
import { dryRunMark, nothingWritten } from './nothing-written.ts';
import type { Block, Cell, Page, RecordCell, Records } from './page.ts';
import { count, type Said, say, spoken } from './say.ts';
import { sentences } from './sentences.ts';

const MOST_LISTED = 12;

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
  const merged = view.merged.length;
  const rejected = view.rejected_file === '' || view.dry_run ? '' : view.rejected_file;
  const rows: [Message, number, Cell][] = [
    ['Created', view.created, NONE],
    [
      'Updated',
      view.updated,
      restored > 0 ? say('{count} of them back from the archive', { count: restored }) : NONE,
    ],
    [
      'Unchanged',
      view.unchanged,
      merged > 0 ? say('{count} of them merged into other deals', { count: merged }) : NONE,
    ],
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

function* howItWasRead(view: ImportView): Generator<Block> {
  if (view.process.length > 0) {
    const labels = view.process.map(({ label }) => label).join(', ');
    yield line(
      view.dry_run
        ? say('The stages of the export would become the process, in pipeline.yaml: {labels}.', { labels })
        : say('The stages of the export became the process, in pipeline.yaml: {labels}.', { labels }),
    );
    yield line(
      say(
        'Is that their order? Movements go by it. Another one → pipeline process reorder STAGE --before STAGE',
      ),
    );
  }
  const encoding = String(view.encoding);
  if (encoding !== '' && encoding !== 'utf-8') {
    yield line(say('Read as {encoding}.', { encoding: spoken(view.encoding) }));
  }
  for (const { header, what, why } of view.decisions) {
    yield line(say('{header}: {what}, {why}.', { header, what: spoken(what), why: spoken(why) }));
  }
  for (const join of view.joins) yield { kind: 'paragraph', parts: joinParts(join) };
  if (view.custom_columns.length > 0) {
    const kept = say('Kept as custom fields: {names}.', { names: listed(view.custom_columns) });
    const mapped = view.dry_run
      ? undefined
      : say('One that is a field of the deal is mapped in {file}.', { file: view.mapping_file });
    yield { kind: 'paragraph', parts: sentences(kept, mapped) };
  }
  const left = view.left_out;
  if (left.length > 0) {
    const named = left.map(({ line: at, what }) => say('{line} ({what})', { line: at, what: spoken(what) }));
    yield line(say('Left out, as no deals: line {names}.', { names: listed(named) }));
  }
  for (const { source_id, survivor } of view.merged) {
    yield line(say('{id} was merged into {survivor}.', { id: source_id, survivor }));
  }
  for (const note of view.notes) yield { kind: 'paragraph', tone: 'warn', parts: [spoken(note)] };
}

function joinParts({
  file,
  on,
  matched,
  unmatched,
  ignored,
}: ImportView['joins'][number]): (string | Cell)[] {
  if (ignored !== '') return [say('{file} is ignored: {why}.', { file, why: spoken(ignored) })];
  const values = { file, on, rows: count(matched) };
  return [
    unmatched.length === 0
      ? say('{file} joined on {on}, {rows} rows.', values)
      : say('{file} joined on {on}, {rows} rows; not in it: {names}.', {
          ...values,
          names: listed(unmatched),
        }),
  ];
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

function listed(names: readonly (string | Said)[]): Cell {
  const more = names.length - MOST_LISTED;
  const shown = commas(names.slice(0, MOST_LISTED));
  return more > 0 ? say('{names} and {more} more', { names: shown, more }) : shown;
}

const NONE: Cell = { kind: 'none' };

function line(sentence: Cell): Block {
  return { kind: 'paragraph', parts: [sentence] };
}

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
