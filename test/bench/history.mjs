// Workspaces with years of weekly snapshots of 10,000 deals, of which one in twenty changes a week. Their files are
// made from one that the program wrote itself: to take each of 156 would need a quarter of an hour.

import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { pipeline, workspaceOf } from './workspaces.mjs';

export const LAST = '2026-11-16';
const DEALS = 10_000;
/** One deal in so many changes in a week. */
const CHANGES = 20;

/** The day of the snapshot that many weeks before the last one. */
export function weekBack(weeks) {
  return new Date(Date.parse(LAST) - weeks * 7 * 86_400_000).toISOString().slice(0, 10);
}

/** The workspace with so many weekly snapshots below `folder`; made where it is not there. */
export function historyOf(folder, weeks) {
  const root = join(folder, `weeks-${weeks}`);
  if (existsSync(root)) return root;
  const half = `${root}-half`;
  rmSync(half, { recursive: true, force: true });
  cpSync(workspaceOf(folder, DEALS), half, { recursive: true });
  pastOf(half, weeks, (record, n, back) =>
    recordAfter(record, Math.floor((weeks - back + (n % CHANGES)) / CHANGES)),
  );
  pipeline(half, 'stale');
  pipeline(half, 'stale'); // keeps what the first one could not yet trust
  renameSync(half, root);
  return root;
}

/**
 * Makes weekly snapshots of the one of the last day, which takes its place among them.
 * @param recordOf the line of a deal so many weeks before; undefined: it was not there
 */
export function pastOf(root, weeks, recordOf) {
  const last = join(root, 'snapshots', LAST);
  const header = readFileSync(join(last, 'snapshot.yaml'), 'utf8');
  const archived = readFileSync(join(last, 'archived.csv'));
  const [columns, ...records] = readFileSync(join(last, 'deals.csv'), 'utf8').trimEnd().split('\n');
  rmSync(join(root, 'snapshots'), { recursive: true });
  for (let back = weeks - 1; back >= 0; back--) {
    const day = weekBack(back);
    const then = records.map((record, n) => recordOf(record, n, back)).filter((one) => one !== undefined);
    const deals = `${[columns, ...then].join('\n')}\n`;
    const folderOfDay = join(root, 'snapshots', day);
    mkdirSync(folderOfDay, { recursive: true });
    writeFileSync(join(folderOfDay, 'deals.csv'), deals);
    writeFileSync(join(folderOfDay, 'archived.csv'), archived);
    writeFileSync(join(folderOfDay, 'snapshot.md'), '');
    const sum = createHash('sha256').update(deals).digest('hex');
    writeFileSync(
      join(folderOfDay, 'snapshot.yaml'),
      header.replace(/^on: .*$/m, `on: ${day}`).replace(/deals\.csv: ".*"/, `deals.csv: "${sum}"`),
    );
  }
}

/** Makes the index forget what it knows of snapshots, and nothing else. */
export function forgetHistory(root) {
  const index = new Database(join(root, '.pipeline/index.db'));
  index.exec("DELETE FROM memo_column WHERE memo LIKE 'snapshot %'");
  index.exec("DELETE FROM memo WHERE key LIKE 'snapshot %' OR key = 'series'");
  index.close();
}

/** How many megabytes the rows of all snapshots take in the index, and as they are on disk. */
export function historyBytes(root) {
  const index = new Database(join(root, '.pipeline/index.db'), { readonly: true });
  const sum = (sql) => index.prepare(sql).pluck().get();
  const columns = sum(
    "SELECT sum(length(name) + length(cells) + length(places)) FROM memo_column WHERE memo LIKE 'snapshot %'",
  );
  const values = sum("SELECT sum(length(inputs) + length(value)) FROM memo WHERE key LIKE 'snapshot %'");
  index.close();
  const names = readdirSync(join(root, 'snapshots'));
  const csv = names.map((name) => statSync(join(root, 'snapshots', name, 'deals.csv')).size);
  return { index: (columns + values) / 1e6, csv: csv.reduce((all, size) => all + size, 0) / 1e6 };
}

/** The record of a deal that changed so many times: its amount, its close date and its last activity. */
function recordAfter(record, changes) {
  const cells = record.split(',');
  const at = (name) => NAMES.indexOf(name);
  const later = (day, days) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
  cells[at('amount')] = `${Number(cells[at('amount')]) + changes * 50}.00`;
  cells[at('value')] = cells[at('amount')];
  if (cells[at('close_first')] !== '') {
    cells[at('close')] = later(cells[at('close_first')], changes * 7);
    cells[at('close_moves')] = String(changes);
  }
  cells[at('last_activity')] = later('2023-11-20', changes * 140);
  cells[at('last_sign_of_life')] = cells[at('last_activity')];
  return cells.join(',');
}

export const NAMES =
  'id,name,account,owner,stage,amount,currency,value,created,recorded,close,close_first,close_moves,last_activity,last_activity_type,last_sign_of_life,last_sign_event,next_step_by,next_step,next_step_agreed,stages,stages_logged'.split(
    ',',
  );
