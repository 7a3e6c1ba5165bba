// deals.csv and archived.csv ↔ rows. Columns are found by their header; more columns than we know are no harm.

import { fromMinor } from '../base/money.ts';
import {
  readCounts,
  readStages,
  readWaived,
  readWords,
  safeText,
  writeCounts,
  writeLogged,
  writeStages,
  writeWaived,
  writeWords,
} from './csv-cells.ts';
import { BadCell, CellCursor } from './csv-cursor.ts';
import { readRecords, writeRecord } from './csv-records.ts';
import { Damage } from './damage.ts';
import type { ArchivedRow, DealRow } from './row.ts';

/** What each column holds, in the order of the file. Amounts, counts and days are never taken for formulas. */
const COLUMNS = {
  id: (row) => row.id,
  name: (row) => safeText(row.name),
  account: (row) => safeText(row.account),
  owner: (row) => safeText(row.owner),
  stage: (row) => safeText(row.stage),
  amount: (row) => row.amount ?? '',
  currency: (row) => safeText(row.currency),
  value: (row, digits) => (row.value === undefined ? '' : fromMinor(row.value, digits)),
  created: (row) => row.created ?? '',
  recorded: (row) => row.recorded ?? '',
  close: (row) => row.close ?? '',
  close_first: (row) => row.closeFirst ?? '',
  close_moves: (row) => String(row.closeMoves),
  last_activity: (row) => row.lastActivity ?? '',
  last_activity_type: (row) => safeText(row.lastActivityType),
  last_sign_of_life: (row) => row.lastSignOfLife ?? '',
  last_sign_event: (row) => safeText(row.lastSignEvent),
  next_step_by: (row) => row.nextStepBy ?? '',
  next_step: (row) => safeText(row.nextStep),
  next_step_agreed: (row) => row.nextStepAgreed ?? '',
  stages: (row) => safeText(writeStages(row.stages)),
  stages_logged: (row) => safeText(writeLogged(row.stages)),
  activities: (row) => safeText(writeCounts(row.activities)),
  late_logs: (row) => String(row.lateLogs),
  lost_reason: (row) => safeText(row.lostReason),
  category: (row) => safeText(row.category),
  important: (row) => safeText(row.important),
  waived: (row) => safeText(writeWaived(row.waived)),
  checklist: (row) => safeText(writeWords(row.checklist)),
  missing: (row) => row.missing ?? '',
  source: (row) => safeText(row.source),
  was: (row) => safeText(row.was),
  merged_into: (row) => safeText(row.mergedInto),
  problem: (row) => safeText(row.problem),
} as const satisfies Record<string, (row: DealRow, digits: number) => string>;

export type SnapshotColumn = keyof typeof COLUMNS;

/** The columns of deals.csv without the custom ones, in order. */
export const SNAPSHOT_COLUMNS = Object.keys(COLUMNS) as readonly SnapshotColumn[];

const CUSTOM = 'custom.';

/** The text of deals.csv. `custom`: the fields that get a column; `digits`: of the reporting currency. */
export function writeDeals(rows: readonly DealRow[], custom: readonly string[], digits: number): string {
  return writeRows(rows, custom, digits, []);
}

/** The text of archived.csv: a column more, `archived`, the folder in archive/. */
export function writeArchived(
  rows: readonly ArchivedRow[],
  custom: readonly string[],
  digits: number,
): string {
  return writeRows(rows, custom, digits, [['archived', (row) => safeText(row.archived)]]);
}

/** The custom columns of a snapshot's files: the fields of its rows, in the order in which they first appear. */
export function customColumns(...files: readonly (readonly DealRow[])[]): string[] {
  const found = new Set<string>();
  for (const rows of files) for (const row of rows) for (const key of Object.keys(row.custom)) found.add(key);
  return [...found];
}

function writeRows<R extends DealRow>(
  rows: readonly R[],
  custom: readonly string[],
  digits: number,
  more: readonly (readonly [name: string, cell: (row: R) => string])[],
): string {
  const cells = Object.values(COLUMNS);
  let text = writeRecord([
    ...SNAPSHOT_COLUMNS,
    ...custom.map((key) => CUSTOM + key),
    ...more.map(([name]) => name),
  ]);
  for (const row of rows) {
    text += writeRecord([
      ...cells.map((cell) => cell(row, digits)),
      ...custom.map((key) => safeText(Object.hasOwn(row.custom, key) ? (row.custom[key] ?? '') : '')),
      ...more.map(([, cell]) => cell(row)),
    ]);
  }
  return text;
}

/**
 * The rows of deals.csv, one at a time.
 * @throws Damage with the line of the first row that does not say what its columns hold
 */
export function* readDeals(bytes: Buffer, digits: number): Generator<DealRow, void, undefined> {
  for (const [row] of readRows(bytes, digits, SNAPSHOT_COLUMNS)) yield row;
}

/** The rows of archived.csv, likewise. @throws Damage */
export function* readArchived(bytes: Buffer, digits: number): Generator<ArchivedRow, void, undefined> {
  for (const [row, [archived = '']] of readRows(bytes, digits, [...SNAPSHOT_COLUMNS, 'archived'])) {
    yield { ...row, archived };
  }
}

/** Each row, with the cells of the required columns beyond SNAPSHOT_COLUMNS. */
function* readRows(
  bytes: Buffer,
  digits: number,
  required: readonly string[],
): Generator<readonly [row: DealRow, more: readonly string[]], void, undefined> {
  const cursor = new CellCursor();
  let header: Header | undefined;
  for (const { line, text } of readRecords(bytes)) {
    cursor.start(text);
    if (header === undefined) {
      header = readHeader(allCells(cursor), required);
      continue;
    }
    try {
      if (header.order !== undefined)
        cursor.startCells(inOrder(allCells(cursor), header.order, header.width));
      const row = readRow(cursor, digits, header.custom);
      const more = header.more.map(() => cursor.text());
      if (!cursor.atEnd) throw new BadCell('the row has more cells than the header');
      yield [row, more];
    } catch (error) {
      throw error instanceof BadCell ? new Damage(line, error.message) : error;
    }
  }
  if (header === undefined) throw new Damage(1, 'the header is missing');
}

interface Header {
  readonly width: number;
  /** The place of each required and each custom column; undefined where they stand so, and nothing else. */
  readonly order: readonly number[] | undefined;
  readonly more: readonly string[];
  /** The custom fields' keys. */
  readonly custom: readonly string[];
}

function readHeader(cells: readonly string[], required: readonly string[]): Header {
  const twice = cells.find((name, at) => cells.indexOf(name) !== at);
  if (twice !== undefined) throw new Damage(1, `the column "${twice}" stands twice in the header`);
  const lacking = required.filter((name) => !cells.includes(name));
  if (lacking.length > 0) throw new Damage(1, `the header lacks ${lacking.join(', ')}`);
  const custom = cells.filter((name) => name.startsWith(CUSTOM));
  const more = required.slice(SNAPSHOT_COLUMNS.length);
  const order = [...SNAPSHOT_COLUMNS, ...custom, ...more].map((name) => cells.indexOf(name));
  return {
    width: cells.length,
    order: order.length === cells.length && order.every((place, at) => place === at) ? undefined : order,
    more,
    custom: custom.map((name) => name.slice(CUSTOM.length)),
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
