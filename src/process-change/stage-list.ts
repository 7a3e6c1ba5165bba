// Edits of the list of stages in pipeline.yaml: an item put in, or taken out with the comments that belong to it.

import type { Layout, Splice } from '../deal/layout.ts';
import type { ListItem, ListNode } from '../deal/tree.ts';

/**
 * An item at a place from 0, behind the last where there is none.
 * @param lines the item as it stands in a block list, from the hyphen on
 */
export function putItem(layout: Layout, list: ListNode, at: number, lines: readonly string[]): Splice {
  const next = list.items[at];
  const last = list.items.at(-1);
  if (last === undefined) throw new Error('a process has a stage');
  if (list.flow) {
    const item = lines.join(layout.lineEnd);
    return next === undefined
      ? { from: last.value.to, to: last.value.to, text: `, ${item}` }
      : { from: next.at, to: next.at, text: `${item}, ` };
  }
  const place = next === undefined ? linesOf(layout, list, last)[1] : linesOf(layout, list, next)[0];
  return layout.insertLines(place, lines);
}

/** An item taken out with its lines, or with its comma. The list must keep another one. */
export function takeItem(layout: Layout, list: ListNode, item: ListItem): Splice {
  if (!list.flow) return layout.removeLines(...linesOf(layout, list, item));
  const at = list.items.indexOf(item);
  const [before, next] = [list.items[at - 1], list.items[at + 1]];
  if (next !== undefined) return { from: item.at, to: next.at, text: '' };
  return { from: before?.value.to ?? item.at, to: item.value.to, text: '' };
}

/** An item as putItem takes it, just as it stands. */
export function textOfItem(layout: Layout, list: ListNode, item: ListItem): readonly string[] {
  if (list.flow) return [layout.text.slice(item.value.from, item.value.to)];
  const [from, to] = linesOf(layout, list, item);
  return layout.text
    .slice(from, to)
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
}

/**
 * The lines of an item: with comments below that are indented deeper than its hyphen, and those right above it at the
 * hyphen's column; what stands above the first item heads the list.
 */
function linesOf(layout: Layout, list: ListNode, item: ListItem): [from: number, to: number] {
  const column = layout.indentAt(item.at).length;
  let from = layout.lineStart(item.at);
  while (item !== list.items[0] && from > 0) {
    const above = layout.lineStart(from - 1);
    if (layout.text.slice(above, from).search(/\S/) !== column || layout.text[above + column] !== '#') break;
    from = above;
  }
  return [from, layout.lineAfterComments(item.value.to, column)];
}
