// How a page says something: by a message that every language has.

import type { Message, MessageValues } from '../words/message.ts';
import type { Cell, Title, Tone } from './page.ts';

type Said = Extract<Cell, { readonly kind: 'said' }>;

/** A cell, or a piece of a line, that is said in the reader's language. */
export function say(message: Message, values: MessageValues<Cell> = {}, tone?: Tone): Said {
  return { kind: 'said', message, values, ...(tone === undefined ? {} : { tone }) };
}

/** A title that is the company's own: the name of a stage, a period, a currency. */
export function ownTitle(text: string): Title {
  return { kind: 'data', text };
}
