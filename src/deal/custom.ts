// Plain data of a deal: what stands under `custom`, and unknown keys, kept as it is.

import { plainValue } from './core-schema.ts';
import type { CustomValue } from './deal.ts';
import type { MapNode, TreeNode } from './tree.ts';

/**
 * The value as JSON-ready data. Maps have no prototype, so that a key like `__proto__` is a key like any other and
 * asking for one that is not there gives nothing. The guard has bounded the depth.
 */
export function plainData(node: TreeNode): CustomValue {
  if (node.kind === 'scalar') return node.style === 'plain' ? plainValue(node.text) : node.text;
  if (node.kind === 'list') return node.items.map((item) => plainData(item.value));
  return plainMap(node);
}

export function plainMap(node: MapNode): Record<string, CustomValue> {
  const data: Record<string, CustomValue> = Object.create(null);
  for (const entry of node.entries) data[entry.key] = plainData(entry.value);
  return data;
}

/** Whether a change is one of a key under `custom`. */
export function isCustomKey(key: string): key is `custom.${string}` {
  return key.startsWith('custom.');
}

/** The key in `custom.KEY`; it may hold points itself. */
export function customKeyOf(key: `custom.${string}`): string {
  return key.slice('custom.'.length);
}

/** Text as it is, numbers and truth values as YAML writes them, lists and maps as JSON. */
export function customText(value: CustomValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
