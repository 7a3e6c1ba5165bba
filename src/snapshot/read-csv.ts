// deals.csv and archived.csv → rows. Columns are found by their header; more columns than we know are no harm.

import { readCounts, readStages, readWaived, readWords } from './csv-cells.ts';
import { BadCell, CellCursor } from './csv-cursor.ts';
import { placesOfRecords, recordText } from './csv-records.ts';
import { Damage } from './damage.ts';
import { ARCHIVED_COLUMNS, CUSTOM_COLUMN, SNAPSHOT_COLUMNS } from './format-csv.ts';
import type { ArchivedRow, DealRow } from './row.ts';
import type { SharedRows } from './shared-rows.ts';

/**
 * The rows of deals.csv, one at a time.
 * @throws Damage with the line of the first row that does not say what its columns hold
 */
export function* readDeals(
  bytes: Buffer,
  digits: number,
  shared?: SharedRows,
): Generator<DealRow, void, undefined> {
  for (const { row } of readRows(bytes, digits, [], undefined, shared)) yield row;
}

/** The rows of archived.csv, likewise. @throws Damage */
export function* readArchived(bytes: Buffer, digits: number): Generator<ArchivedRow, void, undefined> {
  for (const { row, more } of readRows(bytes, digits, ARCHIVED_COLUMNS))
    yield { ...row, archived: more[0] ?? '' };
}

export interface PlacedRow {
  /** In the file, from 1: where the row begins. */
  readonly line: number;
  readonly row: DealRow;
  /** The cells of the further columns. */
  readonly more: readonly string[];
}

/**
 * The rows with their lines. `onDamage` is told of each row that can't be read, and the next one follows; `shared`
 * is for files without further columns.
 * @throws Damage where the header is none or the bytes can't be cut into records; without `onDamage`, at the
 *   first row that can't be read
 */
export function* readRows(
  bytes: Buffer,
  digits: number,
  further: readonly string[] = [],
  onDamage?: (damage: Damage) => void,
  shared?: SharedRows,
): Generator<PlacedRow, void, undefined> {
  const cursor = new CellCursor();
  let header: Header | undefined;
  for (const place of placesOfRecords(bytes)) {
    const { line } = place;
    if (header === undefined) shared?.begin(bytes, place, digits);
    const same = header && shared?.again(place);
    if (same !== undefined) {
      yield { line, row: same, more: [] };
      continue;
    }
    cursor.start(recordText(bytes, place));
    try {
      if (header === undefined) {
        header = readHeader(allCells(cursor), further);
        continue;
      }
      if (header.order !== undefined) {
        cursor.startCells(inOrder(allCells(cursor), header.order, header.width));
      }
      const row = readRow(cursor, digits, header.custom);
      const more = further.map(() => cursor.text());
      if (!cursor.atEnd) throw new BadCell('the row has more cells than the header');
      shared?.add(place, row);
      yield { line, row, more };
    } catch (error) {
      if (!(error instanceof BadCell)) throw error;
      const damage = new Damage(line, error.message);
      if (onDamage === undefined || header === undefined) throw damage;
      onDamage(damage);
    }
  }
  if (header === undefined) throw new Damage(1, 'the header is missing');
}

interface Header {
  readonly width: number;
  /** The place of each required and each custom column; undefined where they stand so, and nothing else. */
  readonly order: readonly number[] | undefined;
  /** The custom fields' keys. */
  readonly custom: readonly string[];
}

function readHeader(cells: readonly string[], further: readonly string[]): Header {
  const twice = cells.find((name, at) => cells.indexOf(name) !== at);
  if (twice !== undefined) throw new Damage(1, `the column "${twice}" stands twice in the header`);
  const lacking = [...SNAPSHOT_COLUMNS, ...further].filter((name) => !cells.includes(name));
  if (lacking.length > 0) throw new Damage(1, `the header lacks ${lacking.join(', ')}`);
  const custom = cells.filter((name) => name.startsWith(CUSTOM_COLUMN));
  const order = [...SNAPSHOT_COLUMNS, ...custom, ...further].map((name) => cells.indexOf(name));
  return {
    width: cells.length,
    order: order.length === cells.length && order.every((place, at) => place === at) ? undefined : order,
    custom: custom.map((name) => name.slice(CUSTOM_COLUMN.length)),
  };
}

function allCells(cursor: CellCursor): string[] {
  const cells: string[] = [];
  while (!cursor.atEnd) cells.push(cursor.raw());
  return cells;
}

/** A record's cells in our order, without those of columns that we do not know. @throws BadCell */
function inOrder(cells: readonly string[], order: readonly number[], width: number): readonly string[] {
  if (cells.length !== width) throw new BadCell(`the row has ${cells.length} cells, the header ${width}`);
  return order.map((place) => cells[place] ?? '');
}

const ID = /^[a-z0-9][a-z0-9-]*$/;

/** The columns in the order of COLUMNS: each call of the cursor reads the next one. @throws BadCell */
function readRow(cursor: CellCursor, digits: number, custom: readonly string[]): DealRow {
  const id = cursor.raw();
  if (!ID.test(id)) throw new BadCell(`"${id}" is no id`);
  return {
    id,
    name: cursor.text(),
    account: cursor.word(),
    owner: cursor.word(),
    stage: cursor.word(),
    amount: cursor.decimal('amount'),
    currency: cursor.word(),
    value: cursor.minor('value', digits),
    created: cursor.day('created'),
    recorded: cursor.day('recorded'),
    close: cursor.day('close'),
    closeFirst: cursor.day('close_first'),
    closeMoves: cursor.count('close_moves'),
    lastActivity: cursor.day('last_activity'),
    lastActivityType: cursor.word(),
    lastSignOfLife: cursor.day('last_sign_of_life'),
    lastSignEvent: cursor.word(),
    nextStepBy: cursor.day('next_step_by'),
    nextStep: cursor.text(),
    nextStepAgreed: cursor.day('next_step_agreed'),
    stages: readStages(cursor.text(), cursor.text()),
    activities: readCounts(cursor.text(), 'activities'),
    lateLogs: cursor.count('late_logs'),
    lostReason: cursor.word(),
    category: cursor.word(),
    important: cursor.text(),
    waived: readWaived(cursor.text(), 'waived'),
    checklist: readWords(cursor.text(), 'checklist'),
    missing: cursor.day('missing'),
    source: cursor.text(),
    was: cursor.text(),
    mergedInto: cursor.text(),
    problem: cursor.text(),
    custom: readCustom(cursor, custom),
  };
}

const NO_CUSTOM: DealRow['custom'] = {};

function readCustom(cursor: CellCursor, keys: readonly string[]): DealRow['custom'] {
  return keys.length === 0 ? NO_CUSTOM : Object.fromEntries(keys.map((key) => [key, cursor.word()]));
}
