// Tables → stdout, a file, or a folder; whole or not at all.

import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { reasonOf } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import type { Chunks } from '../export/batches.ts';
import { FOLDER_MARK, type FolderFormat, placeOfPart, placeOfTable } from '../export/file-names.ts';
import { asParquet } from '../export/parquet-file.ts';
import { tablesInSqlite } from '../export/sqlite-tables.ts';
import type { ExportFacts, ExportTable, Value } from '../export/table.ts';
import { asCsv, asJsonLines } from '../export/text-files.ts';
import { asXlsx } from '../export/xlsx-file.ts';
import { renderJson } from '../render/json.ts';
import { linesSafeForTerminal } from '../render/safe.ts';
import { type ExportedTable, exportView } from '../report/export.ts';
import { sqliteCode } from '../sqlite/database.ts';
import { placeWholeFile, writeWholeFileFrom } from '../workspace/whole-file.ts';
import { writeWholeFolder } from '../workspace/whole-folder.ts';
import { type ExportPlace, FOLDER_OF_EXPORT } from './export-place.ts';
import type { Io } from './io.ts';

type FilePlace = Exclude<ExportPlace, { kind: 'stdout' }>;
type Rows = Iterable<readonly Value[]>;

/** Prints a table row by row. */
export async function printTable(
  format: 'csv' | 'jsonl',
  table: ExportTable,
  facts: ExportFacts,
  { stdout, signal }: Io,
): Promise<void> {
  for await (const chunk of chunksOf(format, table, table.rows(facts), signal)) {
    stdout.write(stdout.isTTY && typeof chunk === 'string' ? linesSafeForTerminal(chunk) : chunk);
  }
}

export interface WrittenTables {
  readonly tables: readonly ExportedTable[];
  /** What the folder had of an earlier export and has no longer, from the folder on; folders end in `/`. */
  readonly gone: readonly string[];
}

/** Writes the tables to their place. @throws Failure `io`, `usage`, `already-exists`; the place is then as it was */
export async function writeTables(
  { kind, format, path, shown }: FilePlace,
  tables: readonly ExportTable[],
  facts: ExportFacts,
  signal: AbortSignal,
): Promise<WrittenTables> {
  const counted = tables.map(countingRows);
  if (format === 'sqlite') {
    await placeWholeFile(path, shown, async (temporary) => {
      try {
        const database = await tablesInSqlite(temporary, counted, facts, signal);
        database.close();
      } catch (error) {
        throw refusedByDisk(error, shown) ?? error;
      }
    });
    const placed = counted.map(({ name, count }) => ({ table: name, rows: count(), files: 1, place: shown }));
    return { tables: placed, gone: [] };
  }
  const [only] = counted;
  if (kind === 'file' && only !== undefined) {
    await writeWholeFileFrom(path, shown, chunksOf(format, only, only.rows(facts), signal));
    return { tables: [{ table: only.name, rows: only.count(), files: 1, place: shown }], gone: [] };
  }
  const written: ExportedTable[] = [];
  const gone = await writeWholeFolder(path, shown, FOLDER_OF_EXPORT, async (folder) => {
    for (const table of counted) {
      const files = await filesOf(folder, format, table, facts, signal);
      const place = join(shown, placeOfTable(table, format));
      written.push({ table: table.name, rows: table.count(), files, place });
    }
    const mark = renderJson(exportView(format, written, tables));
    await writeWholeFileFrom(join(folder, FOLDER_MARK), FOLDER_MARK, once(mark));
  });
  return { tables: written, gone };
}

/** What SQLite says where the disk is full, or refuses: no bug of ours. Undefined for every other error. */
function refusedByDisk(error: unknown, shown: string): Failure | undefined {
  const code = sqliteCode(error) ?? '';
  if (!/^SQLITE_(FULL|IOERR|CANTOPEN|READONLY|PERM)/.test(code)) return undefined;
  const why = code === 'SQLITE_FULL' ? 'the disk is full' : reasonOf(error);
  return new Failure('io', said("{shown} can't be written: {why}.", { shown, why }), { cause: error });
}

/** Writes a table into a folder. @returns how many files it has */
async function filesOf(
  folder: string,
  format: FolderFormat,
  table: ExportTable,
  facts: ExportFacts,
  signal: AbortSignal,
): Promise<number> {
  if (format !== 'parquet' || table.parts === undefined) {
    const name = placeOfTable(table, format);
    await writeWholeFileFrom(join(folder, name), name, chunksOf(format, table, table.rows(facts), signal));
    return 1;
  }
  mkdirSync(join(folder, table.name));
  let files = 0;
  for (const { date, number, rows } of table.parts(facts)) {
    const name = placeOfPart(table.name, date, number);
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    await writeWholeFileFrom(join(folder, name), name, asParquet(table, rows(), signal, ['date']));
    signal.throwIfAborted();
    files += 1;
  }
  return files;
}

function chunksOf(format: FolderFormat, table: ExportTable, rows: Rows, signal: AbortSignal): Chunks {
  const writers = { csv: asCsv, jsonl: asJsonLines, parquet: asParquet, xlsx: asXlsx } as const;
  return writers[format](table, rows, signal);
}

async function* once(text: string): Chunks {
  yield text;
}

/** The same table, counting the rows that were read of it. */
function countingRows(table: ExportTable): ExportTable & { count(): number } {
  let read = 0;
  function* counted(rows: Rows): Generator<readonly Value[]> {
    for (const row of rows) {
      read += 1;
      yield row;
    }
  }
  const { parts } = table;
  return {
    ...table,
    rows: (facts) => counted(table.rows(facts)),
    ...(parts === undefined
      ? {}
      : {
          *parts(facts) {
            for (const part of parts(facts)) yield { ...part, rows: () => counted(part.rows()) };
          },
        }),
    count: () => read,
  };
}
