// A place in a text of the plain form of YAML, and the steps from there: over spaces, over a scalar, to the next line.
// What a step can't be sure of it does not take.

import type { ScalarNode } from './tree.ts';
import { YAML_LIMITS } from './yaml-limits.ts';

export const SIGN = {
  lineFeed: 10,
  carriageReturn: 13,
  space: 32,
  doubleQuote: 34,
  hash: 35,
  singleQuote: 39,
  comma: 44,
  hyphen: 45,
  colon: 58,
  openList: 91,
  closeList: 93,
  openMap: 123,
  closeMap: 125,
} as const;

/** On one line; with the escapes that JSON and YAML have in common. */
const QUOTED = {
  single: /'(?:[^'\n]|'')*'/y,
  double: /"(?:[^"\\\n]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y,
} as const;

const PLAIN = { block: plainUpTo(''), flow: plainUpTo(',[\\]{}') } as const;

/**
 * Begins with no sign that means something to YAML or may begin the mark of a document or of a merge. A colon ends it that
 * has a space or an end behind it, and so do the spaces before that, before a comment or before an end.
 * @param ends the signs beside the end of the line that end it
 */
function plainUpTo(ends: string): RegExp {
  const end = `\\n\\r${ends}`;
  return new RegExp(
    `(?:[^\\s?:,[\\]{}#&*!|>'"%@\`.=<-]|[-.](?=\\d))(?:[^ :${end}]+|:(?![ ${end}])| +(?![ #${end}]|:[ ${end}]))*`,
    'y',
  );
}

export class PlainText {
  /** Ends in a line end, so that no loop over characters has to look for the end. */
  readonly #text: string;
  #lines = 0;
  at = 0;
  /** The column where the content of the line begins, or of the map behind a hyphen in it; -1 at the end. */
  indent = -1;

  constructor(text: string) {
    this.#text = text.endsWith('\n') ? text : `${text}\n`;
  }

  /** The character behind the spaces. */
  skipSpaces(): number {
    let code = this.#text.charCodeAt(this.at);
    while (code === SIGN.space) code = this.#text.charCodeAt(++this.at);
    return code;
  }

  /** Whether a colon or hyphen stands here that means something: one with white space behind it. */
  isAt(sign: number): boolean {
    if (this.#text.charCodeAt(this.at) !== sign) return false;
    const next = this.#text.charCodeAt(this.at + 1);
    return next === SIGN.space || isLineEnd(next);
  }

  /** To the first content behind this line; false where more than a comment is left in it. */
  finishLine(): boolean {
    const from = this.at;
    const code = this.skipSpaces();
    const isComment = code === SIGN.hash && this.at > from;
    return (isComment || isLineEnd(code)) && this.goToContent(this.#text.indexOf('\n', this.at) + 1);
  }

  /** To the first content from the beginning of a line on; false where there are too many lines. */
  goToContent(start: number): boolean {
    let lineStart = start;
    while (lineStart < this.#text.length) {
      if (++this.#lines >= YAML_LIMITS.lines) return false;
      this.at = lineStart;
      const code = this.skipSpaces();
      this.indent = this.at - lineStart;
      if (code !== SIGN.hash && !isLineEnd(code)) return true;
      lineStart = this.#text.indexOf('\n', this.at) + 1;
    }
    this.indent = -1;
    return true;
  }

  /** The scalar that begins here, where it ends in this line. */
  scalar(inFlow: boolean): ScalarNode | undefined {
    const code = this.#text.charCodeAt(this.at);
    if (code === SIGN.doubleQuote) return this.#scalarLike(QUOTED.double, 'double', ofDouble);
    if (code === SIGN.singleQuote) return this.#scalarLike(QUOTED.single, 'single', ofSingle);
    return this.#scalarLike(inFlow ? PLAIN.flow : PLAIN.block, 'plain', asItIs);
  }

  #scalarLike(
    form: RegExp,
    style: 'plain' | 'single' | 'double',
    textOf: (source: string) => string,
  ): ScalarNode | undefined {
    const from = this.at;
    form.lastIndex = from;
    if (!form.test(this.#text)) return undefined;
    const to = form.lastIndex;
    this.at = to;
    return { kind: 'scalar', style, text: textOf(this.#text.slice(from, to)), from, to };
  }
}

function asItIs(source: string): string {
  return source;
}

function ofSingle(source: string): string {
  return source.slice(1, -1).replaceAll("''", "'");
}

function ofDouble(source: string): string {
  return source.includes('\\') ? JSON.parse(source) : source.slice(1, -1);
}

export function isLineEnd(code: number): boolean {
  return code === SIGN.lineFeed || code === SIGN.carriageReturn;
}
