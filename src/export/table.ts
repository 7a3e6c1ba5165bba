// A table that leaves the workspace: one definition of its columns, which every format, the database of `query`, the
// reference page and the tests read.

import type { Sayable } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import type { Deal } from '../deal/deal.ts';
import type { CheckFinding } from '../report/check-finding.ts';
import type { ReviewSheet } from '../review/sheet.ts';

/** What each type of column holds, in the words of the reference page. */
export const COLUMN_TYPES = {
  text: 'text; missing where there is none',
  integer: 'a whole number',
  number: 'a number',
  money: 'a decimal with at most four places, in the currency that the column names',
  rate: 'a decimal with at most twelve places',
  date: 'a calendar date',
  timestamp: 'a moment, in UTC',
  flag: 'true or false',
  json: 'JSON as text',
} as const;

export type ColumnType = keyof typeof COLUMN_TYPES;

/** Money and rates as decimal text, dates as 2026-11-23, moments as 2026-11-23T12:00:00.000Z; null: there is none. */
export type Value = string | number | boolean | null;

export interface Column {
  /** snake_case. */
  readonly name: string;
  readonly type: ColumnType;
  /** Days, a currency's column, …; '' where there is none to tell. */
  readonly unit: string;
  readonly text: string;
}

/** What tables are made of. */
export interface ExportFacts {
  readonly book: Book;
  /** The archived deals by id. */
  readonly archive: ReadonlyMap<string, Deal>;
  /** The snapshots asked for, ascending. */
  readonly names: readonly string[];
  /** What the rules find now. */
  findings(): readonly CheckFinding[];
  /** The review sheets, the earliest first. */
  sheets(): readonly ReviewSheet[];
  /** Tells of what is left out. */
  note(text: Sayable): void;
}

/** Rows that belong to one day. */
export interface Part {
  readonly date: string;
  /** From 0: several snapshots may be of one day. */
  readonly number: number;
  rows(): Iterable<readonly Value[]>;
}

export interface ExportTable {
  readonly name: string;
  readonly text: string;
  /** What a row is of. */
  readonly row: string;
  readonly columns: readonly Column[];
  /** A row at a time, in a lasting order, each with a value a column. @throws Failure `snapshot-damaged`, … */
  rows(facts: ExportFacts): Iterable<readonly Value[]>;
  /** The same rows by day, for formats that lie in folders by date. */
  parts?(facts: ExportFacts): Iterable<Part>;
}

/** How a column is read from what a row is made of. */
export interface ColumnSpec<Row> {
  readonly type: ColumnType;
  readonly unit?: string;
  readonly text: string;
  read(row: Row): Value | undefined;
}

export type ColumnSpecs<Row> = Readonly<Record<string, ColumnSpec<Row>>>;

/** The columns that a table shows. */
export function columnsOf<Row>(specs: ColumnSpecs<Row>): readonly Column[] {
  return Object.entries(specs).map(([name, { type, unit = '', text }]) => ({ name, type, unit, text }));
}

/** Reads a row's values, in the order of the columns. Text that is empty is missing. */
export function valueReader<Row>(specs: ColumnSpecs<Row>): (row: Row) => readonly Value[] {
  const reads = Object.values(specs).map(({ read }) => read);
  return (row) =>
    reads.map((read) => {
      const value = read(row);
      return value === undefined || value === '' ? null : value;
    });
}
