// The working set as a snapshot: what one would take at this moment.

import type { Day } from '../base/day.ts';
import { isDealId } from '../deal/id.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { SeriesFacts } from '../snapshot/series.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { takeSnapshot, type UnreadableDeal } from '../snapshot/take.ts';
import { ratesOn } from '../workspace/rates.ts';
import type { Settings } from '../workspace/settings.ts';
import type { CarriedRows } from './carried-rows.ts';
import type { DealsInFiles, Unread } from './deals-in-files.ts';

export interface NowInput {
  readonly settings: Settings;
  readonly files: DealsInFiles;
  readonly series: SeriesFacts;
  /** The rows of the newest snapshot that unreadable deals stand with. */
  readonly carried: Pick<CarriedRows, 'deals' | 'archived'>;
  readonly today: Day;
  readonly now: Date;
  readonly toolVersion: string;
}

/**
 * The state, and the ids of unreadable deals that are in no row of it, ascending.
 * @throws Failure `sum-too-large`
 */
export function stateNow(input: NowInput): { state: Snapshot; leftOut: string[] } {
  const { settings, files, carried, today } = input;
  const unreadable = files.unread
    .filter(({ id }) => isDealId(id)) // another can't stand in a snapshot
    .map((unread) => withPrevious(unread, carried));
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
function withPrevious({ id, problem, folder }: Unread, carried: NowInput['carried']): UnreadableDeal {
  const same = (row: DealRow) => row.id === id;
  const deal = carried.deals.find(same);
  const archived = carried.archived.find(same);
  const stoodIn = deal === undefined ? archived?.archived : undefined;
  return { id, problem, folder: folder ?? stoodIn, previous: deal ?? archived };
}
