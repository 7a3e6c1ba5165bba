// Bytes of a file → text: UTF-8 and nothing else, so that no letter is ever guessed.

import type { Problem } from './problem.ts';
import { said } from './said.ts';

/** Why bytes are no text, for a Problem about the file. */
export type DecodeProblem = Pick<Problem, 'message' | 'hint' | 'line'>;

const SAVE_AS_UTF8 = 'Save the file as UTF-8 (in the editor: "Save with encoding").';

/** The text, a byte order mark at its beginning included; or why it is none. */
export function decodeUtf8(bytes: Uint8Array): string | DecodeProblem {
  const wide = wideEncodingOf(bytes);
  if (wide !== undefined)
    return { message: said('The file is {wide}, not UTF-8.', { wide }), hint: SAVE_AS_UTF8 };
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { message: 'The file is not UTF-8.', hint: SAVE_AS_UTF8, line: firstBadLine(bytes) };
  }
}

/** By its mark, or by every other byte of the beginning being zero. */
function wideEncodingOf(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 && bytes.length >= 4 ? 'UTF-32' : 'UTF-16';
  if (a === 0xfe && b === 0xff) return 'UTF-16';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'UTF-32';
  if (bytes.length >= 4 && (a === 0) !== (b === 0) && (a === 0) === (c === 0) && (b === 0) === (d === 0))
    return 'UTF-16';
  return undefined;
}

/** Decoding the lines up to each line end finds the one that fails; a line end is never inside of a character. */
function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return line;
}
