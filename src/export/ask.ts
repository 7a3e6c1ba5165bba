// A person's SQL over the exported tables: one statement that reads, asked of a database in memory that holds what the
// files say now. There is nothing in it that a statement could harm, and SQLite itself says which ones only read.

import { Failure } from '../base/failure.ts';
import { nearest } from '../base/nearest.ts';
import { asItIs, said } from '../base/said.ts';
import { type Database, type Question, sqliteCode } from '../sqlite/database.ts';
import { tablesInSqlite } from './sqlite-tables.ts';
import type { ExportFacts, Value } from './table.ts';
import { TABLES } from './tables.ts';
import { VIEWS } from './views.ts';

/** More than anybody reads; a product of tables ends here and not where the memory does. */
const MOST_ROWS = 1_000_000;

export interface Answer {
  /** Names, each once: a second `id` is `id_2`. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

/**
 * @param atRisk does work that can't be interrupted otherwise
 * @throws Failure `usage` where it is no single statement that reads, with the place where it is no SQL
 */
export async function ask(
  sql: string,
  facts: ExportFacts,
  signal: AbortSignal,
  atRisk: <Result>(work: () => Result) => Result,
): Promise<Answer> {
  const named = tablesIn(sql);
  const database = await tablesInSqlite(':memory:', Object.values(TABLES), facts, signal, (name) =>
    named.has(name),
  );
  try {
    database.exec('PRAGMA query_only = ON; PRAGMA trusted_schema = OFF');
    return atRisk(() => answerTo(sql, database));
  } finally {
    database.close();
  }
}

/** Every table that the text may be about: SQL has no way to name one without writing its name. */
function tablesIn(sql: string): ReadonlySet<string> {
  const said = sql.toLowerCase();
  const byView = VIEWS.filter(({ name }) => said.includes(name)).map(({ of }) => of);
  return new Set([...Object.keys(TABLES).filter((name) => said.includes(name)), ...byView]);
}

function answerTo(sql: string, database: Database): Answer {
  try {
    const question = database.ask(sql);
    if (!question.isReading || /^(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)*pragma\b/i.test(sql)) throw notReading();
    return { columns: apart(question.columns()), rows: rowsOf(question) };
  } catch (error) {
    if (error instanceof RangeError) throw severalStatements(error);
    if (sqliteCode(error) === undefined || !(error instanceof Error)) throw error;
    throw noSql(sql, error, database);
  }
}

function rowsOf(question: Question): Value[][] {
  const rows: Value[][] = [];
  for (const row of question.rows()) {
    if (rows.length === MOST_ROWS) {
      throw new Failure('usage', said('The answer has more than {rows} rows.', { rows: MOST_ROWS }), {
        hint: 'Add LIMIT to it; whole tables: pipeline export.',
      });
    }
    rows.push(row.map(told));
  }
  return rows;
}

/** A number with the 15 digits that are sure; bytes in hexadecimal. */
function told(held: unknown): Value {
  if (typeof held === 'number') return Number.isInteger(held) ? held : Number(held.toPrecision(15));
  if (held instanceof Uint8Array) return Buffer.from(held).toString('hex');
  return held === null || held === undefined ? null : String(held);
}

function apart(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let own = name;
    for (let number = 2; taken.has(own); number++) own = `${name}_${number}`;
    taken.add(own);
    return own;
  });
}

function notReading(): Failure {
  return new Failure('usage', 'That is no statement that only reads: nothing was done.', {
    hint: 'Ask with SELECT. Deals are changed by pipeline set, move, log and so on.',
  });
}

function severalStatements(error: Error): Failure {
  return new Failure('usage', 'That is more than one statement: nothing was done.', {
    hint: 'Ask one at a time.',
    cause: error,
  });
}

function noSql(sql: string, error: Error, database: Database): Failure {
  const [, unknown] = /^no such (?:column|table): (.*)$/s.exec(error.message) ?? [];
  const [, near] = /near "(.*)": syntax error$/s.exec(error.message) ?? [];
  const place = placeOf(sql, unknown ?? near ?? '');
  const meant =
    unknown === undefined ? undefined : nearest(unknown.split('.').at(-1) ?? '', namesIn(database));
  return new Failure('usage', asItIs(`${place}${error.message}.`), {
    hint:
      meant === undefined
        ? 'pipeline query lists the tables with their columns.'
        : said('Did you mean {meant}?', { meant }),
    cause: error,
  });
}

/** `line 2, column 8: ` where the words stand in the text just once; else ''. */
function placeOf(sql: string, words: string): string {
  const at = sql.indexOf(words);
  if (words === '' || at < 0 || sql.indexOf(words, at + 1) >= 0) return '';
  const before = sql.slice(0, at).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}: `;
}

function namesIn(database: Database): string[] {
  const names = database.rows(
    'SELECT name FROM sqlite_schema UNION SELECT info.name FROM sqlite_schema AS held, pragma_table_info(held.name) AS info',
  );
  return names.map(([name]) => String(name));
}
