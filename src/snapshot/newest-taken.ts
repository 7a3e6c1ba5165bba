// The newest snapshot that was taken, not made of the past later: that one keeps the rhythm.

import type { Day } from '../base/day.ts';
import { dayOfName } from './names.ts';
import { readHeader } from './store.ts';

/**
 * Its name, of those of that day or before; undefined where there is none.
 * @param names ascending
 * @throws Failure `snapshot-damaged`, `newer-format`
 */
export function newestTaken(root: string, names: readonly string[], today: Day): string | undefined {
  return names.findLast((name) => dayOfName(name) <= today && readHeader(root, name).origin === 'taken');
}
