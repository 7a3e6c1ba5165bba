// Past snapshots, kept between runs as what is new in each: the rows that the one before it does not have, and which
// of that one's rows live on. So a deal takes a row a change and not a row a week, and what two snapshots have in
// common is one object in both. Every few weeks a snapshot is kept whole, so that none rests on all of the past.

import { type Cells, type Column, cellsOf, toColumns } from '../index-db/columns.ts';
import type { Index } from '../index-db/index-file.ts';
import { recordMaker, Table } from '../index-db/records.ts';
import type { KeptMemo, Memo } from '../index-db/rows.ts';
import { type ArchivedRow, type DealRow, ROW_FIELDS, sameRow } from '../snapshot/row.ts';

/** It goes up with every change of what is kept here. */
const SHAPE = 'rows 1';
/** So many snapshots rest on one that is kept whole: a quarter of weeks. */
const LONGEST = 13;

/** The rows of a snapshot. */
export interface SnapshotRows {
  readonly deals: readonly DealRow[];
  readonly archived: readonly ArchivedRow[];
}

/** The rows with what they depend on. */
export interface RestingRows extends SnapshotRows {
  /** The fingerprints of its files, then those of the snapshot that it rests on, and so on. */
  readonly lines: readonly string[];
}

/** Rows in order: so many of the one before from that place on; from −1, so many of its own. */
type Parts = readonly (readonly [from: number, count: number])[];

interface KeptValue {
  readonly deals: Parts;
  readonly archived: Parts;
  /** How many rows are its own: first deals, then archived. */
  readonly own: number;
}

const FIELDS = [...ROW_FIELDS, 'archived'] as const;
type Field = (typeof FIELDS)[number];
const dealRow = recordMaker<Field, DealRow>(FIELDS, ROW_FIELDS);
const archivedRow = recordMaker<Field, ArchivedRow>(FIELDS, FIELDS);

/**
 * What the index is to keep of a snapshot's rows.
 * @param line the fingerprints of its files
 * @param before the snapshot before it, where the index has that
 */
export function rowsToKeep(
  name: string,
  line: string,
  rows: SnapshotRows,
  before: RestingRows | undefined,
): { readonly memo: Memo; readonly lines: readonly string[] } {
  const base = before === undefined || before.lines.length >= LONGEST ? undefined : before;
  const deals = partsOf(rows.deals, base?.deals ?? []);
  const archived = partsOf(rows.archived, base?.archived ?? []);
  const own = [...deals.own, ...archived.own];
  const lines = [line, ...(base?.lines ?? [])];
  const value: KeptValue = { deals: deals.parts, archived: archived.parts, own: own.length };
  const columns = toColumns(FIELDS, own, (row: DealRow | ArchivedRow, field) =>
    field in row ? (row as ArchivedRow)[field] : undefined,
  );
  return {
    memo: { key: keyOf(name), inputs: inputsOf(lines), value: JSON.stringify(value), columns },
    lines,
  };
}

/** What the index has of snapshots; the columns of rows are read as they are looked at. */
export class KeptSnapshots {
  readonly #index: Pick<Index, 'memo' | 'damaged'>;
  readonly #lineOf: (name: string) => string;
  /** Those that the last one asked for rests on, and itself. */
  #open: ReadonlyMap<string, RestingRows> = new Map();

  /** @param lineOf the fingerprints of a snapshot's files as they are now, after its name */
  constructor(index: Pick<Index, 'memo' | 'damaged'>, lineOf: (name: string) => string) {
    this.#index = index;
    this.#lineOf = lineOf;
  }

  /** The rows of a snapshot; undefined where the index does not have them as the files are now. */
  rowsOf(name: string): RestingRows | undefined {
    const lines = this.#index.memo(keyOf(name))?.inputs.split('\n');
    if (lines?.shift() !== SHAPE) return undefined;
    const isStill = (line: string) => this.#lineOf(nameIn(line)) === line;
    if (!lines.every(isStill)) return undefined;
    const opened = new Map<string, RestingRows>();
    const rows = this.#rowsAt(lines, opened);
    if (rows !== undefined) this.#open = opened;
    return rows;
  }

  #rowsAt(lines: readonly string[], opened: Map<string, RestingRows>): RestingRows | undefined {
    const [line = '', ...rest] = lines;
    const inputs = inputsOf(lines);
    const known = this.#open.get(inputs);
    const base = rest.length === 0 ? NOTHING : this.#rowsAt(rest, opened);
    if (base === undefined) return undefined;
    const memo = known === undefined ? this.#index.memo(keyOf(nameIn(line))) : undefined;
    if (known === undefined && memo?.inputs !== inputs) return undefined;
    const rows = known ?? (memo && { lines, ...this.#read(memo, base) });
    if (rows !== undefined) opened.set(inputs, rows);
    return rows;
  }

  #read(memo: KeptMemo, base: SnapshotRows): SnapshotRows {
    const { deals, archived, own }: KeptValue = JSON.parse(memo.value());
    const table = new Table(FIELDS, (field) => this.#cells(memo.column(field), own));
    let next = 0;
    return {
      deals: rowsIn(deals, base.deals, () => dealRow(table, next++)),
      archived: rowsIn(archived, base.archived, () => archivedRow(table, next++)),
    };
  }

  #cells(column: Column | undefined, count: number): Cells {
    const cells = column && cellsOf(column, count);
    if (cells === undefined) throw this.#index.damaged();
    return cells;
  }
}

const NOTHING: SnapshotRows = { deals: [], archived: [] };

function partsOf<Row extends DealRow>(
  rows: readonly Row[],
  base: readonly Row[],
): { readonly parts: Parts; readonly own: readonly Row[] } {
  const places = new Map(base.map((row, place) => [row.id, place]));
  const parts: [from: number, count: number][] = [];
  const own: Row[] = [];
  for (const row of rows) {
    const place = places.get(row.id);
    const former = place === undefined ? undefined : base[place];
    const isSame = former !== undefined && (former === row || sameRow(former, row));
    const from = isSame && place !== undefined ? place : -1;
    if (from < 0) own.push(row);
    const last = parts.at(-1);
    if (last !== undefined && from === (last[0] < 0 ? -1 : last[0] + last[1])) last[1] += 1;
    else parts.push([from, 1]);
  }
  return { parts, own };
}

function rowsIn<Row>(parts: Parts, base: readonly Row[], own: () => Row): Row[] {
  const rows: Row[] = [];
  for (const [from, count] of parts)
    for (let at = 0; at < count; at++) rows.push(from < 0 ? own() : (base[from + at] as Row));
  return rows;
}

function keyOf(name: string): string {
  return `snapshot ${name}`;
}

function inputsOf(lines: readonly string[]): string {
  return [SHAPE, ...lines].join('\n');
}

function nameIn(line: string): string {
  return line.split(' ')[0] ?? '';
}
