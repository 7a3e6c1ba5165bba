// What SQL can be asked of: the tables and the views over them, as a view of their own.

import type { QueryTablesView } from '../report/query.ts';
import { TABLES } from './tables.ts';
import { VIEWS } from './views.ts';

export function queryTables(): QueryTablesView {
  const tables = Object.values(TABLES).map(({ name, text, columns }) => ({
    name,
    kind: 'table' as const,
    text,
    columns: columns.map((column) => ({ name: column.name, type: column.type, text: column.text })),
  }));
  const views = VIEWS.map(({ name, text, columns }) => ({
    name,
    kind: 'view' as const,
    text,
    columns: columns.map((column) => ({ ...column, type: '' })),
  }));
  return { schema: 'pipeline/query-tables/1', tables: [...tables, ...views] };
}
