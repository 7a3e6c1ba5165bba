// A deal's record of stages, as its row has it: its order, and what it begins with.

import type { Day } from '../base/day.ts';
import { isFirstStage, type Process } from '../deal/process.ts';
import { processesOn } from '../workspace/process-then.ts';
import type { Settings } from '../workspace/settings.ts';
import type { DealRow, RowStage } from './row.ts';

/** By day, then as they stand in the file. */
export function inOrder<Entry extends Pick<RowStage, 'on'>>(stages: readonly Entry[]): Entry[] {
  return [...stages].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/**
 * In which stage of the record something happened that day: each lasts from the day that it was entered until the next
 * one was. What happened before the first counts to that one; without a record, to the present stage.
 */
export function stageThen({ stage, stages }: Recorded): (on: Day) => string {
  const entries = inOrder(stages);
  return (on) => (entries.findLast((entry) => entry.on <= on) ?? entries[0])?.stage ?? stage;
}

interface Recorded {
  readonly stage: string;
  readonly stages: readonly Pick<RowStage, 'stage' | 'on'>[];
}

/** Where a deal first appears, and when; the day is undefined where nothing tells it. */
export interface FirstStage {
  readonly stage: string;
  readonly on: Day | undefined;
}

/**
 * The first stage on record, by day, then by line (docs/method.md, `late-entry`). Without a record the stage that it
 * is in, since the deal was created, else recorded.
 */
export function firstOnRecord({ stage, stages, created, recorded }: Entered): FirstStage {
  let first = stages[0];
  for (const entry of stages) if (first === undefined || entry.on < first.on) first = entry;
  return first ?? { stage, on: created ?? recorded };
}

type Entered = Pick<DealRow, 'stage' | 'stages'> & Partial<Pick<DealRow, 'created' | 'recorded'>>;

/** Whether a deal was recorded from the first stage on: of this process, or of one that was in force on that day. */
export function isFromFirstStage(
  row: Entered,
  process: Pick<Process, 'stages'>,
  settings: Pick<Settings, 'process' | 'processHistory'>,
): boolean {
  const { stage, on } = firstOnRecord(row);
  if (isFirstStage(stage, process.stages)) return true;
  return processesOn(settings, on).some(({ stages }) => isFirstStage(stage, stages));
}
