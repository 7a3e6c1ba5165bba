// Tables in a SQLite database, with views over them: what `export --format sqlite` writes, and `query` asks.

import { type Database, openDatabase } from '../sqlite/database.ts';
import { inBatches } from './batches.ts';
import type { ColumnType, ExportFacts, ExportTable, Value } from './table.ts';
import { VIEWS } from './views.ts';

const BATCH = 2_000;

/** SQLite has no decimals: as a column's type DECIMAL makes them numbers, which sort and add up; exact to 15 digits. */
const TYPES = {
  text: 'TEXT',
  integer: 'INTEGER',
  number: 'REAL',
  money: 'DECIMAL(20,4)',
  rate: 'DECIMAL(24,12)',
  date: 'TEXT',
  timestamp: 'TEXT',
  flag: 'INTEGER',
  json: 'TEXT',
} as const satisfies Record<ColumnType, string>;

/**
 * Makes a new database of these tables; the caller closes it.
 * @param path of a file that is not there, or `:memory:`
 * @param isFilled whether the rows of a table are needed; the others are there and empty
 */
export async function tablesInSqlite(
  path: string,
  tables: readonly ExportTable[],
  facts: ExportFacts,
  signal: AbortSignal,
  isFilled: (name: string) => boolean = () => true,
): Promise<Database> {
  const database = openDatabase(path, 0);
  try {
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
    makeTables(database, tables);
    for (const table of tables) {
      if (isFilled(table.name)) await fill(database, table, table.rows(facts), signal);
    }
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** The tables, empty, and the views over them. */
function makeTables(database: Database, tables: readonly ExportTable[]): void {
  for (const { name, columns } of tables) {
    const lines = columns.map((column) => `  ${quoted(column.name)} ${TYPES[column.type]}`);
    database.exec(`CREATE TABLE ${quoted(name)} (\n${lines.join(',\n')}\n)`);
  }
  const names = tables.map(({ name }) => name);
  for (const { name, of, sql } of VIEWS) {
    if (names.includes(of)) database.exec(`CREATE VIEW ${quoted(name)} AS\n${sql}`);
  }
}

async function fill(
  database: Database,
  { name, columns }: ExportTable,
  rows: Iterable<readonly Value[]>,
  signal: AbortSignal,
): Promise<void> {
  const insert = `INSERT INTO ${quoted(name)} VALUES (${columns.map(() => '?').join(', ')})`;
  for await (const batch of inBatches(rows, BATCH, signal)) {
    database.transaction(() => {
      for (const row of batch) database.run(insert, ...row.map(stored));
    });
  }
}

function stored(value: Value): string | number | null {
  return typeof value === 'boolean' ? Number(value) : value;
}

function quoted(name: string): string {
  return `"${name}"`;
}
