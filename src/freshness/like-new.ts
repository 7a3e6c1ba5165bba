// Whether a deal that is about to be written looks like one that is there.

import type { Deal } from '../deal/deal.ts';
import type { DealRow } from '../snapshot/row.ts';
import { accountKey } from './alike-names.ts';
import { duplicatesAmong } from './duplicates.ts';
import { isOpen } from './open-deals.ts';

/** The ids of the open deals of the same account that a new deal looks like, the likeliest first. */
export function likeNew(deal: Deal, rows: readonly DealRow[]): string[] {
  const { key } = accountKey(deal.account);
  if (key === '') return [];
  const others = rows.filter((row) => isOpen(row) && accountKey(row.account).key === key);
  const own = { ...deal, value: undefined, activities: [], source: '' };
  const pairs = duplicatesAmong([...others, own]);
  return pairs.flatMap(({ a, b }) => (a === own.id ? [b] : b === own.id ? [a] : []));
}
