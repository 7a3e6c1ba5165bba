// Cells that hold an error of a spreadsheet in place of a value: they are empty to whoever reads the row, and known beside.

import type { TableRow } from './table.ts';

/** `#REF!`, `#DIV/0!`, `#NAME?`, `#N/A`. */
const ERROR = /^#(?:[A-Z][A-Z0-9/_]*[!?]|N\/A|GETTING_DATA)$/;

/** The row with its errors told apart from its texts. */
export function withErrors(row: TableRow): TableRow {
  const errors = new Map<number, string>();
  for (const [column, cell] of row.cells.entries()) {
    if (cell.startsWith('#') && ERROR.test(cell)) errors.set(column, cell);
  }
  if (errors.size === 0) return row;
  return { ...row, errors, cells: row.cells.map((cell, column) => (errors.has(column) ? '' : cell)) };
}

/** The cells as the file shows them, errors too. */
export function shownCells({ cells, errors }: TableRow): readonly string[] {
  return errors === undefined ? cells : cells.map((cell, column) => errors.get(column) ?? cell);
}

/**
 * The errors of a row that another one joins.
 * @param columns of the other row, in the order in which they stand behind the row's own
 * @param width how many columns are the row's own
 */
export function joinedErrors(
  row: TableRow,
  other: TableRow | undefined,
  columns: readonly { readonly column: number }[],
  width: number,
): Pick<TableRow, 'errors'> {
  const theirs = columns.flatMap(({ column }, at) => {
    const error = other?.errors?.get(column);
    return error === undefined ? [] : [[width + at, error] as const];
  });
  return theirs.length === 0 ? {} : { errors: new Map([...(row.errors ?? []), ...theirs]) };
}
