// pipeline/export/1: which tables were written where, with their columns; it also lies in the folder of an export.

export interface ExportedTable {
  readonly table: string;
  readonly rows: number;
  readonly files: number;
  /** The file or folder, as a person wrote the place. */
  readonly place: string;
}

/** What is told of a table's columns. */
interface Described {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly unit: string }[];
}

export interface ExportView {
  readonly schema: 'pipeline/export/1';
  readonly format: string;
  readonly tables: readonly (ExportedTable & {
    readonly columns: readonly { readonly name: string; readonly type: string; readonly unit: string }[];
  })[];
}

export function exportView(
  format: string,
  written: readonly ExportedTable[],
  described: readonly Described[],
): ExportView {
  return {
    schema: 'pipeline/export/1',
    format,
    tables: written.map((table) => ({
      ...table,
      columns: (described.find(({ name }) => name === table.table)?.columns ?? []).map(
        ({ name, type, unit }) => ({ name, type, unit }),
      ),
    })),
  };
}
