// What a caption is made of: sentences in which each figure is a cell. A cell that knows where it stands in a view keeps it, and what
// is reckoned of several says of which, so that a page can hold every figure of a caption against the command that it comes from.

import { fromMinor, toMinor } from '../base/money.ts';
import { wilsonInterval } from '../base/wilson.ts';
import type { Cell, Source } from '../page/page.ts';
import { wordsOf } from '../render/locale.ts';
import type { Language } from '../words/speak.ts';

export type Caption = readonly (string | Cell)[];

/** A day that is drawn and said. */
export type DayCell = Extract<Cell, { readonly kind: 'day' }>;

/** What is drawn; null where the cell has no number: it is not known. */
export function numberOf(cell: Cell): number | null {
  switch (cell.kind) {
    case 'money':
      return Number(cell.amount);
    case 'count':
      return cell.count;
    case 'share':
      return cell.share;
    case 'number':
      return cell.number;
    default:
      return null;
  }
}

/** The same, with 0 for what is not known: of bars, which begin there. */
export function lengthOf(cell: Cell): number {
  return numberOf(cell) ?? 0;
}

/** Money without its pennies, which nobody reads in a sentence; all else as it is. */
export function whole(cell: Cell): Cell {
  return cell.kind === 'money' ? { ...cell, amount: fromMinor(toMinor(cell.amount, 0), 0) } : cell;
}

/** A name that comes from files, or a period's: it keeps its own direction, and no figure in it is one of the caption. */
export function nameCell(text: string): Cell {
  return { kind: 'text', text };
}

/** How many. @param all of which they are some: each says where it stands */
export function howMany(some: readonly Cell[], all: readonly Cell[] = some): Cell {
  return { kind: 'count', count: some.length, ...madeOf('count', some, some.length, all) };
}

/** The sum of counts. */
export function summed(counts: readonly Cell[]): Cell {
  const sum = counts.reduce((total, cell) => total + lengthOf(cell), 0);
  return { kind: 'count', count: sum, ...madeOf('sum', counts, sum) };
}

/** An end of the 90 % interval of a share, by Wilson: of nothing it can be anything. */
export function boundOf(end: 'low' | 'high', count: Cell, of: Cell): Cell {
  const share = (wilsonInterval(lengthOf(count), lengthOf(of)) ?? { low: 0, high: 1 })[end];
  return { kind: 'share', share, ...madeOf(end, [count, of], share) };
}

function madeOf(
  made: NonNullable<Source['made']>,
  cells: readonly Cell[],
  value: number,
  all = cells,
): { readonly source?: Source } {
  const [first] = all.flatMap((cell) => sourceIn(cell) ?? []);
  if (first === undefined) return {};
  const path = cells.map((cell) => sourceIn(cell)?.path ?? '').join(' ');
  return { source: { view: first.view, path, value, made } };
}

function sourceIn(cell: Cell): Source | undefined {
  return 'source' in cell ? cell.source : undefined;
}

/** As one plain text. */
export function captionText(caption: Caption, language: Language): string {
  return wordsOf(language).cell({ kind: 'phrase', parts: caption }, 0);
}
