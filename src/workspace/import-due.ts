// Whether what a mirror shows is older than it may be: a green week must not be a false one.

import type { Day } from '../base/day.ts';
import type { LastImport } from './last-import.ts';
import { dueAfter } from './rhythm.ts';
import type { Settings } from './settings.ts';

export interface OldSource {
  readonly system: string;
  /** The day of the newest export; undefined: none was imported yet. */
  readonly last: Day | undefined;
  /** When the next one was due; undefined where none was imported yet. */
  readonly due: Day | undefined;
  /** `overdue`: the due date has passed. `same`: nothing was imported since the newest taken snapshot. */
  readonly why: 'never' | 'overdue' | 'same';
}

/** The day of the newest export of the mirrored CRM; undefined where the workspace mirrors none, or none was imported. */
export function newestImport(
  { sourceOfRecord }: Pick<Settings, 'sourceOfRecord'>,
  imports: readonly LastImport[],
): Day | undefined {
  const days = imports.filter(({ system }) => system === sourceOfRecord).map(({ on }) => on);
  return days.sort().at(-1);
}

/**
 * Why the mirrored CRM's newest export is too old; undefined where it is not, or the workspace mirrors none.
 * @param newestTaken the day of the newest snapshot that was taken, where another one is asked for: an import is
 *   newer if its day is, or if both are of today. Left out where none is asked for
 */
export function importOverdue(
  settings: Pick<Settings, 'sourceOfRecord' | 'rhythm'>,
  imports: readonly LastImport[],
  newestTaken: Day | undefined,
  today: Day,
): OldSource | undefined {
  const system = settings.sourceOfRecord;
  if (system === '') return undefined;
  const last = newestImport(settings, imports);
  if (last === undefined) return { system, last, due: undefined, why: 'never' };
  const due = dueAfter(settings.rhythm.import, last);
  if (today > due) return { system, last, due, why: 'overdue' };
  const isNewer = newestTaken === undefined || last > newestTaken || last === today;
  return isNewer ? undefined : { system, last, due, why: 'same' };
}
