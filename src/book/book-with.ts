// The book as it stands once some deals are written, without writing them.

import { once } from '../base/once.ts';
import type { Deal } from '../deal/deal.ts';
import { foldSeries } from '../snapshot/series.ts';
import { takeSnapshot, type UnreadableDeal } from '../snapshot/take.ts';
import { archiveFolder } from '../workspace/deal-files.ts';
import { ratesOn } from '../workspace/rates.ts';
import type { Settings } from '../workspace/settings.ts';
import type { Book } from './book.ts';
import type { Opened } from './open.ts';

/**
 * The book with what is written. Its state is the working set as it would be taken then.
 * @param written deals as their files will say them, at the paths where they will lie: in deals/ or in archive/
 */
export function bookWith(
  { book, archive, series }: Pick<Opened, 'book' | 'archive' | 'series'>,
  settings: Settings,
  written: readonly Deal[],
): Book {
  const deals = new Map(book.deals);
  const archived = new Map(archive);
  for (const deal of written) {
    const [into, from] = archiveFolder(deal.path) === undefined ? [deals, archived] : [archived, deals];
    from.delete(deal.id);
    into.set(deal.id, deal);
  }
  const state = takeSnapshot({
    ...book.state,
    deals: [...deals.values()],
    archived: [...archived.values()].map((deal) => ({ deal, folder: archiveFolder(deal.path) ?? '' })),
    unreadable: unreadableOf(book),
    settings,
    rates: ratesOn(settings, book.today),
    series,
    today: book.today,
  });
  const { written: _places, ...rest } = book;
  return { ...rest, settings, deals, state, series: once(() => foldSeries(series(), state)) };
}

/** Those whose files can't be read stand in the state as they stood. */
function unreadableOf({ state }: Book): UnreadableDeal[] {
  const unread = state.deals.filter(({ problem }) => problem !== '');
  const inArchive = state.archived.filter(({ problem }) => problem !== '');
  return [
    ...unread.map((row) => ({ id: row.id, problem: row.problem, previous: row })),
    ...inArchive.map((row) => ({
      ...{ id: row.id, problem: row.problem, folder: row.archived },
      previous: row.stage === '' ? undefined : row,
    })),
  ];
}
