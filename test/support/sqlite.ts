// SQLite as tests ask it without the program. What the driver made stays till the process ends, as in src/sqlite/database.ts.

import BetterSqlite from 'better-sqlite3';

const everMade: object[] = [];

/** A database that the driver opens as it is asked to. */
export function sqlite(path: string, options?: BetterSqlite.Options): BetterSqlite.Database {
  const database = new BetterSqlite(path, options);
  const prepare: (sql: string) => BetterSqlite.Statement = database.prepare.bind(database);
  const lasting = (sql: string) => {
    const statement = prepare(sql);
    everMade.push(statement);
    return statement;
  };
  everMade.push(database);
  return Object.assign(database, { prepare: lasting });
}
