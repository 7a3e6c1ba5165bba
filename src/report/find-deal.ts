// Which deal a person means by a word: its id, a former id, the CRM's record id, or a piece of id, name or account
// that only one deal has.

import { Failure } from '../base/failure.ts';
import { fold } from '../base/fold.ts';
import { didYouMean } from '../base/nearest.ts';
import { asItIs, type Said, said } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import { formerIdsOf } from '../deal/former-ids.ts';
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
 * `deals-unreadable` where it is the id, or only fits that, of a deal that cannot be read and that no snapshot has
 */
export function findDeal(word: string, book: Searched): FoundDeal {
  const found = dealsMeant(word, book);
  const [named, ...others] = found;
  if (named?.row.id !== word && book.leftOut.includes(word)) throw unreadable(word, book);
  if (named !== undefined && others.length === 0) return named;
  const [unread] = book.leftOut.filter((id) => fold(word) !== '' && fold(id).includes(fold(word)));
  if (named === undefined && unread !== undefined) throw unreadable(unread, book);
  if (named === undefined) throw unknown(word, [...book.state.deals, ...book.state.archived]);
  throw ambiguous(word, found);
}

/** The deals that a word may mean: one where it is an id, archived ones where no other fits; none where nothing does. */
export function dealsMeant(word: string, { state }: Pick<Searched, 'state'>): readonly FoundDeal[] {
  const inSet = state.deals.map((row) => ({ row, archived: undefined }));
  const inArchive = state.archived.map((row) => ({ row, archived: row.archived }));
  const byId = [...inSet, ...inArchive].find(({ row }) => row.id === word);
  if (byId !== undefined) return [byId];
  const found = candidates(word, inSet);
  return found.length > 0 ? found : candidates(word, inArchive);
}

/**
 * The deals that had the id before; else those of that record in a CRM; else by whole words of id; of name or account;
 * else by a piece of id; of name or account.
 */
function candidates(word: string, all: readonly FoundDeal[]): readonly FoundDeal[] {
  const folded = fold(word);
  if (folded === '') return [];
  const tests: ((row: DealRow) => boolean)[] = [
    (row) => formerIdsOf(row).includes(word),
    (row) => row.source === word || row.source.slice(row.source.indexOf(':') + 1) === word,
    (row) => hasWords(row.id, folded),
    (row) => hasWords(row.name, folded) || hasWords(row.account, folded),
    (row) => fold(row.id).includes(folded),
    (row) => fold(row.name).includes(folded) || fold(row.account).includes(folded),
  ];
  for (const test of tests) {
    const found = all.filter(({ row }) => test(row));
    if (found.length > 0) return found;
  }
  return [];
}

/** `eta` is a word of `eta-rollout`, and only a piece of `beta`. */
function hasWords(text: string, folded: string): boolean {
  const words = spaced(folded);
  return words.trim() !== '' && spaced(fold(text)).includes(words);
}

function spaced(text: string): string {
  return ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}

function unreadable(id: string, { problems }: Pick<Searched, 'problems'>): Failure {
  const own = problems.filter(({ file }) => file.endsWith(`/${id}.yaml`));
  return new Failure('deals-unreadable', said('The file of {id} cannot be read.', { id }), { problems: own });
}

function unknown(word: string, all: readonly DealRow[]): Failure {
  const ids = all.map(({ id }) => id);
  const hint = ids.length === 0 ? 'There are no deals yet.' : 'List them: pipeline list --all';
  return new Failure('no-such-deal', said('There is no deal "{word}".', { word }), {
    hint: didYouMean(word, ids, hint),
  });
}

function ambiguous(word: string, found: readonly FoundDeal[]): Failure {
  return new Failure(
    'no-such-deal',
    said('"{word}" may be any of {count} deals: {ids}.', { word, count: found.length, ids: idsOf(found) }),
    { hint: 'Give the whole id.' },
  );
}

function idsOf(found: readonly FoundDeal[]): Said {
  const ids = found
    .slice(0, MOST_LISTED)
    .map(({ row }) => row.id)
    .join(', ');
  const more = found.length - MOST_LISTED;
  return more > 0 ? said('{ids}, and {more} more', { ids, more }) : asItIs(ids);
}
