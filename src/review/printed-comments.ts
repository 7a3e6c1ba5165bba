// What a sheet prints behind the keys that take somebody's own words: an example, in the language of the workspace. The
// page prints it, and whoever reads a sheet back knows it: it may stay behind what was filled in.

import type { Message } from '../words/message.ts';
import { REVIEW_SHEETS } from '../words/polish-review-sheets.ts';

/** How a comment begins: as YAML, and with what is said first. */
interface Beginning {
  readonly yaml: string;
  readonly words: keyof typeof REVIEW_SHEETS & Message;
}

/** By the key that it stands behind. */
export const PRINTED = {
  next_step: { yaml: '{what: ', words: 'send the offer' },
  actions: { yaml: '[{what: ', words: 'ask the board' },
  reason: { yaml: '', words: 'what decided it' },
  works: { yaml: '[', words: 'what serves well' },
  change: { yaml: '[{text: ', words: 'what to change' },
} as const satisfies Record<string, Beginning>;

/** The same in every language. */
export const PRINTED_TAGS = '[pricing, legal]';

const BEGINNINGS: readonly string[] = [
  PRINTED_TAGS,
  ...Object.values(PRINTED).flatMap(({ yaml, words }) => [yaml + words, yaml + REVIEW_SHEETS[words]]),
];

/** Whether a sheet prints it, in any language: the workspace's may have changed since. */
export function isPrinted(comment: string): boolean {
  return BEGINNINGS.some((beginning) => comment.startsWith(beginning));
}
