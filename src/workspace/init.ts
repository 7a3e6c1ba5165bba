// A file that `pipeline init` writes, and how lines get into one that is there.

import type { Bytes } from './undo-format.ts';

export interface InitFile {
  /** From the workspace's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /**
   * What becomes of one that is there already: it stands in the way; it gets the lines that it lacks; or it is
   * left as it is.
   */
  readonly present: 'in-the-way' | 'add-lines' | 'keep';
}

/**
 * The text with the lines that it lacks at its end; undefined where it has them all. Comments go along with the
 * lines below them.
 * @param text of a file that may be in any encoding: its bytes, each as the character of that number
 * @param wanted ASCII
 */
export function withLines(text: Bytes, wanted: string): Bytes | undefined {
  const present = new Set(text.split(/\r?\n/).map((line) => line.trim()));
  const missing = wanted
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#') && !present.has(line));
  if (missing.length === 0) return undefined;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const comments = wanted.split('\n').filter((line) => line.startsWith('#'));
  const begun = text === '' || text.endsWith('\n') ? text : `${text}${lineEnd}`;
  return `${begun}${[...comments, ...missing].map((line) => line + lineEnd).join('')}`;
}
