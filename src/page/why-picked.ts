// Why a review picked a deal, in a word.

import type { ReviewedDeal } from '../report/review-deal.ts';
import type { Cell } from './page.ts';
import { say } from './say.ts';

/** @param rank its place among those picked for that */
export function whyPicked(why: ReviewedDeal['why'], rank: number): Cell {
  return why === 'largest' ? say('largest {rank}', { rank }) : say(why);
}
