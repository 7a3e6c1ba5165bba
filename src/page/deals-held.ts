// How many deals a snapshot holds.

import { counted } from './counted.ts';
import type { Cell } from './page.ts';
import { say } from './say.ts';

/** `74 deals`, `74 deals and 3 in the archive`. */
export function dealsHeld({ deals, archived }: { readonly deals: number; readonly archived: number }): Cell {
  return archived === 0
    ? counted(deals, 'deal')
    : say('{deals, plural, one {# deal} other {# deals}} and {archived} in the archive', { deals, archived });
}
