// A new item at the end of a list of a file that grows by items of several lines: a month of the dialogue, the calls.

import { appendItem } from './edit-list.ts';
import { addEntry, type NewValue } from './edit-map.ts';
import type { Layout, Splice } from './layout.ts';
import { entryOf, isNothing, type MapNode } from './tree.ts';

export interface ItemText {
  /** As an item of a block list, from the hyphen on. */
  readonly lines: readonly string[];
  /** In braces, for a list that is in brackets. */
  readonly inBraces: string;
}

/** Adds the item to the list under the key, which is made where it is missing. */
export function appendLines(
  layout: Layout,
  root: MapNode,
  key: string,
  { lines, inBraces }: ItemText,
): readonly Splice[] {
  const list = entryOf(root, key);
  if (list === undefined) {
    const empty: NewValue = { kind: 'bare', text: root.flow ? `[${inBraces}]` : '' };
    const below = root.flow ? [] : lines.map((line) => `  ${line}`);
    return [addEntry(layout, root, key, empty, root.entries.at(-1), below)];
  }
  const { value } = list;
  const column = layout.indentAt(list.from);
  const last = value.kind === 'list' && !value.flow ? value.items.at(-1) : undefined;
  const isOpen = !root.flow && isNothing(value) && value.from === value.to;
  if (last === undefined && !isOpen) return appendItem(layout, root, list, inBraces);
  const indent = last === undefined ? `${column}  ` : layout.indentAt(last.at);
  const at = layout.lineAfterComments((last?.value ?? list).to, column.length);
  return [
    layout.insertLines(
      at,
      lines.map((line) => indent + line),
    ),
  ];
}
