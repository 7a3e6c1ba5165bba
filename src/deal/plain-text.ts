// A place in a text of the plain form of YAML, and the steps from there: over spaces, to the next line, over a scalar.
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

const BLANK = tableOf(/[ \n\r]/);
const FLOW = tableOf(/[,[\]{}]/);
const DIGIT = tableOf(/\d/);
/** All but white space and the signs that mean something to YAML. */
const BEGINS_PLAIN = tableOf(/[^\s\-?:,[\]{}#&*!|>'"%@`]/);
/** Neither the mark of a document or of a merge, nor a byte order mark. */
const BEGINS_KEY = tableOf(/[\w"']/);

/** On one line; with the escapes that JSON and YAML have in common. */
const QUOTED = {
  single: /'(?:[^'\n]|'')*'/y,
  double: /"(?:[^"\\\n]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y,
} as const;

function tableOf(characters: RegExp): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) => (characters.test(String.fromCharCode(code)) ? 1 : 0));
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
    return this.#text.charCodeAt(this.at) === sign && BLANK[this.#text.charCodeAt(this.at + 1)] === 1;
  }

  isAtKey(): boolean {
    const code = this.#text.charCodeAt(this.at);
    return BEGINS_KEY[code] === 1 || (code > 0xa0 && code !== 0xfeff);
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
    if (code === SIGN.doubleQuote) return this.#quoted('double');
    if (code === SIGN.singleQuote) return this.#quoted('single');
    const isPlain = BEGINS_PLAIN[code] === 1 || code > 0x7f;
    const isNegative = code === SIGN.hyphen && DIGIT[this.#text.charCodeAt(this.at + 1)] === 1;
    return isPlain || isNegative ? this.#plain(inFlow) : undefined;
  }

  #plain(inFlow: boolean): ScalarNode {
    const from = this.at;
    let to = from + 1;
    for (let at = to; ; at++) {
      const code = this.#text.charCodeAt(at);
      if (code === SIGN.space) continue;
      if (isLineEnd(code) || (code === SIGN.hash && at > to)) break;
      if (code === SIGN.colon && this.#endsText(at + 1, inFlow)) break;
      if (inFlow && FLOW[code] === 1) break;
      to = at + 1;
    }
    this.at = to;
    return { kind: 'scalar', style: 'plain', text: this.#text.slice(from, to), from, to };
  }

  /** Whether a colon ends a plain text, with that behind it. */
  #endsText(at: number, inFlow: boolean): boolean {
    const next = this.#text.charCodeAt(at);
    return BLANK[next] === 1 || (inFlow && FLOW[next] === 1);
  }

  #quoted(style: 'single' | 'double'): ScalarNode | undefined {
    const form = QUOTED[style];
    const from = this.at;
    form.lastIndex = from;
    if (!form.test(this.#text)) return undefined;
    const to = form.lastIndex;
    this.at = to;
    const raw = this.#text.slice(from, to);
    return { kind: 'scalar', style, text: style === 'single' ? ofSingle(raw) : ofDouble(raw), from, to };
  }
}

function ofSingle(raw: string): string {
  return raw.slice(1, -1).replaceAll("''", "'");
}

function ofDouble(raw: string): string {
  return raw.includes('\\') ? JSON.parse(raw) : raw.slice(1, -1);
}

export function isLineEnd(code: number): boolean {
  return code === SIGN.lineFeed || code === SIGN.carriageReturn;
}
