// Quotes and brackets that are not closed, told where they begin: the parser notices them only where the text ends.

import type { CST } from 'yaml';
import { said } from '../base/said.ts';
import type { Wrong } from './source-text.ts';

export interface PairTrouble {
  readonly at: number;
  readonly wrong: Wrong;
}

/** Follows the brackets of a text, lexeme by lexeme. */
export class Pairs {
  readonly #text: string;
  #open: number[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** What a lexeme at an offset closes wrongly, or leaves open. */
  take(kind: CST.TokenType, lexeme: string, at: number): PairTrouble | undefined {
    switch (kind) {
      case 'single-quoted-scalar':
        return isClosedSingle(lexeme) ? undefined : { at, wrong: notClosed("'", this.#text, at) };
      case 'double-quoted-scalar':
        return isClosedDouble(lexeme) ? undefined : { at, wrong: notClosed('"', this.#text, at) };
      case 'flow-map-start':
      case 'flow-seq-start':
        this.#open.push(at);
        return undefined;
      case 'flow-map-end':
        return this.#close('{', '}', at);
      case 'flow-seq-end':
        return this.#close('[', ']', at);
      case 'flow-error-end':
        return this.finish();
      default:
        return undefined;
    }
  }

  /** The innermost bracket that is still open. */
  finish(): PairTrouble | undefined {
    const at = this.#open.at(-1);
    this.#open = [];
    if (at === undefined) return undefined;
    return { at, wrong: notClosed(this.#text[at] ?? '', this.#text, at) };
  }

  #close(begins: string, ends: string, at: number): PairTrouble | undefined {
    const opened = this.#open.pop();
    if (opened === undefined)
      return { at, wrong: { message: said('The {ends} closes nothing.', { ends }), hint: CLOSED } };
    const sign = this.#text[opened];
    if (sign === begins) return undefined;
    return {
      at,
      wrong: {
        message: said('The {ends} does not close the {sign} before it.', { ends, sign: sign ?? '' }),
        hint: CLOSED,
      },
    };
  }
}

/** Two quotes in a row are one within: all of them together are an even number. */
function isClosedSingle(lexeme: string): boolean {
  return lexeme.split("'").length % 2 === 1;
}

/** A quote behind an odd number of backslashes is one within. */
function isClosedDouble(lexeme: string): boolean {
  if (lexeme.length < 2 || !lexeme.endsWith('"')) return false;
  const last = lexeme.length - 1;
  let backslashes = 0;
  while (lexeme[last - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 0;
}

const CLOSED = 'Take it out, or quote the text that has it.';

function notClosed(sign: string, text: string, at: number): Wrong {
  const line = text.slice(at).split('\n', 1)[0] ?? '';
  const isCut = (sign === '{' || sign === '[') && /\s#/.test(line);
  return {
    message: said('The {sign} is not closed.', { sign }),
    hint: isCut
      ? 'A # with a space before it begins a comment: quote the text that has it.'
      : 'Close it where the value ends; quote a text that has one in it.',
  };
}
