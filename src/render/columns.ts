// How wide each column of a table becomes: all of it where there is room, else cut, else left out.

import type { Column } from '../page/page.ts';

/** Between two columns. */
export const GAP = 2;

export interface Measured {
  readonly column: Column;
  /** Of its widest cell or heading, in terminal columns; what a bar would like to have. */
  readonly natural: number;
  /** Bars take what is left, from `natural` up to this. */
  readonly most: number;
}

/**
 * The width of each column for a terminal of `width` columns; 0 for one that is left out.
 * First spare columns go, then those that wrap become as narrow as they like to be, then text columns are cut down to their
 * `shrinkTo`, the widest first, then columns with the highest `dropRank` are left out, then those that wrap become narrower
 * still, and what is left over goes to the bars.
 */
export function fitColumns(measured: readonly Measured[], width: number): number[] {
  const widths = measured.map(({ natural }) => natural);
  const over = () => total(widths) - width;
  const isNarrowed = (leastOf: LeastWidth): boolean => {
    const widest = indexOfWidest(measured, widths, leastOf);
    if (widest >= 0) widths[widest] = (widths[widest] ?? 0) - 1;
    return widest >= 0;
  };
  measured.forEach(({ column }, index) => {
    if (column.spare === true && over() > 0) widths[index] = 0;
  });
  while (over() > 0) {
    if (isNarrowed(({ wrapsTo }) => wrapsTo)) continue;
    if (isNarrowed(({ wrapsTo, shrinkTo }) => (wrapsTo === undefined ? shrinkTo : undefined))) continue;
    const dropped = indexToDrop(measured, widths);
    if (dropped >= 0) {
      widths[dropped] = 0;
      restore(measured, widths, width);
    } else if (!isNarrowed(({ shrinkTo }) => shrinkTo)) break;
  }
  measured.forEach(({ most }, index) => {
    const has = widths[index] ?? 0;
    if (has > 0 && most > has) widths[index] = Math.min(most, has + Math.max(0, width - total(widths)));
  });
  return widths;
}

/** What a column keeps; undefined where it gives nothing. */
type LeastWidth = (column: Column) => number | undefined;

function total(widths: readonly number[]): number {
  const shown = widths.filter((width) => width > 0);
  return shown.reduce((sum, width) => sum + width, 0) + GAP * Math.max(0, shown.length - 1);
}

function indexOfWidest(
  measured: readonly Measured[],
  widths: readonly number[],
  leastOf: LeastWidth,
): number {
  let widest = -1;
  measured.forEach(({ column }, index) => {
    const width = widths[index] ?? 0;
    if (width <= (leastOf(column) ?? width)) return;
    if (widest < 0 || width > (widths[widest] ?? 0)) widest = index;
  });
  return widest;
}

function indexToDrop(measured: readonly Measured[], widths: readonly number[]): number {
  let found = -1;
  let rank = 0;
  measured.forEach(({ column }, index) => {
    if ((widths[index] ?? 0) > 0 && (column.dropRank ?? 0) > rank) {
      rank = column.dropRank ?? 0;
      found = index;
    }
  });
  return found;
}

/** Where a column was left out, the cut ones get back what now has room. */
function restore(measured: readonly Measured[], widths: number[], width: number): void {
  measured.forEach(({ column, natural }, index) => {
    const has = widths[index] ?? 0;
    if (column.shrinkTo === undefined || has === 0) return;
    widths[index] = Math.min(natural, has + Math.max(0, width - total(widths)));
  });
}
