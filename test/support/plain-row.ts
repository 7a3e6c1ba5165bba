// A row as a plain object, which tests can compare: one from the index reads its fields only when they are asked for.

import { type ArchivedRow, type DealRow, ROW_FIELDS } from '../../src/snapshot/row.ts';

export function plainRow<Row extends DealRow | ArchivedRow>(row: Row): Row {
  const fields = 'archived' in row ? ([...ROW_FIELDS, 'archived'] as const) : ROW_FIELDS;
  return Object.fromEntries(fields.map((field) => [field, (row as ArchivedRow)[field]])) as unknown as Row;
}
