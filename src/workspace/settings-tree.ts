// Looking into the tree of pipeline.yaml without minding what is wrong elsewhere in it.

import { entryOf, isNothing, type TreeNode } from '../deal/tree.ts';

export type Texts = readonly { readonly text: string; readonly at: number }[];

/** The value under these keys; undefined where one is missing or holds nothing. */
export function under(node: TreeNode | undefined, ...keys: readonly string[]): TreeNode | undefined {
  let found = node;
  for (const key of keys) {
    found = found?.kind === 'map' ? entryOf(found, key)?.value : undefined;
    if (found !== undefined && isNothing(found)) return undefined;
  }
  return found;
}

/** The items of a list; none where it is no list. */
export function itemsOf(node: TreeNode | undefined): readonly TreeNode[] {
  return node?.kind === 'list' ? node.items.map((item) => item.value) : [];
}

/** The text of a scalar. */
export function textOf(node: TreeNode | undefined): string | undefined {
  return node?.kind === 'scalar' && !isNothing(node) ? node.text : undefined;
}

/** A scalar with its place, as a list of one or none. */
export function textAt(node: TreeNode | undefined): Texts {
  const text = textOf(node);
  return node === undefined || text === undefined ? [] : [{ text, at: node.from }];
}

/** The texts of a list with their places. */
export function textsOf(node: TreeNode | undefined): Texts {
  return itemsOf(node).flatMap(textAt);
}

/** The keys of a map with their places. */
export function keysOf(node: TreeNode | undefined): Texts {
  return node?.kind === 'map' ? node.entries.map(({ key, from }) => ({ text: key, at: from })) : [];
}

/** The tree as plain values: scalars as their source text; a key that holds nothing is as good as left out. */
export function plainOf(node: TreeNode): unknown {
  if (isNothing(node)) return null;
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'list') return node.items.map((item) => plainOf(item.value));
  const entries = node.entries.filter(({ value }) => !isNothing(value));
  return Object.fromEntries(entries.map(({ key, value }) => [key, plainOf(value)]));
}

/** What the items of a list are called: each itself where it is text, else its `id`. */
export function idsOf(items: readonly TreeNode[]): Texts {
  return items.flatMap((item) => textAt(item.kind === 'map' ? under(item, 'id') : item));
}

/** The whole number that a scalar holds. */
export function wholeOf(node: TreeNode | undefined): number | undefined {
  const text = textOf(node);
  return text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : undefined;
}

/** Those that were there before, in order, each with the first one's text. */
export function repeated(texts: Texts): Texts {
  const seen = new Set<string>();
  return texts.filter(({ text }) => {
    if (seen.has(text)) return true;
    seen.add(text);
    return false;
  });
}
