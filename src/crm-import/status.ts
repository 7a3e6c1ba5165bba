// What the status columns of an export say: open, won or lost, beside the stage.

import { said } from '../base/said.ts';
import type { Outcome } from '../deal/deal.ts';
import { type Complaints, type RowValues, shortened } from './row-values.ts';
import { statusOf } from './stage-values.ts';
import type { Table, TableRow } from './table.ts';

/** What the status columns say; undefined where there are none, or the cell is empty. */
export function statusFrom(
  row: TableRow,
  { values }: { readonly values: RowValues },
  complaints: Complaints,
): Outcome | 'deleted' | undefined {
  const won = values.flag(row, 'is_won', complaints);
  const closed = values.flag(row, 'is_closed', complaints);
  if (won === true) return 'won';
  if (closed !== undefined) return closed ? 'lost' : 'open';
  const text = values.text(row, 'status');
  if (text === '') return undefined;
  const status = statusOf(text);
  if (status === undefined)
    complaints.push(said('"{text}" says neither open, won nor lost', { text: shortened(text) }));
  return status;
}

/** The rows of a table whose stage has to be found in the process: neither closed by status nor left out. */
export function* openStageValues(table: Table, context: { readonly values: RowValues }): Iterable<string> {
  for (const row of table.rows) {
    const complaints: Complaints = [];
    if (context.values.flag(row, 'is_deleted', complaints) === true) continue;
    if (context.values.has('is_current') && context.values.flag(row, 'is_current', complaints) === false)
      continue;
    const status = statusFrom(row, context, complaints);
    if (status === 'won' || status === 'lost' || status === 'deleted') continue;
    const value = context.values.text(row, 'stage');
    if (value !== '') yield value;
  }
}
