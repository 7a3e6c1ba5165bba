// What an indicator is called: as the workspace has it, and where that says nothing, in the reader's language.

import type { Message } from '../words/message.ts';
import type { Cell } from './page.ts';
import { say } from './say.ts';

const USUAL: readonly Message[] = [
  'plan multiplier',
  'length of the sales cycle',
  'win rate',
  'average won amount',
];

/** @param label of the settings: labels.MP and the others */
export function indicatorLabel(label: string): string | Cell {
  const usual = USUAL.find((message) => message === label);
  return usual === undefined ? label : say(usual);
}
