// The working set as a snapshot: what one would take at this moment.

import type { Day } from '../base/day.ts';
import { isDealId } from '../deal/id.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { SeriesFacts } from '../snapshot/series.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { readSnapshot } from '../snapshot/store.ts';
import { takeSnapshot, type UnreadableDeal } from '../snapshot/take.ts';
import { ratesOn } from '../workspace/rates.ts';
import type { Settings } from '../workspace/settings.ts';
import type { DealsInFiles, Unread } from './deals-in-files.ts';

export interface NowInput {
  readonly settings: Settings;
  readonly files: DealsInFiles;
  readonly series: SeriesFacts;
  /** The names of the snapshots up to today, ascending. */
  readonly past: readonly string[];
  readonly today: Day;
  readonly now: Date;
  readonly toolVersion: string;
}

/**
 * The state, and the ids of unreadable deals that are in no row of it, ascending.
 * @throws Failure `snapshot-damaged` where an unreadable deal needs the newest one, `sum-too-large`
 */
export function stateNow(root: string, input: NowInput): { state: Snapshot; leftOut: string[] } {
  const { settings, files, past, today } = input;
  const newest = past.at(-1);
  const previous = files.unread.length === 0 || newest === undefined ? undefined : readSnapshot(root, newest);
  const unreadable = files.unread
    .filter(({ id }) => isDealId(id))
    .map((unread) => withPrevious(unread, previous));
  const state = takeSnapshot({
    deals: files.deals,
    archived: files.archived,
    unreadable,
    settings,
    rates: ratesOn(settings, today),
    series: input.series,
    today,
    name: 'now',
    takenAt: input.now.toISOString(),
    toolVersion: input.toolVersion,
    commit: '',
    dirty: false,
    message: '',
  });
  const rows = new Set([...state.deals, ...state.archived].map(({ id }) => id));
  return { state, leftOut: files.unread.map(({ id }) => id).filter((id) => !rows.has(id)) };
}

/** It stands as it stood: also where one of the two files of its id has moved between deals/ and the archive. */
function withPrevious({ id, problem, folder }: Unread, newest: Snapshot | undefined): UnreadableDeal {
  const same = (row: DealRow) => row.id === id;
  const open = newest?.deals.find(same);
  const archived = newest?.archived.find(same);
  const previous = open ?? archived;
  if (previous === undefined) return { id, problem, folder };
  return {
    id,
    problem,
    folder: folder ?? (open === undefined ? archived?.archived : undefined),
    previous,
  };
}
