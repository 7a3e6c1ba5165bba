// I: Node opens the index and reads when each row of a past snapshot began to hold, with the fields that a forecast asks for.
const Database = require('better-sqlite3');

const FIELDS = [
  'id',
  'stage',
  'value',
  'close',
  'created',
  'owner',
  'source',
  'problem',
  'currency',
  'custom',
];
const index = new Database('.pipeline/index.db', { readonly: true });
const memos = index.prepare("SELECT key, value FROM memo WHERE key LIKE 'snapshot %'").all();
const column = index.prepare('SELECT cells, places FROM memo_column WHERE memo = ? AND name = ?');
let read = 0;
for (const { key, value } of memos) {
  read += JSON.parse(value).own;
  for (const field of FIELDS) {
    const { cells, places } = column.get(key, field) ?? { cells: '[]', places: '' };
    read += JSON.parse(cells.toString()).length + places.length;
  }
}
index.close();
if (read === 0) throw new Error('the index has no snapshots');
