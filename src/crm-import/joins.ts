// Further files that share a column with the deals: their other columns become custom fields of each deal.

import { type Sayable, said } from '../base/said.ts';
import { joinedErrors } from './cell-errors.ts';
import type { MappedColumn, MappingColumns } from './columns.ts';
import { isFieldKey } from './fields.ts';
import { readFlag } from './flags.ts';
import { customKey, squeeze } from './headers.ts';
import { FIELD_KEYS, headersFor, headersOfKind } from './known-headers.ts';
import type { MappingJoin } from './mapping.ts';
import { cellAt, type Table, type TableRow } from './table.ts';

export interface JoinReport {
  readonly file: string;
  /** '' where the file joins nothing; else the header of the deals' table that it joins on. */
  readonly on: string;
  /** Rows of deals that found their row. */
  readonly matched: number;
  /** Distinct values of deals that found none, at most ten. */
  readonly unmatched: readonly string[];
  /** Why the file is ignored; '' where it joins. */
  readonly ignored: Sayable;
}

export interface Joined {
  /** The deals' table with the columns of the joined ones behind its own. */
  readonly table: Table;
  readonly columns: readonly MappedColumn[];
  readonly joins: readonly MappingJoin[];
  readonly reports: readonly JoinReport[];
}

/** Values compared without case, accents and spaces: `GTXPro` is `GTX Pro`. */
function joinKey(value: string): string {
  return value.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
}

const MOST_NAMED = 10;

/**
 * Joins each further table on the column that it shares with the deals, where that holds each value once; where
 * several would do, the one that finds most rows.
 * @param columns of the deals' own table
 * @param mapped joins of the mapping, by the file's name
 */
export function joinTables(
  deals: Table,
  columns: readonly MappedColumn[],
  others: readonly Table[],
  mapped: readonly MappingJoin[],
): Joined {
  let joined: Joined = { table: deals, columns, joins: [], reports: [] };
  for (const other of others) joined = joinOne(joined, deals, other, mapped);
  return joined;
}

function joinOne(before: Joined, deals: Table, other: Table, mapped: readonly MappingJoin[]): Joined {
  const rule = mapped.find(({ file }) => file === other.file);
  const link = rule === undefined ? bestLink(deals, other) : linkOn(deals, other, rule.on);
  if (link === undefined || link.matched === 0) {
    const ignored: Sayable =
      rule === undefined
        ? 'no column that it shares with the deals tells its rows apart'
        : said('no row of it has a value of "{header}"', { header: rule.on.ours });
    const report = { file: other.file, on: '', matched: 0, unmatched: [], ignored };
    return { ...before, reports: [...before.reports, report] };
  }
  const taken = new Set(before.columns.map(({ key }) => key));
  const added = addedColumns(other, link, { taken, rule: rule?.columns ?? {} });
  const width = before.table.headers.length;
  const rows = before.table.rows.map((row) => widened(row, width, added, link));
  const placed = added.map(({ key, header }, at) => ({ key, header, column: width + at }));
  const replaced = new Set(placed.map(({ key }) => key));
  const { matched, unmatched } = link;
  const report = { file: other.file, on: link.on.ours, matched, unmatched, ignored: '' as const };
  return {
    table: {
      ...before.table,
      headers: [...before.table.headers, ...added.map(({ header }) => header)],
      rows,
    },
    columns: [...before.columns.flatMap((column) => kept(column, replaced)), ...placed],
    joins: [
      ...before.joins,
      {
        file: other.file,
        on: link.on,
        columns: { ...rule?.columns, ...Object.fromEntries(added.map(({ key, header }) => [key, header])) },
      },
    ],
    reports: [...before.reports, report],
  };
}

/** The id column that a joined name stands for from now on is kept as a custom field. */
function kept(column: MappedColumn, replaced: ReadonlySet<string>): MappedColumn[] {
  if (!replaced.has(column.key)) return [column];
  return isFieldKey(column.key) ? [{ ...column, key: `custom.${customKey(column.header)}` }] : [];
}

interface Link {
  readonly on: MappingJoin['on'];
  readonly ours: number;
  readonly theirs: number;
  readonly byKey: ReadonlyMap<string, TableRow>;
  readonly matched: number;
  readonly unmatched: readonly string[];
}

function bestLink(deals: Table, other: Table): Link | undefined {
  let best: Link | undefined;
  for (const on of sharedHeaders(deals, other)) {
    const link = linkOn(deals, other, on);
    if (link !== undefined && link.matched > (best?.matched ?? 0)) best = link;
  }
  return best;
}

/** Headers that both have, but for those of days, amounts and flags; `AccountId` with `Id`, and with `account_id` what ends in it. */
function* sharedHeaders(deals: Table, other: Table): Iterable<MappingJoin['on']> {
  for (const ours of deals.headers) {
    if (ours === '' || NO_KEYS.has(squeeze(ours))) continue;
    for (const theirs of other.headers) {
      if (squeeze(theirs) === squeeze(ours)) yield { ours, theirs };
      else if (isIdOf(squeeze(ours), squeeze(theirs))) yield { ours, theirs };
    }
  }
}

/** `deal_pipeline_stage_id` is the `stage_id` of a table of stages. */
function isIdOf(ours: string, theirs: string): boolean {
  return theirs.endsWith('id') && ours.length > theirs.length && ours.endsWith(theirs);
}

const NO_KEYS = new Set(
  headersOfKind((kind) => kind !== 'text')
    .concat('probability', 'stage', 'status', 'currency', 'type')
    .map(squeeze),
);

/** Undefined where a value stands in several, different rows: then it tells nothing about a deal. */
function linkOn(deals: Table, other: Table, on: MappingJoin['on']): Link | undefined {
  const ours = columnOf(deals, on.ours);
  const theirs = columnOf(other, on.theirs);
  if (ours < 0 || theirs < 0) return undefined;
  const byKey = new Map<string, TableRow>();
  const current = other.headers.findIndex((header) => CURRENT.has(squeeze(header)));
  for (const row of other.rows) {
    const key = joinKey(cellAt(row, theirs));
    if (key === '' || row.cutOff === true || (current >= 0 && readFlag(cellAt(row, current)) === false))
      continue;
    const twice = byKey.get(key);
    if (twice !== undefined && !hasSameCells(twice, row)) return undefined;
    byKey.set(key, row);
  }
  let matched = 0;
  const unmatched = new Set<string>();
  for (const row of deals.rows) {
    const value = cellAt(row, ours);
    if (value === '') continue;
    if (byKey.has(joinKey(value))) matched++;
    else if (unmatched.size < MOST_NAMED) unmatched.add(value);
  }
  return { on, ours, theirs, byKey, matched, unmatched: [...unmatched] };
}

function columnOf(table: Table, header: string): number {
  const exact = table.headers.indexOf(header);
  return exact >= 0 ? exact : table.headers.findIndex((other) => squeeze(other) === squeeze(header));
}

function hasSameCells(a: TableRow, b: TableRow): boolean {
  return a.cells.length === b.cells.length && a.cells.every((cell, at) => cell === b.cells[at]);
}

/** A table of versions says which one holds: the others tell nothing of a deal as it is. */
const CURRENT = new Set(headersFor('is_current').map(squeeze));

/** Whether a record is deleted says nothing about the deal that it joins. */
const FLAGS = new Set(headersOfKind((kind) => kind === 'flag').map(squeeze));

interface Added {
  readonly key: string;
  readonly header: string;
  /** In the joined table. */
  readonly column: number;
  /** Where the joined table has no value: the deals' own column, or -1. */
  readonly fallback: number;
}

function addedColumns(
  other: Table,
  link: Link,
  { taken, rule }: { readonly taken: Set<string>; readonly rule: MappingColumns },
): Added[] {
  const added: Added[] = [];
  const leftOut = new Set(Object.entries(rule).flatMap(([key, header]) => (header === null ? [key] : [])));
  for (const [column, header] of other.headers.entries()) {
    if (column === link.theirs || header === '' || FLAGS.has(squeeze(header))) continue;
    const named = Object.entries(rule).find(([, theirs]) => theirs === header)?.[0];
    const stands = named ?? standsFor(link.on, header);
    const key = stands ?? freeKey(header, other.file, taken);
    if (leftOut.has(key)) continue;
    taken.add(key);
    const fallback = isFieldKey(key) && !key.startsWith('custom.') ? link.ours : -1;
    added.push({ key, header, column, fallback });
  }
  return added;
}

/** The name in a table of accounts, users or stages stands for the id that the deal has. */
function standsFor({ ours }: MappingJoin['on'], header: string): string | undefined {
  const stem = squeeze(ours).replace(/id$/, '');
  if (stem.endsWith('stage')) return ['label', 'name'].includes(squeeze(header)) ? 'stage' : undefined;
  if (squeeze(header) !== 'name') return undefined;
  if (stem === 'account' || stem === 'organization' || stem === 'company') return 'account';
  return stem === 'owner' || stem === 'user' ? 'owner' : undefined;
}

function freeKey(header: string, file: string, taken: ReadonlySet<string>): string {
  const known = CUSTOM_BY_HEADER.get(squeeze(header));
  const bare = known ?? `custom.${customKey(header) || 'column'}`;
  if (!taken.has(bare)) return bare;
  const stem = customKey(file.replace(/\.[a-z0-9]+$/i, '')) || 'joined';
  let key = `custom.${stem}_${customKey(header) || 'column'}`;
  for (let number = 2; taken.has(key); number++) key = `custom.${stem}_${customKey(header)}_${number}`;
  return key;
}

/** Headers of fields that are custom ones by name: `sales_price` is custom.list_price. */
const CUSTOM_BY_HEADER = new Map(
  FIELD_KEYS.filter((key) => key.startsWith('custom.')).flatMap((key) =>
    headersFor(key).map((header) => [squeeze(header), key] as const),
  ),
);

function widened(row: TableRow, width: number, added: readonly Added[], link: Link): TableRow {
  const found = link.byKey.get(joinKey(cellAt(row, link.ours)));
  const cells = row.cells.slice(0, width);
  while (cells.length < width) cells.push('');
  for (const { column, fallback } of added) {
    const theirs = found === undefined ? '' : cellAt(found, column);
    cells.push(theirs === '' && fallback >= 0 ? cellAt(row, fallback) : theirs);
  }
  return { ...row, ...joinedErrors(row, found, added, width), cells };
}
