// A block map or list as the lines of its entries or items, and one in brackets as the texts between its commas.

import type { Layout } from '../deal/layout.ts';
import type { Entry, ListNode, MapNode, TreeNode } from '../deal/tree.ts';

/** An entry or item. Its texts in a row are the whole of it, line ends included; in brackets there are no lines. */
export interface Part {
  /** A key; of an item what it is known by among the items of all three versions. */
  readonly id: string;
  /** Comments and empty lines above it. */
  readonly lead: string;
  /** Key and colon, or the hyphen. */
  readonly before: string;
  readonly value: string;
  /** A comment and the line end. */
  readonly after: string;
  readonly says: string;
  /** What goes by it goes from low to high; '' where nothing does. */
  readonly rank: string;
  readonly node: TreeNode;
}

/** What every reader of parts is told. */
export interface PartReading {
  saysOf(key: string, node: TreeNode): string;
  rankOf(key: string, node: TreeNode): string;
}

/** Without what stands above it. */
export function coreOf({ before, value, after }: Part): string {
  return before + value + after;
}

/** Lines between two places, as parts and what stands behind the last. */
export interface Lines {
  readonly parts: readonly Part[];
  readonly tail: string;
}

/** Of a block map whose lines go from one place to another; undefined where a key begins no line. */
export function entryLines(
  layout: Layout,
  map: MapNode,
  [from, to]: readonly [from: number, to: number],
  reading: PartReading,
): Lines | undefined {
  const places = map.entries.map((entry) => ({
    key: entry.key,
    at: entry.from,
    node: entry.value,
    end: entry.to,
  }));
  return linesOf(layout, places, [from, to], reading);
}

/** The lines that much further to the right, or to the left as far as there are spaces. */
export function shifted({ parts, tail }: Lines, by: number): Lines {
  if (by === 0) return { parts, tail };
  const move = (line: string) =>
    by > 0 ? ' '.repeat(by) + line : line.replace(new RegExp(`^ {1,${-by}}`), '');
  const moved = (text: string) => text.replace(/^.+/gm, move);
  const movedBehind = (text: string) => text.replace(/(?<=\n).+/g, move);
  return {
    parts: parts.map((part) => ({
      ...part,
      ...{ lead: moved(part.lead), before: moved(part.before) },
      ...{ value: movedBehind(part.value), after: movedBehind(part.after) },
    })),
    tail: moved(tail),
  };
}

/** Of a block list; its items have their places for ids. */
export function itemLines(
  layout: Layout,
  list: ListNode,
  [from, to]: readonly [from: number, to: number],
  reading: PartReading,
): Lines | undefined {
  const places = list.items.map(({ at, value }, place) => ({
    ...{ key: String(place), at, node: value, end: value.to },
  }));
  return linesOf(layout, places, [from, to], reading);
}

interface Placed {
  readonly key: string;
  /** Of the key or the hyphen. */
  readonly at: number;
  readonly node: TreeNode;
  readonly end: number;
}

function linesOf(
  layout: Layout,
  places: readonly Placed[],
  [from, to]: readonly [from: number, to: number],
  reading: PartReading,
): Lines | undefined {
  const { text } = layout;
  const parts: Part[] = [];
  let done = from;
  for (const { key, at, node, end } of places) {
    const start = layout.lineStart(at);
    if (start < done || layout.before(at).trim() !== '') return undefined;
    const after = layout.lineAfterComments(end, layout.indentAt(at).length);
    parts.push({
      id: key,
      lead: text.slice(done, start),
      before: text.slice(start, node.from),
      value: text.slice(node.from, node.to),
      after: text.slice(node.to, after),
      says: reading.saysOf(key, node),
      rank: reading.rankOf(key, node),
      node,
    });
    done = after;
  }
  return done > to ? undefined : { parts, tail: text.slice(done, to) };
}

/** A list or map in brackets; `joint` is what stands between two, where there are two. */
export interface Bracketed {
  readonly open: string;
  readonly parts: readonly Part[];
  readonly joint: string | undefined;
  readonly close: string;
}

/** Undefined where there is more between them than spaces and commas: a comment. */
export function bracketed(
  text: string,
  node: ListNode | MapNode,
  reading: PartReading,
): Bracketed | undefined {
  const held =
    node.kind === 'list'
      ? node.items.map(({ value }, at) => [String(at), value, value] as const)
      : entriesOf(node);
  const parts: Part[] = [];
  const gaps: string[] = [];
  let done = node.from + 1;
  for (const [id, span, value] of held) {
    gaps.push(text.slice(done, span.from));
    const own = { id, says: reading.saysOf(id, value), rank: reading.rankOf(id, value), node: value };
    const before = text.slice(span.from, value.from);
    parts.push({ ...own, lead: '', before, value: text.slice(value.from, value.to), after: '' });
    done = span.to;
  }
  gaps.push(text.slice(done, node.to - 1));
  if (gaps.some((gap) => /[^\s,]/.test(gap))) return undefined;
  const [first = '', ...between] = gaps;
  const last = between.pop();
  return {
    open: text.slice(node.from, node.from + 1) + (last === undefined ? '' : first),
    parts,
    joint: between[0],
    close: (last ?? '') + text.slice(node.to - 1, node.to),
  };
}

function entriesOf(map: MapNode): (readonly [string, Entry, TreeNode])[] {
  return map.entries.map((entry) => [entry.key, entry, entry.value]);
}
