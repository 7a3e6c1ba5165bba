// A field of a deal as its file says it, as people see it elsewhere.

import { toDay } from '../base/day.ts';
import { toDecimal } from '../base/money.ts';
import type { Look } from './look.ts';
import type { Cell } from './page.ts';
import { stageCell } from './stage-cell.ts';

/** Days, amounts, stages and owners as in every table; nothing for ''. */
export function fieldValue(field: string, value: string, look: Look): Cell {
  if (value === '') return { kind: 'none' };
  const day = toDay(value);
  if (day !== undefined) return { kind: 'day', day };
  const amount = toDecimal(value);
  if (field === 'amount' && amount !== undefined)
    return { kind: 'phrase', parts: [{ kind: 'money', amount }] };
  if (field === 'stage') return stageCell(value, look);
  return { kind: 'text', text: field === 'owner' ? look.ownerLabel(value) : value };
}
