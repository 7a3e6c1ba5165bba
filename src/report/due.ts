// What is due by the rhythms in pipeline.yaml. Only what leaves a trace in the workspace can be told.

import { type Day, daysBetween } from '../base/day.ts';
import type { LastImport } from '../workspace/last-import.ts';
import { dueAfter } from '../workspace/rhythm.ts';
import type { Settings } from '../workspace/settings.ts';

export interface Due {
  readonly what: 'snapshot' | 'import';
  /** The day it is due on; today where it was never done. */
  readonly on: Day;
  readonly last: Day | null;
  /** Days past the due date; 0 where it is due today, negative before. */
  readonly late: number;
}

/** When each is due next, the import of a mirrored CRM before the snapshot that needs it. */
export function dueList(
  settings: Settings,
  today: Day,
  lastSnapshot: Day | undefined,
  imports: readonly LastImport[],
): Due[] {
  const { rhythm, sourceOfRecord } = settings;
  const due = (what: Due['what'], last: Day | undefined): Due => {
    const on = last === undefined ? today : dueAfter(rhythm[what], last);
    return { what, on, last: last ?? null, late: daysBetween(on, today) };
  };
  const snapshot = due('snapshot', lastSnapshot);
  if (sourceOfRecord === '') return [snapshot];
  const imported = imports.filter(({ system }) => system === sourceOfRecord).map(({ on }) => on);
  return [due('import', imported.sort().at(-1)), snapshot];
}
