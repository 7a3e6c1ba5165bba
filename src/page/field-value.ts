// A field of a deal as its file says it, as people see it elsewhere.

import { toDay } from '../base/day.ts';
import { toDecimal } from '../base/money.ts';
import type { Look } from './look.ts';
import type { Cell } from './page.ts';
import { say } from './say.ts';
import { stageCell } from './stage-cell.ts';

/** Days, amounts, stages and owners as in every table; nothing for ''. */
export function fieldValue(field: string, value: string, look: Look): Cell {
  if (value === '') return { kind: 'none' };
  const amount = toDecimal(value);
  if (field === 'amount' && amount !== undefined)
    return { kind: 'phrase', parts: [{ kind: 'money', amount }] };
  if (field === 'stage') return stageCell(value, look);
  return field === 'owner' ? { kind: 'text', text: look.ownerLabel(value) } : withDays(field, value);
}

/** Fields whose text begins with a day, as deal/item-text.ts writes it. */
const BY_DAY = ['next_step', 'stages', 'activities'];

/** The text as the file has it, but its days as people read them. */
export function withDays(field: string, value: string): Cell {
  const day = toDay(value);
  if (day !== undefined) return { kind: 'day', day };
  if (field === 'waive') return waiver(value);
  const [, first = '', rest = ''] = BY_DAY.includes(field) ? (/^(\S+)(.*)$/s.exec(value) ?? []) : [];
  const of = toDay(first);
  return of === undefined
    ? { kind: 'text', text: value }
    : { kind: 'phrase', parts: [{ kind: 'day', day: of }, rest] };
}

/** `stale until 2026-12-31: budget in January` */
function waiver(value: string): Cell {
  const [, rule = '', until = '', why = ''] = /^(\S+) until (\S+)(: .*)$/s.exec(value) ?? [];
  const day = toDay(until);
  if (day === undefined) return { kind: 'text', text: value };
  return { kind: 'phrase', parts: [say('{rule} until {day}', { rule, day: { kind: 'day', day } }), why] };
}
