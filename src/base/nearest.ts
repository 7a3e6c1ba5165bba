// "Did you mean": the known word nearest to one that is not known.

import { distance } from 'fastest-levenshtein';
import { type Sayable, said } from './said.ts';

/** A beginning of so many letters says what is meant. */
const BEGINNING = 3;

/**
 * The nearest of `known`, folded: within a third of the word's length in edits (at least 1), or two letters swapped;
 * else the first one that begins with the word.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const folded = word.toLowerCase();
  const most = Math.max(1, Math.floor(word.length / 3));
  let best: { word: string; edits: number } | undefined;
  let begun: string | undefined;
  for (const candidate of known) {
    const other = candidate.toLowerCase();
    if (word.length >= BEGINNING && other.startsWith(folded)) begun ??= candidate;
    const edits = sameLetters(folded, other) ? Math.min(1, distance(folded, other)) : distance(folded, other);
    if (best === undefined || edits < best.edits) best = { word: candidate, edits };
  }
  return best !== undefined && best.edits <= most ? best.word : begun;
}

/** Whether one is the other with letters in another order: two edits or more by distance, one slip by hand. */
function sameLetters(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join('') === [...b].sort().join('');
}

/** `Did you mean "x"?` or `fallback` where nothing is near. */
export function didYouMean(word: string, known: Iterable<string>, fallback: Sayable): Sayable {
  const found = nearest(word, known);
  return found === undefined ? fallback : said('Did you mean "{found}"?', { found });
}
