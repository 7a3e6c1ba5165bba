// The days on which a deal entered its stages, as far as an export says so.

import type { Day } from '../base/day.ts';
import { outcomeOf } from '../deal/deal.ts';
import type { Complaints, RowValues } from './row-values.ts';
import type { StageResolver } from './stage-values.ts';
import type { TableRow } from './table.ts';

export interface StageDay {
  readonly stage: string;
  readonly on: Day;
}

export interface StageDayContext {
  readonly values: RowValues;
  /** Stages with a column of their own: `entered.VALUE`. */
  readonly stageColumns: readonly { readonly key: string; readonly value: string }[];
  readonly resolve: StageResolver;
  /** A stage's place in the process; outcomes behind all stages. */
  readonly rank: (stage: string) => number;
  /** The day that the export shows. */
  readonly exportDay: Day;
}

/**
 * The days on which stages were entered, as far as the export says so and not after its own day: columns of
 * single stages, the day of the present stage, and for an outcome the day of closing.
 */
export function stageDaysOf(
  row: TableRow,
  { stage, close }: { readonly stage: string; readonly close: Day | undefined },
  { values, stageColumns, resolve, rank, exportDay }: StageDayContext,
  complaints: Complaints,
): StageDay[] {
  const days = new Map<string, Day>();
  for (const column of stageColumns) {
    const on = values.day(row, column.key, complaints);
    const entered = resolve(column.value);
    if (on !== undefined && entered !== undefined) days.set(entered, on);
  }
  // Where a status closes the deal, the stage column and its day are those of the last open stage.
  const last = resolve(values.text(row, 'stage')) ?? stage;
  const own = values.day(row, 'stage_entered', complaints);
  if (own !== undefined && last !== '') days.set(last, own);
  const closed = outcomeOf(stage) === 'open' ? undefined : (close ?? days.get(stage));
  if (closed !== undefined) {
    const on = closed > exportDay ? exportDay : closed;
    for (const [entered, day] of days) if (day > on) days.delete(entered);
    days.set(stage, on);
  }
  return [...days]
    .map(([entered, on]) => ({ stage: entered, on }))
    .filter(({ on }) => on <= exportDay)
    .sort((a, b) => (a.on === b.on ? rank(a.stage) - rank(b.stage) : a.on < b.on ? -1 : 1));
}
