// The working set's state after a change that is not written yet: an import whose snapshot is to be part of it.

import { ratesOn } from '../workspace/rates.ts';
import type { Settings } from '../workspace/settings.ts';
import type { SeriesFacts } from './series.ts';
import type { Snapshot } from './snapshot.ts';
import { type TakeInput, takeSnapshot, type UnreadableDeal } from './take.ts';

export interface Retake extends Pick<TakeInput, 'deals' | 'archived'> {
  /** The state before the change. */
  readonly state: Snapshot;
  /** As they are after the change. */
  readonly settings: Settings;
  readonly series: SeriesFacts;
}

/**
 * The state with these deals and this archive, all that can be read. Deals that can't be read stand as before.
 * @throws Failure `sum-too-large`
 */
export function retake({ state, deals, archived, settings, series }: Retake): Snapshot {
  const readable = new Set([...deals, ...archived.map(({ deal }) => deal)].map(({ id }) => id));
  const unreadable: UnreadableDeal[] = [
    ...state.deals.map((row) => ({ row, folder: undefined })),
    ...state.archived.map((row) => ({ row, folder: row.archived })),
  ]
    .filter(({ row }) => row.problem !== '' && !readable.has(row.id))
    .map(({ row, folder }) => ({
      id: row.id,
      problem: row.problem,
      folder,
      previous: row.stage === '' ? undefined : row,
    }));
  return takeSnapshot({
    deals,
    archived,
    unreadable,
    settings,
    rates: ratesOn(settings, state.on),
    series,
    today: state.on,
    name: state.name,
    takenAt: state.takenAt,
    toolVersion: state.toolVersion,
    commit: state.commit,
    dirty: state.dirty,
    message: state.message,
  });
}
