// Which rows carry the id of a record: those are deals, though they be called "Total 2026 licence".

import { once } from '../base/once.ts';
import { isFooter, isSumWord } from './footer.ts';
import { shapeOf } from './shape.ts';
import { cellAt, type TableRow } from './table.ts';

/** What is known of ids before a table is read. */
export interface IdWords {
  /** Whether a cell heads a column of ids. */
  isHeader(cell: string): boolean;
  /** Whether the workspace has a record of that id. */
  isKnown(id: string): boolean;
}

/**
 * Tells rows that carry an id: one that is known, or of the form that the ids of other rows have.
 * @param rows below the header, footers among them
 */
export function carriesIdIn(
  rows: readonly TableRow[],
  headers: readonly string[],
  ids: IdWords | undefined,
): (row: TableRow) => boolean {
  const columns = [...headers.keys()].filter((column) => ids?.isHeader(headers[column] ?? '') === true);
  const forms = once(() => {
    const others = rows.filter((row) => !isFooter(row, headers.length, rows));
    return columns.map((column) => formsOf(others.map((row) => cellAt(row, column))));
  });
  return (row) =>
    columns.some((column, at) => {
      const id = cellAt(row, column);
      if (id === '' || isSumWord(id)) return false;
      return ids?.isKnown(id) === true || forms()[at]?.(id) === true;
    });
}

/** Written alike, or of random letters and digits and as long; a word without a digit has no form. */
function formsOf(ids: readonly string[]): (id: string) => boolean {
  const shapes = new Set(ids.map(shapeOf));
  const lengths = new Set(ids.filter(isToken).map((id) => id.length));
  return (id) => isToken(id) && (shapes.has(shapeOf(id)) || lengths.has(id.length));
}

function isToken(id: string): boolean {
  return /\d/.test(id) && !/\s/.test(id);
}
