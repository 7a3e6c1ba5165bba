// What a sheet is called in deals and in the dialogue.

import type { ReviewSheet } from './sheet.ts';

/** `2026-11-23-anna` of `reviews/2026-11-23-anna.md`. */
export function nameOf({ file }: Pick<ReviewSheet, 'file'>): string {
  return file.replace(/^.*\//, '').replace(/\.md$/i, '');
}
