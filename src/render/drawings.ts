// Bars and ranges as letters of a terminal: a block a column, no matter which letters it has (ascii.ts).

import type { Cell } from '../page/page.ts';

type Bar = Extract<Cell, { kind: 'bar' }>;
type Range = Extract<Cell, { kind: 'range' }>;

/** A bar of whole blocks; one that is not nothing has at least one. */
export function barText(bar: Bar, width: number): string {
  const from = Math.round(Math.min(bar.from, bar.to) * width);
  const to = Math.round(Math.max(bar.from, bar.to) * width);
  if (bar.from === bar.to) return '';
  const start = Math.min(from, width - 1);
  return ' '.repeat(start) + '█'.repeat(Math.max(1, to - start));
}

/** `├──█──┤`, and ┊ where the mark is; a range without room for its ends is its middle alone. */
export function rangeText({ low, mid, high, mark }: Range, width: number): string {
  const columnOf = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * (width - 1));
  const letters: string[] = new Array(width).fill(' ');
  if (mark !== undefined) letters[columnOf(mark)] = '┊';
  const [first, last] = [columnOf(Math.min(low, high)), columnOf(Math.max(low, high))];
  letters.fill('─', first, last + 1);
  if (first < last) {
    letters[first] = '├';
    letters[last] = '┤';
  }
  letters[columnOf(mid)] = '█';
  return letters.join('').trimEnd();
}
