// How a page says something: by a message that every language has.

import type { Sayable } from '../base/said.ts';
import type { Message, MessageValues } from '../words/message.ts';
import type { Cell, Title, Tone } from './page.ts';

export type Said = Extract<Cell, { readonly kind: 'said' }>;

/** A cell, or a piece of a line, that is said in the reader's language. */
export function say(message: Message, values: MessageValues<Cell> = {}, tone?: Tone): Said {
  return { kind: 'said', message, values, ...(tone === undefined ? {} : { tone }) };
}

/** The same where it begins a sentence or a heading: `slipped` as `Slipped`. */
export function atFirst(said: Said): Said {
  return { ...said, isFirst: true };
}

/** How many, grouped as the reader's language groups. */
export function count(of: number, tone?: Tone): Cell {
  return { kind: 'count', count: of, ...(tone === undefined ? {} : { tone }) };
}

/** A title that is the company's own: the name of a stage, a period, a currency. */
export function ownTitle(text: string): Extract<Title, { readonly kind: 'data' }> {
  return { kind: 'data', text };
}

/** A finding, a hint, whatever the domain says: as a cell. */
export function spoken(sayable: Sayable, tone?: Tone): Said {
  return typeof sayable === 'string'
    ? say(sayable as Message, {}, tone)
    : say(sayable.message, sayable.values, tone);
}
