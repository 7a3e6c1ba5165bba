// Ids that no new deal may get.

import type { Source } from '../deal/deal.ts';
import { idsOf } from '../deal/former-ids.ts';
import { factsOf } from '../snapshot/series.ts';
import type { Book } from './book.ts';
import type { Opened } from './open.ts';

/** The files of deals that can't be read. */
export function unreadablePaths(book: Pick<Book, 'problems'>): string[] {
  const wrong = book.problems.filter(
    ({ severity, file }) => severity === 'error' && /^(deals|archive)\/.*\.ya?ml$/i.test(file),
  );
  return [...new Set(wrong.map(({ file }) => file))];
}

/**
 * Whether a deal, here or in the archive, readable or not, has or had an id; or one of a past snapshot had it,
 * unless that was this same record of the CRM, which comes back to its history.
 */
export function takenIds({
  book,
  series,
}: Pick<Opened, 'book' | 'series'>): (id: string, source?: Source) => boolean {
  const taken = new Set<string>(book.leftOut);
  for (const row of [...book.state.deals, ...book.state.archived]) {
    for (const id of idsOf(row)) taken.add(id);
  }
  for (const path of unreadablePaths(book)) {
    taken.add(path.slice(path.lastIndexOf('/') + 1).replace(/\.ya?ml$/i, ''));
  }
  return (id, source) => {
    const past = factsOf(series(), id);
    return (
      taken.has(id) || (past !== undefined && past.source !== (source && `${source.system}:${source.id}`))
    );
  };
}
