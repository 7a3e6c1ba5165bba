// The deals behind the rows of a working set, read from the index when somebody asks for them.

import type { Deal } from '../deal/deal.ts';
import { fromKept } from '../index-db/deal-record.ts';
import type { Index } from '../index-db/index-file.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { Written } from '../snapshot/written.ts';
import { dealReader } from './deals-in-files.ts';
import type { RowSource } from './kept-state.ts';
import { LazyDeals } from './lazy-deals.ts';
import type { WorkingSet } from './working-set.ts';

interface Behind {
  readonly id: string;
  readonly source: RowSource;
}

/**
 * The deals and the archived deals, each by id. To read one that the index has no more as it was throws IndexUnsure.
 * @param currency the workspace's
 */
export function dealsBehind(
  { state, sourceOf, read }: WorkingSet,
  index: Pick<Index, 'readings' | 'changed'>,
  currency: string,
): {
  readonly deals: ReadonlyMap<string, Deal>;
  readonly archive: ReadonlyMap<string, Deal>;
  written(row: DealRow): Written | undefined;
} {
  const reader = dealReader(currency).name;
  const placesOf = (rows: readonly DealRow[]) => () => {
    const behind: Behind[] = [];
    for (const row of rows) {
      const source = sourceOf(row);
      if (source !== undefined && source.path !== '') behind.push({ id: row.id, source });
    }
    return behind.sort((a, b) => (a.source.path < b.source.path ? -1 : 1));
  };
  const load = (places: readonly Behind[]): Deal[] => {
    const unread = places.filter(({ id }) => !read.has(id)).map(({ source }) => source.path);
    const readings = index.readings(unread);
    return places.map(({ id, source: { path, fingerprint } }) => {
      const kept = readings.get(path);
      const isIt = kept?.fingerprint === fingerprint && kept.reader === reader && kept.hash === '';
      const deal = read.get(id) ?? (isIt ? fromKept(kept.reading, id, path).deal : undefined);
      if (deal === undefined) throw index.changed();
      return deal;
    });
  };
  return {
    written(row) {
      const source = sourceOf(row);
      return source?.path === '' ? undefined : source;
    },
    deals: new LazyDeals(placesOf(state.deals), load),
    archive: new LazyDeals(placesOf(state.archived), load),
  };
}
