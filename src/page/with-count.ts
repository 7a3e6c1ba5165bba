// A figure with the number of deals behind it.

import type { Decimal } from '../base/money.ts';
import type { Cell } from './page.ts';
import { wholeMoney } from './whole-money.ts';

/** `34 (12)`: money in whole units; – where there is no figure. */
export function withCount(of: number | Decimal | null, count: number): Cell {
  if (of === null) return { kind: 'text', text: '–' };
  return { kind: 'phrase', parts: [typeof of === 'number' ? String(of) : wholeMoney(of), ` (${count})`] };
}
