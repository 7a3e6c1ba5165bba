// A new item in a list that a deal has, has empty, or does not have: at the end, or before another one.

import type { Layout, Splice } from './layout.ts';
import { type Entry, isNothing, type ListItem, type ListNode, type MapNode } from './tree.ts';

/** @param item in braces */
export function appendItem(layout: Layout, root: MapNode, entry: Entry, item: string): Splice[] {
  const { value } = entry;
  const last = value.kind === 'list' ? value.items.at(-1) : undefined;
  if (value.kind === 'list' && last !== undefined)
    return [value.flow ? appendInBrackets(last, item) : appendLine(layout, entry, last, item)];
  const inBrackets = `[${item}]`;
  if (value.kind === 'list' && /[^[\]\s]|\n/.test(layout.text.slice(value.from, value.to))) {
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

/** @param next the item before which it goes; what stands above that one, a comment say, stays there */
export function insertItem(layout: Layout, { flow }: ListNode, next: ListItem, item: string): Splice {
  if (flow) return { from: next.at, to: next.at, text: `${item}, ` };
  return layout.insertLines(layout.lineStart(next.at), [`${layout.indentAt(next.at)}- ${item}`]);
}

function appendInBrackets({ value: { to } }: ListItem, item: string): Splice {
  return { from: to, to, text: `, ${item}` };
}

function appendLine(layout: Layout, entry: Entry, last: ListItem, item: string): Splice {
  const column = layout.indentAt(entry.from).length;
  const after = layout.lineAfterComments(last.value.to, column);
  return layout.insertLines(after, [`${layout.indentAt(last.at)}- ${item}`]);
}
