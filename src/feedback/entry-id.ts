// Ids of entries of the dialogue: the same on every machine, so that two clones that write down one thing write one.

import { createHash } from 'node:crypto';

/** Enough that a team that writes for years never has two of one id. */
const HEX_DIGITS = 9;

/** `f` feedback, `a` action, `h` held. */
export type IdLetter = 'f' | 'a' | 'h';

/** The letter and nine hex digits: a hash of the parts, in their order. */
export function entryId(letter: IdLetter, parts: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts), 'utf8').digest('hex');
  return letter + hash.slice(0, HEX_DIGITS);
}
