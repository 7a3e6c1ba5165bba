// For how many deals `stale` was judged, where it was not for all: the others count as fresh in the index, and nobody knows.

import type { FreshnessFields } from '../report/freshness.ts';
import { count, type Said, say } from './say.ts';

/** Whether the index stands, and signs of life are known of some of its deals only. */
export function isPartlyJudged({ by_count, not_evaluated }: FreshnessFields): boolean {
  return by_count !== null && not_evaluated.some(({ rule }) => rule === 'stale');
}

/** `stale judged for 120 of 300 open deals`; none where it was for all, or where there is no index. */
export function partlyJudged(freshness: FreshnessFields): Said[] {
  if (!isPartlyJudged(freshness)) return [];
  const { stale_judged, open } = freshness;
  const values = { judged: count(stale_judged.count), open: count(open.count) };
  return [say('stale judged for {judged} of {open} open deals', values, 'warn')];
}
