// What a person should know beside the counts of an import: what the export lacks, and which of two columns was taken.

import type { Day } from '../base/day.ts';
import { dayValue, type Said, said } from '../base/said.ts';
import type { ImportFacts } from './facts.ts';
import type { FieldKey } from './fields.ts';
import { squeeze } from './headers.ts';
import type { Mapping } from './mapping.ts';
import type { Prepared } from './prepare.ts';
import type { Table } from './table.ts';

export interface NoteContext {
  /** As they were read, before any was joined. */
  readonly tables: readonly Table[];
  readonly mapping: Mapping;
  /** imports/SYSTEM.yaml. */
  readonly mappingFile: string;
  /** Whether nothing was imported from this system before. */
  readonly isFirst: boolean;
  readonly exportDay: Day;
  /** The last day that anything in it is dated. */
  readonly newest: Day | undefined;
}

/** What there is to say of the export as a whole, the most important first. */
export function notesOn(prepared: Prepared, context: NoteContext): Said[] {
  return [
    ...cutOffTables(prepared, context.tables),
    ...(context.isFirst ? lacksOf(prepared, context) : []),
    ...prepared.notes,
    ...(context.isFirst ? stageIds(prepared) : []),
    ...goneColumns(prepared),
    ...prepared.weighted.map((header) =>
      said(
        '"{header}" is a weighted amount in most systems and is kept as a custom field, not as the amount.',
        { header },
      ),
    ),
    ...joinsNotGiven(prepared, context.mapping),
    ...olderNotes(context),
    ...futureActivities(prepared, context.exportDay),
  ];
}

function cutOffTables({ joinReports }: Prepared, tables: readonly Table[]): Said[] {
  return tables.flatMap(({ file, rows }) => {
    const line = rows.find(({ cutOff }) => cutOff === true)?.line;
    if (line === undefined) return [];
    return [
      said(
        joinReports.some((join) => join.file === file)
          ? '{file} seems cut off in line {line}: that row of it joins no deal.'
          : '{file} seems cut off in line {line}. Such a file does not tell which deals are gone: none is taken for missing, none goes to the archive.',
        { file, line },
      ),
    ];
  });
}

/** What most questions rest on; an export without it is read all the same. */
const WANTED = ['amount', 'close', 'created', 'owner'] as const satisfies readonly FieldKey[];

function* lacksOf({ values }: Prepared, { mappingFile: file }: NoteContext): Generator<Said> {
  if (!values.has('id')) {
    yield said(
      values.has('account')
        ? 'No column is known to hold the id of a record: deals go by account and name, and one that is renamed is a new one. Where a column is the id: pipeline undo, and import again with --map FILE and `columns: {example}` in it.'
        : 'No column is known to hold the id of a record: deals go by their name, and one that is renamed is a new one. Where a column is the id: pipeline undo, and import again with --map FILE and `columns: {example}` in it.',
      { example: '{id: HEADER}' },
    );
  }
  const lacking = WANTED.filter((key) => !values.has(key));
  if (lacking.length === 0) return;
  yield said(
    'No column is known to hold {fields}. Where one does, put its header under columns in {file} and import again: `{example}`',
    { fields: lacking.join(', '), file, example: `${lacking[0]}: HEADER` },
  );
}

/** Ids of stages tell no outcome: won deals would be open ones. */
function* stageIds({ columns, values }: Prepared): Generator<Said> {
  const stage = columns.find(({ key }) => key === 'stage');
  if (stage === undefined || !squeeze(stage.header).endsWith('stageid')) return;
  if (['status', 'is_closed', 'is_won'].some((key) => values.has(key))) return;
  yield said(
    '"{header}" holds ids of stages, so that won and lost deals count as open. Give the table that names the stages as well (its columns: stage_id, label); or say under stages in imports/, which id is won and which lost.',
    { header: stage.header },
  );
}

function goneColumns({ absent }: Prepared): Said[] {
  const ownFirst = absent.toSorted((a, b) => Number(isCustom(a)) - Number(isCustom(b)));
  return ownFirst.map(({ key, header }) =>
    said('The export has no column "{header}" any more: {key} stays as it is.', { header, key }),
  );
}

/** Whether the column is none of a deal's fields. */
export const isCustom = ({ key }: { readonly key: string }) => key.startsWith('custom.');

/** Whether a file joined this time. */
export function isJoined({ joins }: Prepared, file: string): boolean {
  return joins.some((join) => join.file === file);
}

function joinsNotGiven(prepared: Prepared, { joins }: Mapping): Said[] {
  return joins
    .filter(({ file }) => !isJoined(prepared, file))
    .map(({ file }) =>
      said('{file}, which joined before, was not given: new deals lack what it has.', { file }),
    );
}

/** Up to which day the export and the one before it go, where this is the older one; undefined where it is not. */
export function olderThanBefore({
  mapping: { last },
  exportDay,
  newest,
}: Pick<NoteContext, 'mapping' | 'exportDay' | 'newest'>): ImportFacts['older'] {
  if (last === undefined) return undefined;
  if (last.on > exportDay) return { by: 'export', day: exportDay, before: last.on };
  if (newest === undefined || last.newest === undefined || newest >= last.newest) return undefined;
  return { by: 'dates', day: newest, before: last.newest };
}

function olderNotes(context: NoteContext): Said[] {
  const older = olderThanBefore(context);
  if (older === undefined) return [];
  const before = dayValue(older.before);
  if (older.by === 'export') {
    const message = 'The last import was of {day}: this export is older, and its values replace newer ones.';
    return [said(message, { day: before })];
  }
  const message =
    'The newest day in this export is {newest}, in the one before it was {before}: if it is the older one, its values replace newer ones, and pipeline undo takes them back.';
  return [said(message, { newest: dayValue(older.day), before })];
}

/** Systems count planned tasks as activities: what has not happened is no sign of life. */
function futureActivities({ table, values }: Prepared, exportDay: Day): Said[] {
  if (!values.has('last_activity')) return [];
  const later = table.rows.filter(
    (row) => (values.day(row, 'last_activity', []) ?? exportDay) > exportDay,
  ).length;
  if (later === 0) return [];
  return [
    said(
      '{rows, plural, one {# row has a last activity} other {# rows have last activities}} after {day}, the day of the export: not taken over.',
      { rows: later, day: dayValue(exportDay) },
    ),
  ];
}
