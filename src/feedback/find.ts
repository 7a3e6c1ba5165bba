// Which entry a person means by a word: its id, or a piece of id or text that only one has.

import { Failure } from '../base/failure.ts';
import { fold } from '../base/fold.ts';
import { didYouMean } from '../base/nearest.ts';
import { said } from '../base/said.ts';
import { shortened } from '../deal/source-text.ts';
import type { Action, Feedback } from './entry.ts';

const MOST_LISTED = 5;

/** What is looked for, as a sentence has it. */
export interface Sought {
  /** Said where there is none, with its `word`. */
  readonly none: 'There is no entry "{word}".' | 'There is no action "{word}".';
  /** The command that lists them. */
  readonly list: string;
}

/**
 * The entry.
 * @throws Failure `usage` with "did you mean", or with all that the word may mean
 */
export function entryCalled<Entry extends Feedback | Action>(
  word: string,
  entries: readonly Entry[],
  { none, list }: Sought,
): Entry {
  const found = entriesMeant(word.trim(), entries);
  const [only, another] = found;
  if (only !== undefined && another === undefined) return only;
  if (only === undefined) {
    const ids = entries.map(({ id }) => id);
    const hint =
      ids.length === 0 ? said('There is none yet: {list}', { list }) : said('List them: {list}', { list });
    throw new Failure('usage', said(none, { word }), {
      hint: didYouMean(word, ids, hint),
    });
  }
  const more = found.length - MOST_LISTED;
  throw new Failure('usage', said('"{word}" may be any of {count} entries.', { word, count: found.length }), {
    hint: 'Give the whole id.',
    paste: [
      ...found.slice(0, MOST_LISTED).map(({ id, text }) => `    ${id}  ${shortened(oneLine(text))}`),
      ...(more > 0 ? [`    and ${more} more: ${list}`] : []),
    ],
  });
}

function entriesMeant<Entry extends Feedback | Action>(word: string, entries: readonly Entry[]): Entry[] {
  const folded = fold(word);
  if (folded === '') return [];
  const tests: ((entry: Entry) => boolean)[] = [
    ({ id }) => id === word,
    ({ id }) => id.startsWith(word.toLowerCase()),
    ({ text }) => fold(text) === folded,
    ({ id, text }) => id.includes(word.toLowerCase()) || fold(text).includes(folded),
  ];
  for (const test of tests) {
    const found = entries.filter(test);
    if (found.length > 0) return found;
  }
  return [];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
