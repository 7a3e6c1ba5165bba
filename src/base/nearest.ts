// "Did you mean": the known word nearest to one that is not known.

import { distance } from 'fastest-levenshtein';

/** The nearest of `known` within a third of the word's length in edits, rounded up, folded; or undefined. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const folded = word.toLowerCase();
  let best: { word: string; edits: number } | undefined;
  for (const candidate of known) {
    const edits = distance(folded, candidate.toLowerCase());
    if (best === undefined || edits < best.edits) best = { word: candidate, edits };
  }
  const most = Math.ceil(word.length / 3);
  return best !== undefined && best.edits <= most ? best.word : undefined;
}

/** `Did you mean "x"?` or `fallback` where nothing is near. */
export function didYouMean(word: string, known: Iterable<string>, fallback: string): string {
  const found = nearest(word, known);
  return found === undefined ? fallback : `Did you mean "${found}"?`;
}
