// The rows of the working set, kept between runs with all that they depend on. Where nothing has changed, a command
// reads the columns that it looks at; where a few files have, the rows of all others are taken over.

import type { Day } from '../base/day.ts';
import { fromKeptProblem, type KeptProblem, type Problem, toKeptProblem } from '../base/problem.ts';
import { type Column, cellsOf, toColumns } from '../index-db/columns.ts';
import type { Index } from '../index-db/index-file.ts';
import { placeIn, recordMaker, Table } from '../index-db/records.ts';
import type { KeptMemo, Memo } from '../index-db/rows.ts';
import { type ArchivedRow, type DealRow, ROW_FIELDS } from '../snapshot/row.ts';
import { FIRST_DAY, LAST_DAY, type Span } from '../snapshot/steady.ts';
import type { Written } from '../snapshot/written.ts';
import { changedPaths, isSameList } from './file-list.ts';

const KEY = 'state';
/** It goes up with every change of what is kept here. */
const SHAPE = 4;
/** The column of the files, which is none of the rows. */
const FILES = 'files';

/** A row with the file that it was taken from. */
export interface KeptRow<Row extends DealRow = DealRow> {
  readonly row: Row;
  readonly source: RowSource;
}

/** Where a row comes from, and for how long it holds. */
export interface RowSource {
  /** '' for a row that is carried over from a snapshot. */
  readonly path: string;
  readonly fingerprint: string;
  /** Whether the row would be the same whatever other deals there are. */
  readonly standsAlone: boolean;
  /** The days that, taken for today, give this row. */
  readonly from: Day;
  readonly to: Day;
  readonly lines: Written['lines'];
  readonly signLine: number | undefined;
  readonly latest: Day | undefined;
}

/** A working set. */
export interface StateToKeep {
  readonly problems: readonly Problem[];
  readonly leftOut: readonly string[];
  /** Sorted by id. */
  readonly deals: readonly KeptRow[];
  /** Sorted by id. */
  readonly archived: readonly KeptRow<ArchivedRow>[];
}

type Kept = Pick<Index, 'memo' | 'damaged'>;

/** What every row depends on, beside its file, other deals and the day: in one line. */
export function frameOf(parts: readonly string[]): string {
  return JSON.stringify([SHAPE, ...parts]);
}

/** What is kept of the working set in that frame, whatever has become of the files. */
export function keptState(index: Kept, frame: string): KeptState | undefined {
  const memo = index.memo(KEY);
  return memo?.inputs === frame ? new KeptState(memo, index) : undefined;
}

/** The working set that was kept last, in whatever frame: for what may be a little behind. */
export function lastKeptState(index: Kept): KeptState | undefined {
  const memo = index.memo(KEY);
  return memo && new KeptState(memo, index);
}

/** @param files the files that the rows are of */
export function stateMemo(state: StateToKeep, frame: string, files: Column): Memo {
  const { deals, archived, problems, leftOut } = state;
  const value: KeptValue = {
    ...spanOf([...deals, ...archived].map(({ source }) => source)),
    ...{ problems: problems.map(toKeptProblem), leftOut },
    ...{ deals: deals.length, archived: archived.length },
  };
  return {
    key: KEY,
    inputs: frame,
    value: JSON.stringify(value),
    columns: new Map<string, Column>([
      [FILES, files],
      ...toColumns(FIELDS, [...deals, ...archived], (kept: KeptRow | KeptRow<ArchivedRow>, field) => {
        if (isSourceField(field)) return kept.source[field];
        return field in kept.row ? (kept.row as ArchivedRow)[field] : undefined;
      }),
    ]),
  };
}

const SOURCE_FIELDS = [
  'path',
  'fingerprint',
  'standsAlone',
  'from',
  'to',
  'lines',
  'signLine',
  'latest',
] as const satisfies (keyof RowSource)[];

function isSourceField(field: Field): field is keyof RowSource {
  return (SOURCE_FIELDS as readonly string[]).includes(field);
}

const FIELDS = [...ROW_FIELDS, 'archived', ...SOURCE_FIELDS] as const;
type Field = (typeof FIELDS)[number];

const dealRow = recordMaker<Field, DealRow>(FIELDS, ROW_FIELDS);
const archivedRow = recordMaker<Field, ArchivedRow>(FIELDS, [...ROW_FIELDS, 'archived']);
const rowSource = recordMaker<Field, RowSource>(FIELDS, SOURCE_FIELDS);

/** The days that all of the rows are of. */
function spanOf(sources: readonly RowSource[]): Span {
  let [from, to] = [FIRST_DAY, LAST_DAY];
  for (const source of sources) {
    if (source.from > from) from = source.from;
    if (source.to < to) to = source.to;
  }
  return { from, to };
}

interface KeptValue extends Span {
  readonly problems: readonly KeptProblem[];
  readonly leftOut: readonly string[];
  /** How many rows there are: first those of deals, then those of the archive. */
  readonly deals: number;
  readonly archived: number;
}

/** A kept working set, of which each column is read when it is first asked for. */
export class KeptState {
  readonly #span: Span;
  readonly problems: readonly Problem[];
  readonly leftOut: readonly string[];
  readonly #dealCount: number;
  readonly #count: number;
  readonly #index: Kept;
  readonly #memo: KeptMemo;
  readonly #table: Table<Field>;

  constructor(memo: KeptMemo, index: Kept) {
    const { problems, leftOut, deals, archived, from, to }: KeptValue = JSON.parse(memo.value());
    this.#span = { from, to };
    this.problems = problems.map(fromKeptProblem);
    this.leftOut = leftOut;
    this.#dealCount = deals;
    this.#count = deals + archived;
    this.#memo = memo;
    this.#index = index;
    this.#table = new Table(FIELDS, (field) => {
      const cells = cellsOf(this.#columnOf(field), this.#count);
      if (cells === undefined) throw index.damaged();
      return cells;
    });
  }

  /** Whether every row is as it would be taken of these files on that day. */
  isOf(files: Column, today: Day): boolean {
    const { from, to } = this.#span;
    return from <= today && today <= to && isSameList(this.#columnOf(FILES), files);
  }

  deals(): readonly DealRow[] {
    return this.#records(dealRow, 0, this.#dealCount);
  }

  archived(): readonly ArchivedRow[] {
    return this.#records(archivedRow, this.#dealCount, this.#count);
  }

  /** Where a row that it gave comes from; undefined for another row. */
  sourceOf(row: DealRow): RowSource | undefined {
    const at = placeIn(this.#table, row);
    return at === undefined ? undefined : rowSource(this.#table, at);
  }

  /** The paths of files that were not there then, are not now, or have changed. */
  changedPaths(files: Column): ReadonlySet<string> {
    return changedPaths(this.#columnOf(FILES), files);
  }

  #records<Row>(make: (table: Table<Field>, at: number) => Row, from: number, to: number): Row[] {
    return Array.from({ length: to - from }, (_, at) => make(this.#table, from + at));
  }

  #columnOf(name: string): Column {
    const column = this.#memo.column(name);
    if (column === undefined) throw this.#index.damaged();
    return column;
  }
}
