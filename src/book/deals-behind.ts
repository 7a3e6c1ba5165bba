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
  { state, source, read }: WorkingSet,
  index: Pick<Index, 'readings' | 'changed'>,
  currency: string,
): {
  readonly deals: ReadonlyMap<string, Deal>;
  readonly archive: ReadonlyMap<string, Deal>;
  written(row: DealRow): Written | undefined;
} {
  const reader = dealReader(currency).name;
  const placesOf = (rows: readonly { readonly id: string }[], start: number) => () => {
    const behind: Behind[] = [];
    for (const [at, { id }] of rows.entries()) {
      const from = source(start + at);
      if (from !== undefined && from.path !== '') behind.push({ id, source: from });
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
    written: ({ id }) => {
      const at = placeOf(id, state.deals);
      const from = at === undefined ? undefined : source(at);
      return from?.path === '' ? undefined : from;
    },
    deals: new LazyDeals(placesOf(state.deals, 0), load),
    archive: new LazyDeals(placesOf(state.archived, state.deals.length), load),
  };
}

/** @param rows sorted by id */
function placeOf(id: string, rows: readonly DealRow[]): number | undefined {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rows[middle]?.id ?? '') < id) from = middle + 1;
    else to = middle;
  }
  return rows[from]?.id === id ? from : undefined;
}
