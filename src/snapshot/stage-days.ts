// How long deals are in their stages, from the days on record in their rows.

import { type Day, daysBetween } from '../base/day.ts';
import { isSameStage, type Process } from '../deal/process.ts';
import type { DealRow, RowStage } from './row.ts';
import { inOrder } from './stage-record.ts';

/** One stretch in one stage. */
export interface StageStay {
  /** As recorded; a stage's id, or an outcome. */
  readonly stage: string;
  readonly on: Day;
  readonly logged: Day | undefined;
  /** Calendar days until it left the stage; undefined in an outcome, or where that day is not known. */
  readonly days: number | undefined;
}

/**
 * The entries by day, then as they stand in the file, each with the days until the next. The last one lasts until
 * today; that of a closed deal until the day it was closed.
 */
export function staysOf(row: Pick<DealRow, 'stage' | 'stages' | 'close'>, today: Day): StageStay[] {
  const entries = inOrder(row.stages);
  const end = isOutcome(row.stage) ? row.close : today;
  return entries.map(({ stage, on, logged }, at) => {
    const until = entries[at + 1]?.on ?? end;
    const days = isOutcome(stage) || until === undefined ? undefined : daysBetween(on, until);
    return { stage, on, logged, days: days !== undefined && days >= 0 ? days : undefined };
  });
}

/**
 * Days since the deal entered the stage that it is in. Undefined where that is not on record: no entry, the last
 * one is of another stage, or it is dated after today.
 */
export function daysInStage(
  row: Pick<DealRow, 'stage' | 'stages'>,
  process: Process,
  today: Day,
): number | undefined {
  const entered = lastEntry(row, process, today)?.on;
  return entered && daysBetween(entered, today);
}

/** The last entry on record, where it is of the stage that the deal is in, and not dated after today. */
export function lastEntry(
  row: Pick<DealRow, 'stage' | 'stages'>,
  process: Process,
  today: Day,
): RowStage | undefined {
  const last = inOrder(row.stages).at(-1);
  if (last === undefined || last.on > today || !isSameStage(process.stages, last.stage, row.stage))
    return undefined;
  return last;
}

function isOutcome(stage: string): boolean {
  return stage === 'won' || stage === 'lost';
}

/** The middle one; of an even number the mean of the two, rounded half up to whole days. Undefined for none. */
export function medianDays(days: readonly number[]): number | undefined {
  const sorted = [...days].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? undefined : Math.round((lower + upper) / 2);
}

/** The fewest days that at least that share of them (0–1) does not exceed (nearest rank). Undefined for none. */
export function percentileDays(days: readonly number[], share: number): number | undefined {
  const sorted = [...days].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}
