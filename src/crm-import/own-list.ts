// What `pipeline list` writes for spreadsheets, as far as an import has to know it.

import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import type { Table } from './table.ts';

/** Columns of a list that a person may edit. */
export const EDITABLE: readonly string[] = [
  ...['name', 'account', 'owner', 'stage', 'amount', 'currency', 'created', 'close'],
  ...['next_step', 'next_step_by', 'lost_reason', 'category', 'important'],
];

/** Columns that follow from these, or from the past. */
export const DERIVED: ReadonlySet<string> = new Set([
  ...[
    'group',
    'outcome',
    'value',
    'recorded',
    'close_first',
    'close_moves',
    'last_activity',
    'last_activity_type',
  ],
  ...['last_sign_of_life', 'last_sign_event', 'next_step_agreed', 'stages', 'stages_logged', 'activities'],
  ...['late_logs', 'waived', 'checklist', 'missing', 'source', 'was', 'merged_into', 'problem'],
]);

/** The list's own keys: which deal, and what it was. */
export const LIST_KEYS: readonly string[] = ['id', 'version'];

/** @throws Failure `usage` for a list that pipeline wrote: as an export it would make every deal a second time */
export function refuseOwnList({ file, headers }: Table): void {
  const known = (header: string) =>
    LIST_KEYS.includes(header) ||
    EDITABLE.includes(header) ||
    DERIVED.has(header) ||
    /^(custom\.|segment$)/.test(header);
  if (!LIST_KEYS.every((key) => headers.includes(key)) || !headers.every(known)) return;
  throw new Failure(
    'usage',
    said('{file} is a list that pipeline wrote, not an export of a CRM.', { file }),
    {
      hint: said('Take over what was edited in it with: pipeline import {file} --match id', { file }),
    },
  );
}
