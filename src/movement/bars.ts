// The bars of the bridge, as one closed union and one table, in the order of the formula.

import type { Message } from '../words/message.ts';

export type BarKind =
  | 'new'
  | 'reopened'
  | 'pulled-in'
  | 'moved-in'
  | 'transferred-in'
  | 'grown'
  | 'revalued-up'
  | 'won'
  | 'lost'
  | 'removed'
  | 'archived'
  | 'pushed-out'
  | 'moved-out'
  | 'transferred-out'
  | 'shrunk'
  | 'revalued-down';

export interface BarFacts {
  /** Its name in JSON. */
  readonly key: string;
  readonly label: Message;
  /** Whether it adds to the opening or takes from it. */
  readonly sign: 1 | -1;
  /** Whether its deals enter or leave the scope, or stay and change value. */
  readonly moves: 'deals' | 'value';
  /** What stands in it, for the help and the reference. */
  readonly text: string;
}

/** Opening + the bars of sign 1 − the bars of sign −1 = closing (docs/method.md). */
export const BARS = {
  new: { key: 'new', label: 'new', sign: 1, moves: 'deals', text: 'deals that were not there before' },
  reopened: {
    key: 'reopened',
    label: 'reopened',
    sign: 1,
    moves: 'deals',
    text: 'deals that were closed or archived',
  },
  'pulled-in': {
    key: 'pulled_in',
    label: 'pulled in',
    sign: 1,
    moves: 'deals',
    text: 'deals whose close date came into the period, from either side',
  },
  'moved-in': {
    key: 'moved_in',
    label: 'moved in',
    sign: 1,
    moves: 'deals',
    text: 'deals that came into the stages asked for',
  },
  'transferred-in': {
    key: 'transferred_in',
    label: 'transferred in',
    sign: 1,
    moves: 'deals',
    text: 'deals that came from other owners',
  },
  grown: { key: 'grown', label: 'grown', sign: 1, moves: 'value', text: 'amounts that went up' },
  'revalued-up': {
    key: 'revalued_up',
    label: 'revalued up',
    sign: 1,
    moves: 'value',
    text: 'unchanged amounts, worth more at the new rate',
  },
  won: { key: 'won', label: 'won', sign: -1, moves: 'deals', text: 'deals won, with what they were won for' },
  lost: {
    key: 'lost',
    label: 'lost',
    sign: -1,
    moves: 'deals',
    text: 'deals lost, with what they stood for',
  },
  removed: { key: 'removed', label: 'removed', sign: -1, moves: 'deals', text: 'deals whose file is gone' },
  archived: {
    key: 'archived',
    label: 'archived',
    sign: -1,
    moves: 'deals',
    text: 'deals archived while open',
  },
  'pushed-out': {
    key: 'pushed_out',
    label: 'pushed out',
    sign: -1,
    moves: 'deals',
    text: 'deals whose close date left the period, to either side',
  },
  'moved-out': {
    key: 'moved_out',
    label: 'moved out',
    sign: -1,
    moves: 'deals',
    text: 'deals that left the stages asked for',
  },
  'transferred-out': {
    key: 'transferred_out',
    label: 'transferred out',
    sign: -1,
    moves: 'deals',
    text: 'deals that went to other owners',
  },
  shrunk: { key: 'shrunk', label: 'shrunk', sign: -1, moves: 'value', text: 'amounts that went down' },
  'revalued-down': {
    key: 'revalued_down',
    label: 'revalued down',
    sign: -1,
    moves: 'value',
    text: 'unchanged amounts, worth less at the new rate',
  },
} as const satisfies Record<BarKind, BarFacts>;

export const BAR_KINDS = Object.keys(BARS) as readonly BarKind[];
