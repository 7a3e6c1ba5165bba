// Which deal a person means by a word: its id, a former id, the CRM's record id, or a piece of id, name or account
// that only one deal has.

import { Failure } from '../base/failure.ts';
import { fold } from '../base/fold.ts';
import { didYouMean } from '../base/nearest.ts';
import type { Book } from '../book/book.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

export interface FoundDeal {
  readonly row: DealRow;
  /** The folder in archive/; undefined for a deal of the working set. */
  readonly archived: string | undefined;
}

/** Where it is looked for. */
type Searched = Pick<Book, 'leftOut' | 'problems'> & {
  readonly state: Pick<Snapshot, 'deals' | 'archived'>;
};

const MOST_LISTED = 10;

/**
 * The deal; an archived one where no other fits.
 * @throws Failure `no-such-deal` with "did you mean" or with all that the word may mean;
 * `deals-unreadable` where it is the id of a deal that cannot be read and that no snapshot has
 */
export function findDeal(word: string, book: Searched): FoundDeal {
  const inSet = book.state.deals.map((row) => ({ row, archived: undefined }));
  const inArchive = book.state.archived.map((row) => ({ row, archived: row.archived }));
  const all = [...inSet, ...inArchive];
  const byId = all.find(({ row }) => row.id === word);
  if (byId !== undefined) return byId;
  if (book.leftOut.includes(word)) {
    const problems = book.problems.filter(({ file }) => file.endsWith(`/${word}.yaml`));
    throw new Failure('deals-unreadable', `The file of ${word} cannot be read.`, { problems });
  }
  const [named, ...others] =
    [candidates(word, inSet), candidates(word, inArchive)].find((found) => found.length > 0) ?? [];
  if (named === undefined) throw unknown(word, all);
  if (others.length > 0) throw ambiguous(word, [named, ...others]);
  return named;
}

/** The deals that had the id before; else those of that record in a CRM; else by a piece of id; of name or account. */
function candidates(word: string, all: readonly FoundDeal[]): readonly FoundDeal[] {
  const folded = fold(word);
  if (folded === '') return [];
  const tests: ((row: DealRow) => boolean)[] = [
    (row) => row.was === word,
    (row) => row.source === word || row.source.slice(row.source.indexOf(':') + 1) === word,
    (row) => fold(row.id).includes(folded),
    (row) => fold(row.name).includes(folded) || fold(row.account).includes(folded),
  ];
  for (const test of tests) {
    const found = all.filter(({ row }) => test(row));
    if (found.length > 0) return found;
  }
  return [];
}

function unknown(word: string, all: readonly FoundDeal[]): Failure {
  const ids = all.map(({ row }) => row.id);
  const hint = ids.length === 0 ? 'There are no deals yet.' : 'List them: pipeline list --all';
  return new Failure('no-such-deal', `There is no deal "${word}".`, { hint: didYouMean(word, ids, hint) });
}

function ambiguous(word: string, found: readonly FoundDeal[]): Failure {
  const listed = found.slice(0, MOST_LISTED).map(({ row }) => row.id);
  const more = found.length > MOST_LISTED ? `, and ${found.length - MOST_LISTED} more` : '';
  return new Failure(
    'no-such-deal',
    `"${word}" may be any of ${found.length} deals: ${listed.join(', ')}${more}.`,
    {
      hint: `Give the whole id: pipeline show ${listed[0] ?? 'ID'}`,
    },
  );
}
