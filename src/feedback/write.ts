// New entries of the dialogue as the lines of their file: one key a line, so that two people's edits of one entry are
// edits of different lines.

import { scalarText } from '../deal/scalar-text.ts';
import { type Action, FEEDBACK_FORMAT, type Feedback, type Held } from './entry.ts';
import { KEYS } from './keys.ts';

/** What an entry may say when it is first written down; a text that is '' is left out. */
export type NewFeedback = Pick<Feedback, 'id' | 'on' | 'kind' | 'text'> &
  Partial<Pick<Feedback, 'why' | 'stage' | 'deal' | 'by' | 'ref'>>;
export type NewAction = Pick<Action, 'id' | 'on' | 'kind' | 'text'> &
  Partial<Pick<Action, 'owner' | 'due' | 'deal' | 'ref'>>;
export type NewHeld = Pick<Held, 'id' | 'on' | 'kind' | 'what'>;
export type NewEntry = NewFeedback | NewAction | NewHeld;

/** What stands above the first entry of a month. */
export const HEAD = `format: ${FEEDBACK_FORMAT}\nentries:\n`;

/** As an item of a block list, from the hyphen on. */
export function entryLines(entry: NewEntry): readonly string[] {
  return pairsOf(entry, 'block').map((pair, at) => `${at === 0 ? '- ' : '  '}${pair}`);
}

/** On one line, in braces. */
export function entryText(entry: NewEntry): string {
  return `{${pairsOf(entry, 'flow').join(', ')}}`;
}

function pairsOf(entry: NewEntry, context: 'block' | 'flow'): string[] {
  const held = new Map<string, unknown>(Object.entries(entry));
  return KEYS[entry.kind].keys.flatMap((key) => {
    const value = held.get(key);
    return typeof value === 'string' && value !== '' ? [`${key}: ${scalarText(value, context)}`] : [];
  });
}
