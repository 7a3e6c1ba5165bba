// Two people's edits of one deal → one file: by key, by key under `custom`, by item of a list.

import { DEAL_KEYS } from '../deal/deal.ts';
import { isDealKey } from '../deal/read-keys.ts';
import type { Items } from './collection.ts';
import { identified, LISTS } from './items.ts';
import { type Kind, type Merged, mergedText } from './merge-text.ts';
import type { Part, PartReading } from './parts.ts';
import { amountSaying, dayOf, sayingOf } from './saying.ts';
import { each, type Three } from './three.ts';

/**
 * The text that both sides' edits come to; undefined where it can't be told apart into keys and items.
 * @param three the base is '' where both sides made the file
 * @param markerSize signs of a conflict marker
 */
export function mergedDeal(three: Three<string>, markerSize?: number): Merged | undefined {
  return mergedText(three, DEAL_KIND, markerSize);
}

/** An amount says nothing without its currency: where a side changed the one and a side the other, both are doubtful. */
function contestedIn(parts: Three<readonly Part[]>): ReadonlySet<string> {
  const { base, ours, theirs } = each(parts, (of) => new Map(of.map(({ id, says }) => [id, says])));
  const changes = (side: ReadonlyMap<string, string>, key: string) => side.get(key) !== base.get(key);
  const isMixed =
    (changes(ours, 'currency') && changes(theirs, 'amount')) ||
    (changes(theirs, 'currency') && changes(ours, 'amount'));
  return new Set(isMixed ? ['amount', 'currency'] : []);
}

/** The keys of a deal. */
const DEAL: PartReading = {
  saysOf: (key, node) => {
    if (key === 'amount') return amountSaying(node);
    return sayingOf(node, isDealKey(key) && key !== 'custom' ? 'text' : 'data');
  },
  rankOf: (key) => {
    const place = (DEAL_KEYS as readonly string[]).indexOf(key);
    return `${String(place < 0 ? DEAL_KEYS.length : place).padStart(2, '0')} ${key}`;
  },
};

const CUSTOM: Items = {
  reading: { saysOf: (_, node) => sayingOf(node, 'data'), rankOf: (id) => id },
};

/** The items of a list of a deal. */
const ITEM: PartReading = { saysOf: (_, node) => sayingOf(node, 'text'), rankOf: (_, node) => dayOf(node) };

const DEAL_KIND: Kind = {
  keys: DEAL,
  itemsOf(key) {
    if (key === 'custom') return CUSTOM;
    if (!Object.hasOwn(LISTS, key)) return undefined;
    return { reading: ITEM, identified: (parts) => identified(parts, key) };
  },
  contestedIn,
};
