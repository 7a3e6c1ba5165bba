// A deal's row: what a snapshot knows about a deal at its moment. Every reading verb works on rows,
// whether they come from a snapshot's files or from the working set as it would be taken now.

import { isDeepStrictEqual } from 'node:util';
import type { Day } from '../base/day.ts';
import { type Decimal, type Minor, sumMinor } from '../base/money.ts';

/** What the freshness clock may run from (docs/method.md): a sign of life, or where there is none the entry. */
export type SignEvent =
  | 'activity'
  | 'stage'
  | 'amount'
  | 'next-step'
  | 'created'
  | 'recorded'
  | 'first-snapshot'
  | 'now';

/** Text that is missing is '', what else is missing is undefined. */
export interface DealRow {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly owner: string;
  /** A stage's id, or `won` / `lost`; `?` where an open deal's is not known, '' where nothing but the id is. */
  readonly stage: string;
  readonly amount: Decimal | undefined;
  /** Always filled in: the workspace's where the deal names none. */
  readonly currency: string;
  /** In minor units of the reporting currency; undefined without an amount or a rate. */
  readonly value: Minor | undefined;
  readonly created: Day | undefined;
  readonly recorded: Day | undefined;
  readonly close: Day | undefined;
  /** The first close date that a snapshot saw. */
  readonly closeFirst: Day | undefined;
  /** How often the close date moved, later or earlier, from snapshot to snapshot. */
  readonly closeMoves: number;
  /** By the day it happened. */
  readonly lastActivity: Day | undefined;
  readonly lastActivityType: string;
  /** The day the freshness clock runs from. */
  readonly lastSignOfLife: Day | undefined;
  /** The event: a SignEvent; for an activity `activity:TYPE`, for a stage `stage:ID`. */
  readonly lastSignEvent: string;
  readonly nextStepBy: Day | undefined;
  readonly nextStep: string;
  readonly nextStepAgreed: Day | undefined;
  /** In the order of the file. */
  readonly stages: readonly RowStage[];
  /** How many activities fell into each stage, in the order of the record: `lead:3 proposal:1`. */
  readonly activities: readonly { readonly stage: string; readonly count: number }[];
  /** Activities written down later than the rule `late-log` allows. */
  readonly lateLogs: number;
  readonly lostReason: string;
  readonly category: string;
  readonly important: string;
  readonly waived: readonly { readonly rule: string; readonly until: Day }[];
  readonly checklist: readonly string[];
  readonly missing: Day | undefined;
  /** `system:id`, or ''. */
  readonly source: string;
  readonly was: string;
  readonly mergedInto: string;
  /** Why the deal's file could not be read; '' for a readable one. The rest is then its previous row. */
  readonly problem: string;
  /** The custom fields that pipeline.yaml names under snapshot.custom, as text. */
  readonly custom: Readonly<Record<string, string>>;
}

export interface RowStage {
  readonly stage: string;
  readonly on: Day;
  readonly logged: Day | undefined;
}

/** The final state of an archived deal. */
export interface ArchivedRow extends DealRow {
  /** The folder in archive/: `2026-Q3`. */
  readonly archived: string;
}

/** What some deals are worth together, in minor units; those without a value add nothing. @throws Failure `sum-too-large` */
export function worthOf(rows: readonly Pick<DealRow, 'value'>[]): Minor {
  let sum = 0;
  for (const { value } of rows) sum += value ?? 0;
  return sumMinor([sum]);
}

/** A row of which nothing but the id is known. */
export function bareRow(id: string, currency: string, problem = ''): DealRow {
  return {
    id,
    name: '',
    account: '',
    owner: '',
    stage: '',
    amount: undefined,
    currency,
    value: undefined,
    created: undefined,
    recorded: undefined,
    close: undefined,
    closeFirst: undefined,
    closeMoves: 0,
    lastActivity: undefined,
    lastActivityType: '',
    lastSignOfLife: undefined,
    lastSignEvent: '',
    nextStepBy: undefined,
    nextStep: '',
    nextStepAgreed: undefined,
    stages: [],
    activities: [],
    lateLogs: 0,
    lostReason: '',
    category: '',
    important: '',
    waived: [],
    checklist: [],
    missing: undefined,
    source: '',
    was: '',
    mergedInto: '',
    problem,
    custom: {},
  };
}

/** The fields of a row, in the order in which they stand here. */
export const ROW_FIELDS = Object.keys(bareRow('', '')) as readonly (keyof DealRow)[];

/** A row of its own with the same fields: one from the index reads them when they are asked for, and can't be spread. */
export function copyOf<Row extends DealRow | ArchivedRow>(row: Row): Row {
  const copy: Partial<Record<keyof ArchivedRow, unknown>> = {};
  for (const field of ROW_FIELDS) copy[field] = row[field];
  if ('archived' in row) copy.archived = row.archived;
  return copy as unknown as Row;
}

/** Whether two lists of rows say the same, in the same order; `but`: fields that do not count. */
export function sameRows(
  a: readonly (DealRow | ArchivedRow)[],
  b: readonly (DealRow | ArchivedRow)[],
  but: readonly (keyof DealRow)[] = [],
): boolean {
  if (a.length !== b.length) return false;
  return a.every((row, at) => {
    const other = b[at];
    return other !== undefined && sameRow(row, other, but);
  });
}

/** Whether two rows say the same; `but`: fields that do not count. */
export function sameRow(
  a: DealRow | ArchivedRow,
  b: DealRow | ArchivedRow,
  but: readonly (keyof DealRow)[] = [],
): boolean {
  for (const field of ROW_FIELDS) {
    if (a[field] !== b[field] && !but.includes(field) && !isSame(a[field], b[field])) return false;
  }
  return archiveOf(a) === archiveOf(b);
}

/** Most rows have no waivers, no checklist and no custom fields: to compare two nothings in depth takes its time. */
function isSame(a: DealRow[keyof DealRow], b: DealRow[keyof DealRow]): boolean {
  return (isNothing(a) && isNothing(b)) || isDeepStrictEqual(a, b);
}

function isNothing(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function archiveOf(row: DealRow | ArchivedRow): string | undefined {
  return 'archived' in row ? row.archived : undefined;
}
