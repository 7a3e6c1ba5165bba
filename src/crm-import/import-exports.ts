// An import from end to end, short of writing: exports and a book in, the changes of files and the facts out.

import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { asItIs, type Said, said } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import { dealAfter } from '../workspace/deal-changes.ts';
import { isInitialProcess } from '../workspace/init-stages.ts';
import type { Settings } from '../workspace/settings.ts';
import type { FileChange } from '../workspace/write-plan.ts';
import { type CarriedOut, carryOut } from './carry-out.ts';
import { currencyReader } from './currencies.ts';
import type { ColumnOrder } from './date-text.ts';
import { refuseDoubtful } from './doubtful.ts';
import type { ImportFacts } from './facts.ts';
import { holdingsOf, knownIds, refuseUnseen, type Workspace } from './holdings.ts';
import type { LastImportRecord, Mapping } from './mapping.ts';
import { mappingFileChange } from './mapping-change.ts';
import { isCustom, isJoined, notesOn, olderThanBefore } from './notes.ts';
import { refuseOwnList } from './own-list.ts';
import { ownerReader } from './owners.ts';
import { type ImportPlan, type PlanContext, planImport } from './plan.ts';
import { type Prepared, prepareImport } from './prepare.ts';
import { type ReadRequest, readAndChoose } from './read-and-choose.ts';
import { hashOf } from './read-exports.ts';
import { idNotes } from './record-ids.ts';
import { type SettledStages, type StageAsker, settleStages } from './stages-settled.ts';
import { IMPORTS, storedMappings } from './stored-mappings.ts';
import type { Table } from './table.ts';
import { todoAfter } from './todo-done.ts';

export interface ImportRequest extends ReadRequest {
  readonly exportDay: Day;
  readonly partial: boolean;
  /** Whether deals that are gone from the export go to the archive. */
  readonly archiveGone: boolean;
  readonly keep: ReadonlySet<string>;
  readonly dates: ColumnOrder | undefined;
  readonly dryRun: boolean;
  /** Takes an export as it is though most of the known deals are not in it. */
  readonly force: boolean;
  readonly ask: StageAsker | undefined;
  /** Random characters, for an id that nothing else sets apart. */
  readonly tail: () => string;
}

export interface ImportOutcome {
  readonly facts: ImportFacts;
  readonly files: readonly FileChange[];
  /** What imports/SYSTEM.yaml then says of it; undefined for edits of a list. */
  readonly last: LastImportRecord | undefined;
  /** What the workspace holds once the files are written. */
  readonly after: CarriedOut['after'] & { readonly settings: Settings };
}

/**
 * Plans the import. Nothing is written.
 * @throws Failure `mapping-needed`, `export-unreadable`, `export-doubtful`, `nothing-to-look-at`, `usage`
 */
export async function importExports(workspace: Workspace, request: ImportRequest): Promise<ImportOutcome> {
  const { book } = workspace;
  const stored = storedMappings(book.root);
  const { tables, choice } = await readAndChoose(book.settings, request, stored, knownIds(workspace));
  for (const table of tables) refuseOwnList(table);
  const mapping = withFlags(choice.mapping, request);
  const prepared = prepareImport(tables, { ...book.settings, mapping, system: choice.system });
  const mappingFile = `${IMPORTS}/${choice.system}.yaml`;
  const isFirst = !stored.has(choice.system);
  const stages = await settleStages(prepared, {
    mapping,
    mappingFile,
    process: book.settings.process.stages,
    isFresh: isFresh(book),
    ask: request.ask,
  });
  const changed = stages.process === undefined ? undefined : await withProcess(book.root, stages.process);
  const settings = changed?.settings ?? book.settings;
  const context = planContext(prepared, stages, settings, request);
  refuseUnseen(book);
  const plan = planImport(prepared.table, holdingsOf(workspace, choice.system), context);
  if (plan.rows === 0) throw nothingLeft(prepared, plan.leftOut);
  if (!request.force) refuseDoubtful(plan, { system: choice.system, file: prepared.table.file, mappingFile });
  const carried = carryOut(plan, { workspace, settings, request, prepared, system: choice.system });
  const after = carried.after.changed.map((one) => dealAfter(one, settings.currency));
  const todo = todoAfter(book, choice.system, after);
  const last = {
    on: request.exportDay,
    file: prepared.table.file,
    sha256: hashOf(request.files.filter(({ name }) => isPartOf(prepared.table, name))),
    rows: plan.rows,
    partial: request.partial,
    newest: plan.newest,
  };
  const columns = {
    ...mapping.columns,
    ...Object.fromEntries(ownColumns(prepared).map(({ key, header }) => [key, header])),
  };
  const inForce = { ...mapping, system: choice.system, columns, stages: stages.mapped, last };
  const joins = [...prepared.joins, ...mapping.joins.filter(({ file }) => !isJoined(prepared, file))];
  const files = [
    ...carried.files,
    ...todo.files,
    ...(changed === undefined ? [] : [changed.file]),
    mappingFileChange(mappingFile, { ...inForce, joins }, stored.get(choice.system)),
  ];
  const { exportDay } = request;
  const noteContext = { tables, mapping, mappingFile, isFirst, exportDay, newest: plan.newest };
  const facts: ImportFacts = {
    ...carried.facts,
    system: choice.system,
    file: prepared.table.file,
    on: request.exportDay,
    dryRun: request.dryRun,
    partial: request.partial,
    leftOut: leftOutOf(prepared.table, plan.leftOut),
    joins: prepared.joinReports,
    process: stages.process?.stages ?? [],
    processOrder: stages.process?.orderedBy ?? '',
    customColumns: isFirst ? customColumns(prepared) : [],
    encoding: prepared.table.encoding,
    delimiter: prepared.table.delimiter,
    decisions: prepared.decisions,
    lostColumns: prepared.absent.filter((one) => !isCustom(one)),
    older: olderThanBefore(noteContext),
    notes: [...notesOn(prepared, noteContext), ...idNotes(plan), ...carried.notes, ...todo.notes],
    mappingFile,
  };
  return { facts, files, last, after: { ...carried.after, settings } };
}

function withFlags(mapping: Mapping, request: ImportRequest): Mapping {
  return {
    ...mapping,
    dates: request.dates ?? mapping.dates,
    encoding: request.encoding ?? mapping.encoding,
    delimiter: request.delimiter ?? mapping.delimiter,
  };
}

function isFresh({ deals, state, problems, settings }: Book): boolean {
  const isEmpty = deals.size === 0 && state.deals.length === 0 && state.archived.length === 0;
  return isEmpty && isInitialProcess(settings) && problems.every(({ severity }) => severity !== 'error');
}

function planContext(
  prepared: Prepared,
  { resolve, stages }: SettledStages,
  settings: Settings,
  request: ImportRequest,
): PlanContext {
  const keys = prepared.columns.map(({ key }) => key);
  const ranks = new Map(stages.map(({ id }, rank) => [id, rank]));
  return {
    values: prepared.values,
    customKeys: keys.filter((key) => key.startsWith('custom.')),
    stageColumns: keys
      .filter((key) => key.startsWith('entered.'))
      .map((key) => ({ key, value: key.slice('entered.'.length) })),
    resolve,
    rank: (stage) => ranks.get(stage) ?? stages.length,
    currencies: currencyReader(settings.locale),
    owners: ownerReader(settings.team),
    settings,
    exportDay: request.exportDay,
    keep: request.keep,
    currency: settings.currency,
    numeric: prepared.numeric,
    partial: request.partial,
  };
}

/** The columns of the deals' own file: those of joined ones stand under `joins`. */
function ownColumns({ columns, width }: Prepared) {
  return columns.filter(({ column }) => column < width);
}

/** Headers of columns that are no field of a deal, as far as anybody has said. */
function customColumns(prepared: Prepared): string[] {
  return ownColumns(prepared)
    .filter(({ key }) => key.startsWith('custom.'))
    .map(({ header }) => header);
}

/** Of one table made of several files, and of a sheet in a workbook, the file's name is a part of the table's. */
function isPartOf({ file }: Table, name: string): boolean {
  return file === name || file.startsWith(`${name}: `) || file.split(', ').includes(name);
}

function nothingLeft({ table: { file }, columns }: Prepared, leftOut: ImportPlan['leftOut']): Failure {
  const marks = columns.filter(({ key }) => key === 'is_deleted' || key === 'is_current');
  return new Failure(
    'nothing-to-look-at',
    said('{file} holds no deal: all {leftOut} rows are deleted or former records.', {
      file,
      leftOut: leftOut.length,
    }),
    {
      hint:
        marks.length === 0
          ? 'Export it again without deleted records. Nothing was changed.'
          : said(
              'So says {headers}. Export it again without deleted records; or, where that column is not to be trusted: `columns: {example}` in a file for --map.',
              {
                headers: marks.map(({ header }) => `"${header}"`).join(', '),
                example: `{${marks.map(({ key }) => `${key}: null`).join(', ')}}`,
              },
            ),
    },
  );
}

function leftOutOf(
  table: Table,
  rows: readonly { readonly row: { readonly line: number }; readonly why: 'deleted' | 'superseded' }[],
): { line: number; what: Said }[] {
  return [
    ...table.preamble.map(({ line, text }) => ({ line, what: asItIs(text) })),
    ...rows.map(({ row, why }) => ({ line: row.line, what: said(why) })),
    ...table.footers.map(({ line, text }) => ({ line, what: asItIs(text) })),
  ];
}

/** Only an import into a workspace without stages of its own reads pipeline.yaml anew. */
async function withProcess(root: string, { stages }: NonNullable<SettledStages['process']>) {
  const { processOfExport } = await import('./process-of-export.ts');
  return processOfExport(root, stages);
}
