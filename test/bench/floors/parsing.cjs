// Y: reads the deal files, parses each with `yaml` and inserts it into SQLite, bare. Prints its milliseconds.
const { readdirSync, readFileSync, rmSync } = require('node:fs');
const { join } = require('node:path');
const Database = require('better-sqlite3');
const { parse } = require('yaml');

const started = performance.now();
const file = join(process.argv[2], 'bare.db');
const database = new Database(file);
database.exec('CREATE TABLE deal (path TEXT PRIMARY KEY, deal TEXT)');
const insert = database.prepare('INSERT INTO deal VALUES (?, ?)');
database.transaction(() => {
  for (const name of readdirSync('deals/2026')) {
    const path = `deals/2026/${name}`;
    insert.run(path, JSON.stringify(parse(readFileSync(path, 'utf8'))));
  }
})();
database.close();
rmSync(file);
console.log(performance.now() - started);
