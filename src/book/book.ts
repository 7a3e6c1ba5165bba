// A book: the workspace as of one moment, which is what every reading verb looks at.

import type { Day } from '../base/day.ts';
import type { Problem } from '../base/problem.ts';
import type { Deal } from '../deal/deal.ts';
import type { Held } from '../feedback/entry.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { SeriesFacts } from '../snapshot/series.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Written } from '../snapshot/written.ts';
import type { LastImport } from '../workspace/last-import.ts';
import type { Settings } from '../workspace/settings.ts';
import type { KeptPast, PastAsked } from './kept-past.ts';
import type { Sheet } from './newest-sheets.ts';
import type { Snapshots } from './snapshots.ts';

export interface Book {
  /** Absolute path of the workspace. */
  readonly root: string;
  readonly settings: Settings;
  /** The day that the book stands at: today, or the day of the snapshot that --as-of shows. */
  readonly today: Day;
  /** Rows: the working set as it would be taken now, or the snapshot that --as-of shows. */
  readonly state: Snapshot;
  /** Whether `state` is a snapshot of the past (--as-of) rather than the working set. */
  readonly past: boolean;
  /** The deals of the working set by id, with the lines in their files; empty where `past`. */
  readonly deals: ReadonlyMap<string, Deal>;
  /** Where each row's deal is written, without reading it; absent: as the deals tell. */
  written?(row: DealRow): Written | undefined;
  /** What is wrong with files: unreadable deals (error), unknown keys (info). Sorted by file and line. */
  readonly problems: readonly Problem[];
  /** Ids of unreadable deals that no snapshot has: in no row. */
  readonly leftOut: readonly string[];
  /** The names of the taken and backfilled snapshots, ascending. */
  readonly snapshotNames: readonly string[];
  /** Reads them. */
  readonly snapshots: Snapshots;
  readonly imports: readonly LastImport[];
  /** Paths in imports/ that the disk did not give: what was last imported may stand there. Absent: none. */
  readonly importsUnread?: readonly string[];
  /**
   * The name of the newest snapshot of today or before that was taken, not backfilled: read when it is asked for.
   * Absent: there is none. @throws Failure `snapshot-damaged`, `newer-format`
   */
  newestTaken?(): string | undefined;
  /** The newest review sheet, and the newest report of a clean-up, of today or before; looked for when asked for. */
  newestReview?(): Sheet | undefined;
  newestCleanup?(): Sheet | undefined;
  /** The newest entry in feedback/ of today or before by which that was held; `unsure`: it can't be told quickly. */
  newestHeld?(what: Held['what']): Sheet | 'unsure' | undefined;
  /**
   * What all snapshots up to the book's day and its state together tell about each deal: folded when it is asked for.
   * Absent: nothing is known but the state. @throws Failure `snapshot-damaged`, `newer-format`; IndexUnsure
   */
  series?(): SeriesFacts;
  /** What forecasts made of these snapshots before. Absent: nothing is kept. */
  keptPast?(asked: PastAsked): KeptPast;
}
