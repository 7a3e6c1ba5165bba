// pipeline/backfill/1: the snapshots that were made of a past that nobody took snapshots of.

import type { BackfillDays } from '../backfill/days.ts';
import type { PastSource, UnplacedReason } from '../backfill/source.ts';
import type { Day } from '../base/day.ts';
import type { Said } from '../base/said.ts';
import { outcomeOf, STAGE_NOT_KNOWN } from '../deal/deal.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

export interface MadeSnapshot {
  readonly name: string;
  /** Without the archive. */
  readonly deals: number;
  readonly open: number;
  /** Open deals in no stage that anything tells. */
  readonly stage_not_known: number;
  readonly won: number;
  readonly lost: number;
  readonly archived: number;
  /** They could not be read then, and stand as in the snapshot before. */
  readonly unreadable: number;
  /** Ids of those that no snapshot before has: in no row. */
  readonly left_out: readonly string[];
}

export interface BackfillView {
  readonly schema: 'pipeline/backfill/1';
  /** `backfill-dates`, as each snapshot says it. */
  readonly origin: string;
  readonly dry_run: boolean;
  /** Ascending. */
  readonly snapshots: readonly MadeSnapshot[];
  /** Days that were asked for and have a snapshot already. */
  readonly already_there: readonly Day[];
  /** Days that were asked for and lie before all that is known. */
  readonly before_all: readonly Day[];
  /** In none of the snapshots, by id. */
  readonly unplaced: readonly { readonly id: string; readonly why: UnplacedReason }[];
  /** Ids of the CRM that its history has and no deal here does. */
  readonly strangers: readonly string[];
  /** Rows of old exports that could not be imported. */
  readonly rejected: readonly { readonly file: string; readonly line: number; readonly reason: Said }[];
  /** Days of exports that were given and lie outside of the time asked for, or after the first taken snapshot. */
  readonly outside: readonly Day[];
  /** Columns that are today's, because nothing tells what they were. */
  readonly assumed: readonly string[];
}

/** What was made, or with `dryRun` would be. */
export function backfillView(
  source: Pick<PastSource, 'origin' | 'assumed' | 'unplaced' | 'strangers' | 'rejected'>,
  days: BackfillDays,
  snapshots: readonly MadeSnapshot[],
  dryRun: boolean,
): BackfillView {
  return {
    schema: 'pipeline/backfill/1',
    origin: source.origin,
    dry_run: dryRun,
    snapshots,
    already_there: days.there,
    before_all: days.before,
    outside: days.outside,
    unplaced: source.unplaced,
    strangers: source.strangers ?? [],
    rejected: source.rejected?.() ?? [],
    assumed: source.assumed,
  };
}

/** What a snapshot holds, in counts. */
export function countsOf(
  { name, deals, archived }: Pick<Snapshot, 'name' | 'deals' | 'archived'>,
  leftOut: readonly string[],
): MadeSnapshot {
  const counts = { open: 0, stage_not_known: 0, won: 0, lost: 0 };
  for (const { stage } of deals) {
    counts[outcomeOf(stage)]++;
    if (stage === STAGE_NOT_KNOWN) counts.stage_not_known++;
  }
  const unreadable = [...deals, ...archived].filter(({ problem }) => problem !== '').length;
  return { name, deals: deals.length, ...counts, archived: archived.length, unreadable, left_out: leftOut };
}
