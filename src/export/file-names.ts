// The names of the files that an export writes into a folder, and whether a name is one of them.

import type { ExportTable } from './table.ts';
import { EXPORT_FORMATS, type ExportFormat, TABLE_NAMES } from './table-names.ts';

/** By it an export knows that it may replace a folder; Spark and DuckDB pass over names that begin with `_`. */
export const FOLDER_MARK = '_pipeline_export.json';

export type FolderFormat = Exclude<ExportFormat, 'sqlite'>;

/** What a table is in the folder: a file, or a folder of parts with `/` behind its name. */
export function placeOfTable(table: Pick<ExportTable, 'name' | 'parts'>, format: FolderFormat): string {
  return table.parts !== undefined && format === 'parquet' ? `${table.name}/` : `${table.name}.${format}`;
}

/** The part of a table for a day, from the folder of the export on. */
export function placeOfPart(table: string, date: string, number: number): string {
  return `${table}/date=${date}/part-${number}.parquet`;
}

const TABLE = `(?:${TABLE_NAMES.join('|')})`;
const ENDING = `(?:${EXPORT_FORMATS.filter((format) => format !== 'sqlite').join('|')})`;
const DATE = String.raw`date=\d{4}-\d{2}-\d{2}`;
const OF_EXPORT = new RegExp(
  String.raw`^(?:${TABLE}\.${ENDING}|${TABLE}/(?:${DATE}/(?:part-\d+\.parquet)?)?)$`,
);

/** Whether an export of any tables writes something of that path, from its folder on; folders end in `/`. */
export function isOfExport(path: string): boolean {
  return path === FOLDER_MARK || OF_EXPORT.test(path);
}
