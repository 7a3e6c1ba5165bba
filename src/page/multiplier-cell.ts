// A plan's multiplier as people read it.

import type { Cell } from './page.ts';
import { say } from './say.ts';

/** With two decimals, as it is reckoned on with; – where there is none. */
export function multiplierCell(multiplier: number | 'met' | null): Cell {
  if (multiplier === null) return { kind: 'text', text: '–' };
  return multiplier === 'met' ? say('met') : { kind: 'number', number: multiplier, decimals: 2 };
}
