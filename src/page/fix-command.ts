// The command that walks through findings, as lists of them name it.

import { shellWord } from '../base/shell-word.ts';
import type { Book } from '../book/book.ts';

export interface FixAsked {
  readonly owners?: readonly string[];
  readonly rules?: readonly string[];
}

/** The same, where deals are written here and stand as they do now; undefined in a mirror and for what a snapshot shows. */
export function fixHere(
  { settings, past }: Pick<Book, 'settings' | 'past'>,
  asked: FixAsked,
): string | undefined {
  return past || settings.sourceOfRecord !== '' ? undefined : fixCommand(asked);
}

/** `pipeline fix --owner anna --rule stale`. */
export function fixCommand(asked: FixAsked): string {
  const option = (name: string, words: readonly string[] = []) =>
    words.length === 0 ? '' : ` --${name} ${shellWord(words.join(','))}`;
  return `pipeline fix${option('owner', asked.owners)}${option('rule', asked.rules)}`;
}
