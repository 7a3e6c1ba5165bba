// A table as an export has it: headers and rows of text, each row with the line that it stands in.

import type { Sayable } from '../base/said.ts';

export interface TableRow {
  /** From 1, of the row's first line in its file; in a spreadsheet the row's number. */
  readonly line: number;
  /** In the order of the headers; shorter where the file leaves cells off, longer where it has too many. */
  readonly cells: readonly string[];
  /** The row's own file, where a table is made of several. */
  readonly file?: string;
  /** Columns whose cell a workbook holds as a number, which is written with a decimal point. */
  readonly typed?: ReadonlySet<number>;
  /** Errors of a spreadsheet (`#REF!`) by their columns; their cells are empty. */
  readonly errors?: ReadonlyMap<number, string>;
  /** It has more cells than there are headers, so that nobody knows which belongs to which. */
  readonly excess?: boolean;
  /** It is the last one of a text that ends without a line break. */
  readonly unended?: boolean;
  /** It is such a row, and lacks cells: the file ends in it. */
  readonly cutOff?: boolean;
}

/** A record of the file that is no data: above the header or below the rows. */
export interface LeftOut {
  readonly line: number;
  readonly text: string;
}

export interface Table {
  /** The file's name without folders; for a sheet `book.xlsx: Sheet`. */
  readonly file: string;
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
  readonly preamble: readonly LeftOut[];
  readonly footers: readonly LeftOut[];
  /** How the bytes were read, as a person would say it; empty for a spreadsheet. */
  readonly encoding: Sayable;
  readonly delimiter: string;
}

/** The cell of a row in a column, trimmed; '' where the row is too short or the column is -1. */
export function cellAt(row: TableRow, column: number): string {
  return row.cells[column]?.trim() ?? '';
}

/** The number of cells that most rows have; of two that are as frequent the greater one; 1 where there is no row. */
export function usualWidth(records: readonly TableRow[]): number {
  const frequency = new Map<number, number>();
  for (const { cells } of records) frequency.set(cells.length, (frequency.get(cells.length) ?? 0) + 1);
  return [...frequency].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 1;
}
