// Why the bars of bridges in a row may add up to other ones than those of the bridge from first to last: each deal of a
// bridge is told by its two ends alone, and what came and went between is in the parts.

import type { Message } from '../words/message.ts';
import type { Figure } from './bridge-chain.ts';

/** As a sentence goes on after the figure. Openings, closings and changes compose but for the reasons that they have here. */
export const WHY_APART = {
  opening: 'the process has changed',
  new: 'first to last has the last value, and nothing of what is gone again',
  reopened: 'first to last has the last value, and nothing of what was closed again',
  'pulled-in':
    'what went out again is in the parts alone, and what is new has no other way in from first to last',
  'moved-in':
    'what went out again is in the parts alone, and what is new has no other way in from first to last',
  'transferred-in':
    'what went out again is in the parts alone, and what is new has no other way in from first to last',
  grown: 'what shrank again, came or went is in the parts alone',
  'revalued-up': 'what fell again, came or went is in the parts alone',
  won: 'first to last has the last value, and nothing of what was reopened',
  lost: 'first to last has what a deal stood for at first, and nothing of what was reopened',
  removed: 'first to last has what a deal stood for at first, and nothing of what came between',
  archived: 'first to last has what a deal stood for at first',
  'pushed-out': 'first to last has what a deal stood for at first, and nothing of what came back',
  'moved-out': 'first to last has what a deal stood for at first, and nothing of what came back',
  'transferred-out': 'first to last has what a deal stood for at first, and nothing of what came back',
  shrunk: 'what grew back, came or went is in the parts alone',
  'revalued-down': 'what rose again, came or went is in the parts alone',
  between: 'what could not be read, or is in a stage that the process has no more',
  closing: 'what cannot be read stands as in the snapshot before, from first to last as in the first',
} as const satisfies Record<Figure, Message>;
