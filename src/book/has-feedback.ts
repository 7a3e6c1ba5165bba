// Whether there is a dialogue, so that what reads it need not be loaded where there is none.

import { lstatSync } from 'node:fs';
import { join } from 'node:path';

export function hasFeedback(root: string): boolean {
  return lstatSync(join(root, 'feedback'), { throwIfNoEntry: false }) !== undefined;
}
