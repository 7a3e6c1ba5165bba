// Amounts that a CRM has converted to the currency of the company: which of two columns of money is the amount.

import { type Said, said } from '../base/said.ts';
import type { MappedColumn } from './columns.ts';
import { customKey, squeeze } from './headers.ts';
import { COMPANY_AMOUNT_HEADERS } from './special-headers.ts';
import { cellAt, type Table } from './table.ts';

export interface OneAmount {
  readonly columns: readonly MappedColumn[];
  readonly notes: readonly Said[];
}

const COMPANY_AMOUNTS = new Set(COMPANY_AMOUNT_HEADERS.map(squeeze));

/**
 * The columns with one amount. That is the deal's own, where its currency is told or is the company's; else the
 * converted one, which needs no other currency than the workspace's.
 * @param isSettled whether a mapping says which column the amount is
 */
export function withOneAmount(
  table: Table,
  columns: readonly MappedColumn[],
  { isSettled, currency }: { readonly isSettled: boolean; readonly currency: string },
): OneAmount {
  const company = columns.find(({ header }) => COMPANY_AMOUNTS.has(squeeze(header)));
  if (company === undefined || isSettled) return { columns, notes: [] };
  const own = columns.find(({ key }) => key === 'amount');
  if (own !== undefined && (has(columns, 'currency') || isSame(table, own, company))) {
    const headers = { header: own.header, other: company.header };
    return { columns, notes: [said('"{header}" is the amount; "{other}" is a custom field.', headers)] };
  }
  const named = { header: company.header, currency };
  const taken = said(
    '"{header}" is the amount, in {currency}. Is the currency of the company another one? It stands in pipeline.yaml under currency.',
    named,
  );
  const why =
    own === undefined
      ? []
      : [said('No column tells the currency of "{header}": it is a custom field.', { header: own.header })];
  return { columns: columns.map((column) => placed(column, company)), notes: [taken, ...why] };
}

/** What is of the deal's own currency is kept beside. */
const OF_THE_DEAL = ['amount', 'amount_closed', 'currency'];

function placed(column: MappedColumn, company: MappedColumn): MappedColumn {
  if (column === company) return { ...column, key: 'amount' };
  if (!OF_THE_DEAL.includes(column.key)) return column;
  return { ...column, key: `custom.${customKey(column.header) || column.key}` };
}

function has(columns: readonly MappedColumn[], key: string): boolean {
  return columns.some((column) => column.key === key);
}

function isSame(table: Table, a: MappedColumn, b: MappedColumn): boolean {
  return table.rows.every((row) => cellAt(row, a.column) === cellAt(row, b.column));
}
