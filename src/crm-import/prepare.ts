// Tables and a mapping → everything that is decided before the first row is read: which table holds the deals,
// what joins it, which column is which field, and how dates and amounts are written.

import { calendarIn } from '../base/calendar.ts';
import { Failure } from '../base/failure.ts';
import { type Said, said } from '../base/said.ts';
import type { MappedColumn } from './columns.ts';
import { withOneAmount } from './company-amount.ts';
import { currencyReader } from './currencies.ts';
import { squeeze } from './headers.ts';
import { type JoinReport, joinTables } from './joins.ts';
import type { Mapping, MappingJoin } from './mapping.ts';
import { ambiguityNeeded, columnsNeeded, missingFields } from './needed.ts';
import { type Roles, rolesOf } from './roles.ts';
import { type Decision, RowValues, textsOf } from './row-values.ts';
import { statusOf } from './stage-values.ts';
import { cellAt, type Table } from './table.ts';

export interface Prepared {
  /** The deals with the columns of joined files behind their own. */
  readonly table: Table;
  /** How many columns are the export's own; those behind them are joined. */
  readonly width: number;
  readonly columns: readonly MappedColumn[];
  readonly values: RowValues;
  readonly joins: readonly MappingJoin[];
  readonly joinReports: readonly JoinReport[];
  readonly decisions: readonly Decision[];
  /** What the mapping names and the export does not have. */
  readonly absent: readonly { readonly key: string; readonly header: string }[];
  /** Which of two columns was taken, where that had to be decided. */
  readonly notes: readonly Said[];
  /** Weighted amounts that were kept as custom fields. */
  readonly weighted: readonly string[];
  /** Custom keys, without `custom.`, whose columns hold nothing but numbers. */
  readonly numeric: ReadonlySet<string>;
}

export interface PrepareContext {
  readonly mapping: Mapping;
  readonly system: string;
  readonly locale: string;
  readonly timeZone: string;
  /** The workspace's. */
  readonly currency: string;
}

/** More would make a mapping that nobody can read, nor this program. */
const MOST_COLUMNS = 1000;

/**
 * @throws Failure `mapping-needed` with what has to be said; `nothing-to-look-at` where the export has no row
 */
export function prepareImport(tables: readonly Table[], context: PrepareContext): Prepared {
  const roles = rolesOf(tables, context.mapping.columns);
  const { deals } = roles;
  if (deals.headers.length > MOST_COLUMNS) {
    throw new Failure(
      'export-unreadable',
      said('{file} has {count} columns.', { file: deals.file, count: deals.headers.length }),
      {
        hint: said('An export has at most {most_columns}. Is the delimiter another one? --delimiter', {
          most_columns: MOST_COLUMNS,
        }),
      },
    );
  }
  const joined = joinedFields(roles, context.mapping);
  const missing = missingFields(deals, roles.columns.mapped).filter((key) => !joined.has(key));
  if (missing.length > 0) {
    throw columnsNeeded(deals, missing, {
      columns: roles.columns.mapped,
      others: roles.others,
      system: context.system,
    });
  }
  const ambiguous = roles.columns.ambiguous.filter(({ header }) => differs(deals, header));
  if (ambiguous.length > 0) throw ambiguityNeeded(deals, ambiguous);
  if (deals.rows.length === 0) {
    throw new Failure('nothing-to-look-at', said('{file} has a header and no rows.', { file: deals.file }), {
      hint: 'Export it again, or look at its filter. Nothing was changed.',
    });
  }
  return prepared(roles, context);
}

/** Fields that the mapping takes from files that join, of those that were given. */
function joinedFields({ others }: Roles, { joins }: Mapping): Set<string> {
  const given = joins.filter(({ file }) => others.some((other) => other.file === file));
  return new Set(given.flatMap(({ columns }) => Object.keys(columns)));
}

function prepared(roles: Roles, { mapping, locale, timeZone, currency }: PrepareContext): Prepared {
  const { deals } = roles;
  const own = withUsableStatus(deals, roles, mapping);
  const { columns, notes } = withOneAmount(deals, own, {
    isSettled: mapping.columns.amount !== undefined,
    currency,
  });
  const joined = joinTables(deals, columns, roles.others, mapping.joins);
  const values = new RowValues(joined.table, joined.columns, {
    calendar: calendarIn(timeZone),
    locale,
    dates: mapping.dates,
    currency,
    currencies: currencyReader(locale),
  });
  return {
    table: joined.table,
    width: deals.headers.length,
    columns: joined.columns,
    values,
    joins: joined.joins,
    joinReports: joined.reports,
    decisions: values.decisions,
    absent: roles.columns.absent,
    notes,
    weighted: columns.some(({ key }) => key === 'amount') ? [] : roles.columns.weighted,
    numeric: numericKeys(joined.table, joined.columns),
  };
}

/** A column "Status" may say anything, but for the systems that have one: without a known outcome it is custom. */
function withUsableStatus(
  table: Table,
  { columns: { mapped: columns }, system }: Roles,
  mapping: Mapping,
): readonly MappedColumn[] {
  const status = columns.find(({ key }) => key === 'status');
  if (status === undefined || mapping.columns.status !== undefined) return columns;
  if (system === 'pipedrive' || system === 'dynamics') return columns;
  const known = [...textsOf(table, status.column)].map(statusOf);
  const isOutcome =
    known.every((word) => word !== undefined) || known.some((word) => word === 'won' || word === 'lost');
  if (isOutcome) return columns;
  return columns.map((column) => (column === status ? { ...column, key: 'custom.status' } : column));
}

/** Whether columns of one header, however it is written, hold different values. */
function differs(table: Table, header: string): boolean {
  const alike = [...table.headers.keys()].filter(
    (column) => squeeze(table.headers[column] ?? '') === squeeze(header),
  );
  const [first = 0, ...others] = alike;
  return others.some((other) => table.rows.some((row) => cellAt(row, first) !== cellAt(row, other)));
}

const NUMBER = /^-?(?:0|[1-9]\d{0,13})(?:\.\d{1,6})?$/;

/** Whether the number, written out again, has the same digits; noughts at the end of decimals are none. */
function isExactNumber(text: string): boolean {
  if (!NUMBER.test(text)) return false;
  return String(Number(text)) === (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
}

/** The keys of custom columns, without `custom.`, that hold nothing but numbers. */
export function numericKeys(table: Table, columns: readonly MappedColumn[]): Set<string> {
  const keys = columns.filter(({ key }) => key.startsWith('custom.'));
  const numeric = keys.filter(({ column }) => [...textsOf(table, column)].every(isExactNumber));
  return new Set(numeric.map(({ key }) => key.slice('custom.'.length)));
}
