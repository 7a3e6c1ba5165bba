// Rows whose cells can't be told apart, or are not all there: nothing of them is taken over.

import { type Said, said } from '../base/said.ts';
import type { TableRow } from './table.ts';

/** Why nobody knows what a row says; undefined where its cells are as many as they should be. */
export function whyBroken({ excess, cutOff }: TableRow): Said | undefined {
  if (excess === true) return said('it has more cells than there are headers');
  if (cutOff === true) return said('the file seems cut off here: the row ends before its last cell');
  return undefined;
}
