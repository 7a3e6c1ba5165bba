// The files that a person gives → tables. The only place that reads exports from disk.

import { createHash } from 'node:crypto';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { isErrno, reasonOf } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import { asItIs, asValue, type Said, said } from '../base/said.ts';
import type { Message } from '../words/message.ts';
import { shownCells, withErrors } from './cell-errors.ts';
import { REJECTED_HEADERS } from './columns.ts';
import { decodeBytes, type Encoding } from './decode.ts';
import type { Mapping } from './mapping.ts';
import { readText } from './read-text.ts';
import { isOldWorkbook, isZip, readWorkbook } from './read-workbook.ts';
import { unescaped } from './rejected-file.ts';
import type { IdWords } from './row-ids.ts';
import type { Table } from './table.ts';

export interface ReadOptions {
  /** What a person asked for now. */
  readonly encoding: Encoding | undefined;
  /** The sign that separates the cells. */
  readonly delimiter: string | undefined;
  /** What a mapping says of the system's exports; it decides where the file itself does not. */
  readonly usual: Pick<Mapping, 'encoding' | 'delimiter'>;
  readonly locale: string;
  readonly isHeader: (cell: string) => boolean;
  /** Only where rows are records with ids. */
  readonly ids?: IdWords;
}

export interface ExportFile {
  /** Without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MOST_BYTES = 512 * 1024 * 1024;

/**
 * The bytes of a file.
 * @throws Failure `usage` where there is none, `export-unreadable` where it is no file or too large, `io`
 */
export function readExportFile(path: string): ExportFile {
  const name = basename(path);
  return withFile(path, name, () => ({ name, bytes: readFileSync(path) }));
}

/**
 * Refuses what can't be read, before anything is written for it.
 * @throws Failure as `readExportFile`
 */
export function assertExportFile(path: string): void {
  withFile(path, basename(path), () => accessSync(path, constants.R_OK));
}

function withFile<Result>(path: string, name: string, use: () => Result): Result {
  try {
    const stat = statSync(path);
    if (stat.isDirectory())
      throw unreadable(name, 'it is a folder', 'Give the files in it, the deals first.');
    if (!stat.isFile()) throw unreadable(name, 'it is no file');
    if (stat.size > MOST_BYTES)
      throw unreadable(name, said('it is larger than {size} MiB', { size: MOST_BYTES / 1024 / 1024 }));
    return use();
  } catch (error) {
    if (!isErrno(error)) throw error;
    if (isErrno(error, 'ENOENT') || isErrno(error, 'ENOTDIR')) {
      throw new Failure('usage', said('There is no file {path}.', { path }), { cause: error });
    }
    throw new Failure('io', said("{path} can't be read: {reason}.", { path, reason: reasonOf(error) }), {
      cause: error,
    });
  }
}

/** The tables of all files, in their order; a workbook gives one a sheet. */
export async function tablesOf(files: readonly ExportFile[], options: ReadOptions): Promise<Table[]> {
  const tables: Table[] = [];
  for (const { name, bytes } of files) {
    if (isOldWorkbook(bytes)) throw unreadable(name, 'it is a workbook of the old format .xls', SAVE_AGAIN);
    if (isZip(bytes)) tables.push(...(await readWorkbook(bytes, name, options.isHeader, options.ids)));
    else tables.push(readTextFile(name, bytes, options));
  }
  return tables.map(asExported);
}

/** SHA-256 of the files, hex; of several that of their bytes in a row. */
export function hashOf(files: readonly ExportFile[]): string {
  const hash = createHash('sha256');
  for (const { bytes } of files) hash.update(bytes);
  return hash.digest('hex');
}

const SAVE_AGAIN = 'Save it as XLSX, or as CSV in UTF-8.';

function readTextFile(name: string, bytes: Uint8Array, options: ReadOptions): Table {
  const { text, encoding, why } = decodeBytes(bytes, name, {
    asked: options.encoding,
    usual: options.usual.encoding,
    locale: options.locale,
  });
  return readText(text, {
    file: name,
    encoding: why === '' ? asItIs(encoding) : said('{encoding}, {why}', { encoding, why: asValue(why) }),
    delimiter: options.delimiter,
    usualDelimiter: options.usual.delimiter,
    isHeader: options.isHeader,
    ids: options.ids,
  });
}

/** A file of rejected rows that was mended: its guarded cells as they were in the export, its own columns gone. */
function asExported(table: Table): Table {
  if (!REJECTED_HEADERS.every((header) => table.headers.includes(header))) return table;
  const isOurs = (column: number) => REJECTED_HEADERS.some((header) => header === table.headers[column]);
  const rest = <Cell>(cells: readonly Cell[]) => cells.filter((_, column) => !isOurs(column));
  const rows = table.rows.map((row) => {
    const typed = rest(row.cells.map((_, column) => row.typed?.has(column) === true));
    return withErrors({
      ...row,
      cells: rest(shownCells(row)).map(unescaped),
      typed: new Set(typed.flatMap((isTyped, column) => (isTyped ? [column] : []))),
    });
  });
  return { ...table, headers: rest(table.headers).map(unescaped), rows };
}

function unreadable(name: string, why: Message | Said, hint?: Message): Failure {
  return new Failure(
    'export-unreadable',
    said("{name} can't be imported: {why}.", { name, why: asValue(why) }),
    hint === undefined ? {} : { hint },
  );
}
