// What signs of life are called: an activity by its type, the others by a word.

import { signEvent } from '../snapshot/sign-event.ts';
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

/** @param event as rows hold it: `activity:call` is a call, `stage:proposal` a stage */
export function signCell(event: string): Cell {
  const { kind, what } = signEvent(event);
  if (kind === 'activity') return { kind: 'text', text: what };
  return Object.hasOwn(SIGNS, kind) ? say(SIGNS[kind as keyof typeof SIGNS]) : { kind: 'text', text: event };
}
