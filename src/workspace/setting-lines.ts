// In which line of pipeline.yaml each setting stands, for whoever is told why something holds.

import { compose } from '../deal/compose.ts';
import { SourceText } from '../deal/source-text.ts';
import type { TreeNode } from '../deal/tree.ts';
import { textOf, under } from './settings-tree.ts';

/**
 * The line of every key by its path: `freshness.warn_after`, `rules.pushed.stages.lead`. An item of a list with an id
 * is named by it: `process.stages[lead].max_days`. Nothing of a text that can't be read.
 */
export function settingLines(text: string): ReadonlyMap<string, number> {
  const source = new SourceText(text, 'pipeline.yaml', 'invalid-settings');
  const { root } = compose(source);
  const lines = new Map<string, number>();
  if (root !== undefined) visit(root, '', (path, at) => lines.set(path, source.lineAt(at)));
  return lines;
}

function visit(node: TreeNode, path: string, see: (path: string, at: number) => void): void {
  if (node.kind === 'list') {
    for (const { value } of node.items) visit(value, `${path}[${textOf(under(value, 'id')) ?? ''}]`, see);
  }
  if (node.kind !== 'map') return;
  for (const { key, from, value } of node.entries) {
    const inner = path === '' ? key : `${path}.${key}`;
    see(inner, from);
    visit(value, inner, see);
  }
}
