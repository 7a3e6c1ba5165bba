// What a part of a file says, as a text that is the same for all ways to write it: two versions that say the same are
// no conflict, whatever quotes and order they have.

import { plainValue } from '../deal/core-schema.ts';
import { entryOf, isNothing, type TreeNode } from '../deal/tree.ts';

/** Whether a plain 12 is a text, as in the keys of a deal, or a number, as under `custom`. */
export type Reads = 'text' | 'data';

/** Of a value that is left out. */
export const NOTHING = 'null';

/** The guard has bounded the depth. */
export function sayingOf(node: TreeNode, reads: Reads): string {
  if (node.kind === 'list') return listSaying(node.items.map(({ value }) => sayingOf(value, reads)));
  if (node.kind === 'map')
    return mapSaying(node.entries.map(({ key, value }) => [key, sayingOf(value, reads)]));
  if (isNothing(node)) return NOTHING;
  if (reads === 'text' || node.style !== 'plain') return JSON.stringify(node.text);
  const value = plainValue(node.text);
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

export function listSaying(items: readonly string[]): string {
  return `[${items.join(',')}]`;
}

/** In whatever order the keys stand. */
export function mapSaying(pairs: readonly (readonly [key: string, saying: string])[]): string {
  const texts = pairs.map(([key, saying]) => `${JSON.stringify(key)}:${saying}`);
  return `{${texts.sort().join(',')}}`;
}

/** Of an amount: 100 and 100.00 are one. */
export function amountSaying(node: TreeNode): string {
  const saying = sayingOf(node, 'text');
  return /^"-?\d+\.\d*"$/.test(saying) ? saying.replace(/\.?0*"$/, '"') : saying;
}

/** The day of an activity, a stage, or an entry of the dialogue; '' where it has none. */
export function dayOf(item: TreeNode): string {
  const on = item.kind === 'map' ? entryOf(item, 'on')?.value : undefined;
  return on?.kind === 'scalar' ? on.text : '';
}
