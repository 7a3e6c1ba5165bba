// What is wrong with a text before it is taken for YAML at all: merges left half done, and characters that nobody sees.

import { said } from '../base/said.ts';
import { shellWord } from '../base/shell-word.ts';
import type { Wrong } from './source-text.ts';

type Found = Wrong & { readonly at: number };

/** A line that git writes into a file that it could not merge: seven signs, then a label or nothing. */
const CONFLICT = /^\ufeff?(<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|$)/gm;

/** The first conflict marker, with the lines of all, and the commands that settle it. @param file from the workspace's root */
export function findConflict(
  text: string,
  lineAt: (offset: number) => number,
  file: string,
): Found | undefined {
  const marks = [...text.matchAll(CONFLICT)].slice(0, 100);
  const [first] = marks;
  if (first === undefined) return undefined;
  const lines = marks.map((mark) => lineAt(mark.index));
  const path = shellWord(file);
  const named = lines.slice(0, 6).join(', ') + (lines.length > 6 ? ', …' : '');
  return {
    at: first.index,
    message: said(
      'A git merge was left unfinished: conflict markers in {count, plural, one {line} other {lines}} {lines}.',
      { count: lines.length, lines: named },
    ),
    hint: said(
      'Keep the lines that are right, take out the others and the markers, then: git add {path}. All of one side: git checkout --ours {path}, or --theirs.',
      { path },
    ),
  };
}

/**
 * Control characters, half characters, and line ends that YAML readers disagree about. A carriage return alone,
 * U+2028 and U+2029 are text to one reader and a line end to the next.
 */
const UNPRINTABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff\ud800-\udfff]|\r(?!\n)/u;

/** The first character that no text file should have. */
export function findUnprintable(text: string): Found | undefined {
  const at = text.search(UNPRINTABLE);
  if (at < 0) return undefined;
  const code = text.charCodeAt(at);
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  if (code === 0x0d) {
    return {
      at,
      message: 'A line ends in a carriage return alone.',
      hint: 'Save the file with line ends LF or CRLF.',
    };
  }
  if (code === 0x2028 || code === 0x2029) {
    return {
      at,
      message: said('An invisible line separator ({name}) is in the text.', { name }),
      hint: 'Delete it, or write a space.',
    };
  }
  return {
    at,
    message: said('A control character ({name}) is in the text.', { name }),
    hint: said('Delete it; where it is meant, write {escape} in double quotes.', {
      escape: `"\\u${code.toString(16).padStart(4, '0')}"`,
    }),
  };
}
