// The spreadsheet round trip: a list that `pipeline list --format csv` or xlsx wrote and a person edited → changes of
// the deals that it names. Short of writing.

import { calendarIn } from '../base/calendar.ts';
import { day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { asItIs, type Said, said } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import type { FileChange } from '../workspace/write-plan.ts';
import { patchUpdates } from './carry-out.ts';
import type { MappedColumn } from './columns.ts';
import { currencyReader } from './currencies.ts';
import type { ColumnOrder } from './date-text.ts';
import type { Encoding } from './decode.ts';
import { type EditContext, readEdit } from './edited-row.ts';
import type { ImportFacts } from './facts.ts';
import { squeeze } from './headers.ts';
import type { Workspace } from './holdings.ts';
import type { ImportOutcome } from './import-exports.ts';
import { NO_MAPPING } from './mapping.ts';
import { mirroredFields } from './mirrored.ts';
import { DERIVED, EDITABLE, LIST_KEYS } from './own-list.ts';
import { ownerReader } from './owners.ts';
import type { PlannedUpdate, RejectedRow } from './plan.ts';
import { numericKeys } from './prepare.ts';
import { type ExportFile, tablesOf } from './read-exports.ts';
import { keptRejected } from './rejected-place.ts';
import { RowValues } from './row-values.ts';
import { stageResolver } from './stage-values.ts';
import { cellAt, type Table, type TableRow } from './table.ts';

export interface EditRequest {
  readonly files: readonly ExportFile[];
  readonly keep: ReadonlySet<string>;
  readonly encoding: Encoding | undefined;
  readonly delimiter: string | undefined;
  readonly dates: ColumnOrder | undefined;
  readonly dryRun: boolean;
  /** Takes rows of deals that have changed since, or that have no version. */
  readonly force: boolean;
}

const KEYS = [...LIST_KEYS, ...EDITABLE];

/**
 * Plans the edits. Nothing is written.
 * @throws Failure `mapping-needed` where the file has no column `id`; `nothing-to-look-at` where it has no row
 */
export async function importEdits(workspace: Workspace, request: EditRequest): Promise<ImportOutcome> {
  const { book } = workspace;
  const table = await readList(request, book);
  const columns = columnsOf(table);
  const values = new RowValues(table, columns, {
    calendar: calendarIn(book.settings.timeZone),
    locale: book.settings.locale,
    dates: request.dates,
    currency: book.settings.currency,
    currencies: currencyReader(book.settings.locale),
    ownList: true,
  });
  const read = readAll(table, {
    values,
    guarded: table.delimiter !== '',
    customKeys: columns.map(({ key }) => key).filter((key) => key.startsWith('custom.')),
    deals: book.deals,
    resolve: stageResolver({}, book.settings.process.stages),
    currencies: currencyReader(book.settings.locale),
    owners: ownerReader(book.settings.team),
    settings: book.settings,
    today: book.today,
    exportDay: book.today,
    currency: book.settings.currency,
    numeric: numericKeys(table, columns),
    keep: request.keep,
    force: request.force,
    mirrored: mirroredFields(book),
  });
  const rejected = [...read.rejected];
  const updates = patchUpdates(read.updates, { root: book.root, currency: book.settings.currency }, rejected);
  const kept = keptRejected(book, 'edits', table, table.headers.length, rejected);
  const files: FileChange[] = [...updates.flatMap(({ changed }) => changed.files), ...(kept?.files ?? [])];
  const facts: ImportFacts = {
    ...NO_FACTS,
    file: table.file,
    on: book.today,
    dryRun: request.dryRun,
    rows: table.rows.length,
    updated: updates.map(({ update }) => update.deal.id),
    unchanged: read.unchanged,
    rejected: rejected.map(({ row, reason }) => ({ file: table.file, line: row.line, reason })),
    rejectedFile: kept?.path ?? '',
    changes: updates.flatMap(({ update }) =>
      update.listed.map((change) => ({ id: update.deal.id, ...change })),
    ),
    leftOut: [...table.preamble, ...table.footers].map(({ line, text }) => ({ line, what: asItIs(text) })),
    encoding: table.encoding,
    delimiter: table.delimiter,
    decisions: values.decisions,
    notes: notesOn(table, columns),
  };
  const changed = updates.map((update) => update.changed);
  return {
    facts,
    files,
    last: undefined,
    after: { created: [], changed, settings: book.settings },
  };
}

const NO_FACTS: ImportFacts = {
  ...{ system: '', file: '', on: day('1970-01-01'), dryRun: false, partial: false, rows: 0, unchanged: 0 },
  ...{ created: [], updated: [], restored: [], rejected: [], rejectedFile: '', changes: [], merged: [] },
  ...{
    missing: [],
    leftOut: [],
    joins: [],
    process: [],
    processOrder: '',
    customColumns: [],
    encoding: '',
    delimiter: '',
    decisions: [],
    lostColumns: [],
    older: undefined,
    notes: [],
  },
  mappingFile: '',
};

async function readList(request: EditRequest, { settings: { locale }, deals }: Book): Promise<Table> {
  const isHeader = (cell: string) => KEYS.includes(cell.trim()) || /^custom\./.test(cell.trim());
  const [table, second] = await tablesOf(request.files, {
    ...{ ...request, usual: NO_MAPPING, locale, isHeader },
    ids: { isHeader: (cell) => cell.trim() === 'id', isKnown: (id) => deals.has(id) },
  });
  if (table === undefined || second !== undefined) {
    throw new Failure('usage', '--match id takes one file with one sheet.', {
      hint: 'Import them one by one.',
    });
  }
  if (!table.headers.includes('id')) {
    throw new Failure('mapping-needed', said('{file} has no column "id".', { file: table.file }), {
      hint: 'Make the list with: pipeline list --format csv > list.csv',
    });
  }
  if (table.rows.length > 0) return table;
  throw new Failure('nothing-to-look-at', said('{file} has a header and no rows.', { file: table.file }));
}

/** Columns as the list calls them; `segment` is short for custom.segment. */
function columnsOf(table: Table): MappedColumn[] {
  const columns: MappedColumn[] = [];
  for (const [column, header] of table.headers.entries()) {
    const name = header === 'segment' ? 'custom.segment' : header;
    const known = KEYS.find((key) => squeeze(key) === squeeze(name));
    const key = known ?? (/^custom\.[^.\s]+$/.test(name) ? name : undefined);
    if (key !== undefined && columns.every((other) => other.key !== key))
      columns.push({ key, column, header });
  }
  return columns;
}

interface EditsRead {
  readonly updates: readonly PlannedUpdate[];
  readonly rejected: readonly RejectedRow[];
  readonly unchanged: number;
}

function readAll(table: Table, context: EditContext): EditsRead {
  const updates: PlannedUpdate[] = [];
  const rejected: RejectedRow[] = [];
  const seen = new Map<string, TableRow>();
  let unchanged = 0;
  for (const row of table.rows) {
    const id = context.values.text(row, 'id');
    const before = seen.get(id);
    if (id !== '' && before !== undefined) {
      if (before.cells.join('\u0000') === row.cells.join('\u0000')) unchanged++;
      else
        rejected.push({
          row,
          reason: said('the deal {id} stands in line {line} already, with other values', {
            id,
            line: before.line,
          }),
        });
      continue;
    }
    seen.set(id, row);
    const edit = readEdit(row, context);
    if (edit.kind === 'unchanged') unchanged++;
    else if (edit.kind === 'update') updates.push(edit.update);
    else rejected.push({ row, reason: edit.reason });
  }
  return { updates, rejected, unchanged };
}

/** Columns that a list never has: somebody's own, which nobody would find in the deals. */
function notesOn(table: Table, columns: readonly MappedColumn[]): Said[] {
  const read = new Set(columns.map(({ column }) => column));
  const strange = table.headers.filter(
    (header, column) =>
      !read.has(column) &&
      header !== '' &&
      !DERIVED.has(header) &&
      table.rows.some((row) => cellAt(row, column) !== ''),
  );
  if (strange.length === 0) return [];
  return [
    said('Not read: {headers}. A column of your own is kept where it is called custom.KEY.', {
      headers: strange.join(', '),
    }),
  ];
}
