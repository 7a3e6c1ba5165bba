// pipeline/query/1: what SQL answered; pipeline/query-tables/1: what can be asked.

/** SQL's own values: numbers are numbers, money too, exact to 15 digits. */
type Value = string | number | boolean | null;

export interface QueryView {
  readonly schema: 'pipeline/query/1';
  readonly sql: string;
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, Value>>[];
}

export interface QueryTablesView {
  readonly schema: 'pipeline/query-tables/1';
  readonly tables: readonly {
    readonly name: string;
    readonly kind: 'table' | 'view';
    readonly text: string;
    readonly columns: readonly { readonly name: string; readonly type: string; readonly text: string }[];
  }[];
}

export function queryView(
  sql: string,
  { columns, rows }: { readonly columns: readonly string[]; readonly rows: readonly (readonly Value[])[] },
): QueryView {
  return {
    schema: 'pipeline/query/1',
    sql,
    columns,
    rows: rows.map((row) => Object.fromEntries(columns.map((name, place) => [name, row[place] ?? null]))),
  };
}
