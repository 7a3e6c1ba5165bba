// A text as a YAML scalar on one line: plain where it reads back as itself, else in quotes.

import { looksTyped } from './core-schema.ts';

/** Where the scalar stands: in a flow collection commas and brackets end a plain text. */
export type ScalarContext = 'block' | 'flow';

/** Begins with a letter, a digit or a sign without meaning in YAML; then letters, signs and spaces. */
const PLAIN = /^[\p{L}\p{N}(/_$€£+.][\u200d\p{L}\p{M}\p{N}\p{P}\p{S} ]*$/u;
const ENDS_PLAIN = / #|:(?: |$)| $/;
const ENDS_PLAIN_IN_FLOW = /[,[\]{}]/;

/** The text so that YAML reads just this text, whatever it is. Plain where it can be, else in double quotes. */
export function scalarText(text: string, context: ScalarContext): string {
  return isPlain(text, context) && !looksTyped(text) ? text : doubleQuoted(text);
}

function isPlain(text: string, context: ScalarContext): boolean {
  if (!PLAIN.test(text) || ENDS_PLAIN.test(text)) return false;
  return context === 'block' || !ENDS_PLAIN_IN_FLOW.test(text);
}

/** Quotes, backslashes, controls, marks that turn or hide text, line separators, halves of characters. */
const ESCAPED = /["\\\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu;

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** In double quotes, on one line, with what is not seen written as an escape. */
export function doubleQuoted(text: string): string {
  return `"${text.replace(ESCAPED, (char) => SHORT[char] ?? `\\u${hex(char)}`)}"`;
}

function hex(char: string): string {
  return char.charCodeAt(0).toString(16).padStart(4, '0');
}

/** In single quotes; undefined where those cannot hold it. */
export function singleQuoted(text: string): string | undefined {
  if (text.search(ESCAPED_IN_SINGLE) >= 0) return undefined;
  return `'${text.replaceAll("'", "''")}'`;
}

const ESCAPED_IN_SINGLE =
  /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/u;
