// A mapping: how one CRM's exports map to deals, as imports/SYSTEM.yaml or --map FILE says it.

import type { Day } from '../base/day.ts';
import type { MappingColumns } from './columns.ts';
import type { ColumnOrder } from './date-text.ts';
import type { Encoding } from './decode.ts';

export interface MappingJoin {
  /** The further file's name. */
  readonly file: string;
  /** The header of the deals' column and of the file's that hold the same value. */
  readonly on: { readonly ours: string; readonly theirs: string };
  /** Field → header of the file; null: left out. */
  readonly columns: MappingColumns;
}

/** What the last import of a system was. */
export interface LastImportRecord {
  readonly on: Day;
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
  readonly partial: boolean;
  /** The last day that anything in it is dated, none after its own; undefined: nothing was, or nobody wrote it down. */
  readonly newest?: Day | undefined;
}

export interface Mapping {
  /** '' where the file names none. */
  readonly system: string;
  readonly columns: MappingColumns;
  /** A stage's value in the export → a stage's id, `won` or `lost`. */
  readonly stages: Readonly<Record<string, string>>;
  readonly joins: readonly MappingJoin[];
  readonly dates: ColumnOrder | undefined;
  readonly encoding: Encoding | undefined;
  readonly delimiter: string | undefined;
  readonly last: LastImportRecord | undefined;
}

export const NO_MAPPING: Mapping = {
  system: '',
  columns: {},
  stages: {},
  joins: [],
  dates: undefined,
  encoding: undefined,
  delimiter: undefined,
  last: undefined,
};

/** The format that this version reads and writes. */
export const MAPPING_FORMAT = 1;

/** A name that imports/NAME.yaml may have, and that stands before the colon of a source. */
export function isSystemName(name: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,39}$/.test(name);
}
