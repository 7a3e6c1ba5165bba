// The name of a row that is part of what stands above it.

import type { Message } from '../words/message.ts';
import type { Cell } from './page.ts';
import { say } from './say.ts';

export function indented(message: Message): Cell {
  return { kind: 'phrase', parts: ['  ', say(message)] };
}
