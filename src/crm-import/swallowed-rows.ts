// Rows that stand in a cell of another row, since a quote opened the cell by mistake and another one happened to close it.

import { shapeOf } from './shape.ts';
import { type TableRow, usualWidth } from './table.ts';

const LINE_BREAK = /\r\n|\n|\r/;
const LINE_BREAKS = new RegExp(LINE_BREAK, 'g');

/** Fewer cells do not tell a row from a line of text with a comma in it. */
const FEWEST_CELLS = 3;

/** How many lines end in a text. */
export function lineBreaksIn(text: string): number {
  if (!text.includes('\n') && !text.includes('\r')) return 0;
  return text.match(LINE_BREAKS)?.length ?? 0;
}

/**
 * The first row that holds others: read line by line, without its quotes, each of its lines has as many cells as most rows
 * have, and looks like the one above it. Undefined where a cell over several lines is no more than that.
 */
export function swallowsRows(rows: readonly TableRow[], delimiter: string): TableRow | undefined {
  const several = rows.filter(({ cells }) => cells.some((cell) => lineBreaksIn(cell) > 0));
  if (several.length === 0) return undefined;
  const width = usualWidth(rows);
  if (width < FEWEST_CELLS) return undefined;
  return several.find(({ cells }) => {
    const lines = cells
      .join(delimiter)
      .split(LINE_BREAK)
      .map((line) => line.split(delimiter));
    return (
      lines.every((line) => line.length === width) &&
      lines.every((line, at) => at === 0 || isAlike(line, lines[at - 1] ?? []))
    );
  });
}

/** Prose has commas too, but hardly the amounts, dates and ids of a deal in their places. */
const FEWEST_FIGURES = 2;

/** Whether more than half of the cells are written alike, figures among them. */
function isAlike(a: readonly string[], b: readonly string[]): boolean {
  const alike = a.filter((cell, column) => shapeOf(cell) === shapeOf(b[column] ?? ''));
  return alike.length > a.length / 2 && alike.filter((cell) => /\d/.test(cell)).length >= FEWEST_FIGURES;
}
