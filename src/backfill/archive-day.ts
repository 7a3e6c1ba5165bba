// When an archived deal left the deals: its folder says the quarter, and within it nobody knows the day.

import type { Day } from '../base/day.ts';
import { parsePeriod } from '../base/period.ts';
import { type Deal, outcomeOf } from '../deal/deal.ts';

/**
 * Whether it had left by the start of that day: the quarter of the folder (`2026-Q3`) was over. Where the folder is
 * called otherwise, it had once it was closed.
 * @param then the deal as it was then
 */
export function hasLeft(
  folder: string,
  fiscalYearStarts: number,
  day: Day,
  then: Pick<Deal, 'stage'>,
): boolean {
  if (!/^\d{4}-Q[1-4]$/.test(folder)) return outcomeOf(then.stage) !== 'open';
  return parsePeriod(folder, { today: day, fiscalYearStarts }).to < day;
}

/** Past deals as they lay then: in the archive those that had left. @param folders of those that are there now, by id */
export function sorted(
  then: readonly Deal[],
  folders: ReadonlyMap<string, string>,
  hasGone: (folder: string, deal: Deal) => boolean,
): { deals: Deal[]; archived: { deal: Deal; folder: string }[] } {
  const deals: Deal[] = [];
  const archived: { deal: Deal; folder: string }[] = [];
  for (const deal of then) {
    const folder = folders.get(deal.id);
    if (folder !== undefined && hasGone(folder, deal)) archived.push({ deal, folder });
    else deals.push(deal);
  }
  return { deals, archived };
}
