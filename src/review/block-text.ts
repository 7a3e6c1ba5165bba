// Texts of a workspace in the blocks of a sheet.

import { doubleQuoted, type ScalarContext, scalarText } from '../deal/scalar-text.ts';

/** A text as a scalar on one line, without what Markdown or HTML might take for markup where fences are not minded. */
export function blockText(text: string, context: ScalarContext): string {
  if (!/[<`]/.test(text)) return scalarText(text, context);
  return doubleQuoted(text).replaceAll('<', '\\u003c').replaceAll('`', '\\u0060');
}
