// Rows → deals.csv and archived.csv: which columns there are, and what stands in each.

import { fromMinor } from '../base/money.ts';
import { safeText, writeCounts, writeLogged, writeStages, writeWaived, writeWords } from './csv-cells.ts';
import { writeRecord } from './csv-records.ts';
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

/** The columns that archived.csv has beyond those of deals.csv. */
export const ARCHIVED_COLUMNS = ['archived'] as const;

/** How the header of a custom field begins. */
export const CUSTOM_COLUMN = 'custom.';

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
  return writeRows(rows, custom, digits, [[ARCHIVED_COLUMNS[0], (row) => safeText(row.archived)]]);
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
    ...custom.map((key) => CUSTOM_COLUMN + key),
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
