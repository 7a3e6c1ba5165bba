// When a plan review or the results were last held, for a rule: told from feedback/ without what it takes to read all
// YAML that there is, since a check must not wait for it.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Day, toDay } from '../base/day.ts';
import { isErrno } from '../base/errno.ts';
import { decodeUtf8 } from '../base/utf8.ts';
import { plainTree } from '../deal/plain-tree.ts';
import type { TreeNode } from '../deal/tree.ts';
import type { Held } from '../feedback/entry.ts';
import { readRegularFile } from '../workspace/read-file.ts';
import { itemsOf, textOf, under } from '../workspace/settings-tree.ts';
import type { Sheet } from './newest-sheets.ts';

const MOST_BYTES = 4 * 1024 * 1024;

/**
 * The newest entry of that day or before; undefined where there is none. `unsure`: a file that may have one is not in
 * the plain form of YAML, or can't be read.
 */
export function newestHeld(root: string, what: Held['what'], until: Day): Sheet | 'unsure' | undefined {
  let found: Sheet | undefined;
  for (const file of filesIn(root)) {
    const days = daysIn(join(root, file), what);
    if (days === 'unsure') return 'unsure';
    for (const day of days) {
      if (day <= until && (found === undefined || day > found.day)) found = { file, day };
    }
  }
  return found;
}

function daysIn(path: string, what: Held['what']): readonly Day[] | 'unsure' {
  const read = readRegularFile(path, MOST_BYTES);
  if (read.kind === 'absent') return [];
  const text = read.kind === 'read' ? decodeUtf8(read.bytes) : undefined;
  const tree = typeof text === 'string' ? plainTree(text) : undefined;
  if (tree === undefined) return 'unsure';
  const word = (item: TreeNode, key: string) => textOf(under(item, key));
  return itemsOf(under(tree, 'entries')).flatMap((item) => {
    if (word(item, 'kind') !== 'held' || word(item, 'what') !== what) return [];
    return toDay(word(item, 'on') ?? '') ?? [];
  });
}

function filesIn(root: string): string[] {
  try {
    const names = readdirSync(join(root, 'feedback')).filter((name) => /^[^.].*\.yaml$/.test(name));
    return names.map((name) => `feedback/${name}`);
  } catch (error) {
    if (isErrno(error)) return [];
    throw error;
  }
}
