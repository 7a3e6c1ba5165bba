// The deals that a list was asked for, by their outcomes, in words.

import type { ListView } from '../report/list.ts';
import type { Message } from '../words/message.ts';

interface Kind {
  /** With `deals`. */
  readonly counted: Message;
  /** Behind `No …`. */
  readonly none: Message;
  /** Further ones with `deals`. */
  readonly archived: Message;
}

const ALL: Kind = {
  counted: '{deals, plural, one {# deal} other {# deals}}',
  none: 'deals',
  archived: '{deals, plural, other {#}} more in the archive',
};

const KINDS: Readonly<Record<string, Kind>> = {
  open: {
    counted: '{deals, plural, one {# open deal} other {# open deals}}',
    none: 'open deals',
    archived: '{deals, plural, other {#}} more open in the archive',
  },
  won: {
    counted: '{deals, plural, one {# won deal} other {# won deals}}',
    none: 'won deals',
    archived: '{deals, plural, other {#}} more won in the archive',
  },
  lost: {
    counted: '{deals, plural, one {# lost deal} other {# lost deals}}',
    none: 'lost deals',
    archived: '{deals, plural, other {#}} more lost in the archive',
  },
  'open,won': {
    counted: '{deals, plural, one {# open and won deal} other {# open and won deals}}',
    none: 'open and won deals',
    archived: '{deals, plural, other {#}} more open and won in the archive',
  },
  'open,lost': {
    counted: '{deals, plural, one {# open and lost deal} other {# open and lost deals}}',
    none: 'open and lost deals',
    archived: '{deals, plural, other {#}} more open and lost in the archive',
  },
  'won,lost': {
    counted: '{deals, plural, one {# closed deal} other {# closed deals}}',
    none: 'closed deals',
    archived: '{deals, plural, other {#}} more closed in the archive',
  },
};

/** Of all three outcomes: just deals. */
export function kindsOf({ outcomes }: Pick<ListView, 'outcomes'>): Kind {
  return KINDS[outcomes.join()] ?? ALL;
}
