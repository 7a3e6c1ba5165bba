// What the signs of life are called that are no activity.

import type { Message } from '../words/message.ts';
import type { Cell } from './page.ts';
import { say } from './say.ts';

const SIGNS = {
  amount: 'amount',
  'next-step': 'next step',
  stage: 'stage',
  created: 'created',
  recorded: 'recorded',
  'first-snapshot': 'first snapshot',
  now: 'now',
} as const satisfies Record<string, Message>;

/** @param kind `next-step` of `next-step:…`; undefined for one that has no word of its own */
export function signWord(kind: string): Cell | undefined {
  return Object.hasOwn(SIGNS, kind) ? say(SIGNS[kind as keyof typeof SIGNS]) : undefined;
}
