// pipeline/week/1: what a mirror's week brought: the import, and the snapshot with the diff since the one before.

import type { ImportFacts } from '../crm-import/facts.ts';
import { type ImportView, importView } from './import.ts';
import type { SnapshotView } from './snapshot.ts';

export interface WeekView {
  readonly schema: 'pipeline/week/1';
  readonly import: ImportView;
  /** Its `since` is the diff. */
  readonly snapshot: SnapshotView;
}

/** The view of a week, from the facts of its import and the view of its snapshot. */
export function weekView(facts: ImportFacts, snapshot: SnapshotView): WeekView {
  return { schema: 'pipeline/week/1', import: importView(facts), snapshot };
}
