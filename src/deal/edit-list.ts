// A new item at the end of a list of maps that a deal has, has empty, or does not have.

import type { Layout, Splice } from './layout.ts';
import { type Entry, isNothing, type ListNode, type MapNode } from './tree.ts';

/** @param item in braces */
export function appendItem(layout: Layout, root: MapNode, entry: Entry, item: string): Splice[] {
  const { value } = entry;
  if (value.kind === 'list' && value.items.length > 0) return [appendTo(layout, entry, value, item)];
  const inBrackets = `[${item}]`;
  const isEmptyList = value.kind === 'list';
  if (isEmptyList && /[^[\]\s]|\n/.test(layout.text.slice(value.from, value.to))) {
    return [{ from: value.from + 1, to: value.from + 1, text: `${item} ` }]; // a comment is inside
  }
  const leftOut = isNothing(value) && value.from === value.to;
  if (root.flow) {
    if (!leftOut) return [{ from: value.from, to: value.to, text: inBrackets }];
    const [at, colon] = entry.colonAt === undefined ? [entry.keyTo, ': '] : [entry.colonAt + 1, ' '];
    return [{ from: at, to: at, text: colon + inBrackets }];
  }
  const indent = layout.indentAt(entry.from);
  const line = layout.insertLines(layout.lineAfterComments(entry.to, indent.length), [
    `${indent}  - ${item}`,
  ]);
  if (leftOut) return [line];
  const colonEnd = entry.colonAt === undefined ? value.from : entry.colonAt + 1;
  return [{ from: colonEnd, to: value.to, text: '' }, line];
}

function appendTo(layout: Layout, entry: Entry, list: ListNode, item: string): Splice {
  const last = list.items.at(-1);
  const end = last?.value.to ?? list.to;
  if (list.flow) return { from: end, to: end, text: `, ${item}` };
  const column = layout.indentAt(entry.from).length;
  const indent = layout.indentAt(last?.at ?? list.from);
  return layout.insertLines(layout.lineAfterComments(end, column), [`${indent}- ${item}`]);
}
