// Settings that are read and checked, but that nothing uses yet. A feature that begins to use one takes its
// line out. `check` reports what stands here and is set (rule `unused-setting`).

import { isNothing, type TreeNode } from '../deal/tree.ts';
import type { SettingPath } from './settings-explained.ts';

/** None waits at present. */
const WAITING: ReadonlySet<SettingPath> = new Set();

/** The settings of the file that nothing uses yet, each once, with the place of its first use. In the order of the file. */
export function unusedIn(
  tree: TreeNode,
  waiting: ReadonlySet<string> = WAITING,
): { key: string; at: number }[] {
  const found = new Map<string, number>();
  visit(tree, '', (path, at) => {
    const key = path.replaceAll('[]', '');
    if (waiting.has(path) && !found.has(key)) found.set(key, at);
  });
  return [...found].map(([key, at]) => ({ key, at })).sort((a, b) => a.at - b.at);
}

/** Every key that holds something, by its path: `process.stages[].exit`. */
function visit(node: TreeNode, path: string, see: (path: string, at: number) => void): void {
  if (node.kind === 'list') for (const item of node.items) visit(item.value, `${path}[]`, see);
  if (node.kind !== 'map') return;
  for (const { key, from, value } of node.entries) {
    if (isNothing(value)) continue;
    const inner = path === '' ? key : `${path}.${key}`;
    see(inner, from);
    visit(value, inner, see);
  }
}
