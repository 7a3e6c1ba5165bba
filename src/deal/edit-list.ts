// A new item at the end of a list of maps that a deal has, has empty, or does not have.

import type { Layout, Splice } from './layout.ts';
import { type Entry, isNothing, type ListItem, type MapNode } from './tree.ts';

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

function appendInBrackets({ value: { to } }: ListItem, item: string): Splice {
  return { from: to, to, text: `, ${item}` };
}

function appendLine(layout: Layout, entry: Entry, last: ListItem, item: string): Splice {
  const column = layout.indentAt(entry.from).length;
  const after = layout.lineAfterComments(last.value.to, column);
  return layout.insertLines(after, [`${layout.indentAt(last.at)}- ${item}`]);
}
