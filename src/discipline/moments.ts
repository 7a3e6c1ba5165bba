// When the things in a deal were written down: what its own file says. Another answer is git's (backfill/first-commits.ts).

import type { Day } from '../base/day.ts';
import type { Deal } from '../deal/deal.ts';
import type { Message } from '../words/message.ts';

/** Why nobody can tell how late something was written down, as it is said of several. */
export const UNKNOWNS = {
  'not-logged': '{lines} without the day on which they were written',
  'dated-ahead': '{lines} said to be written after today',
  'not-committed': '{lines} in no commit yet',
  'before-git': '{lines} written before git had them',
  mirrored: '{lines} written in the CRM',
  undated: '{lines} of deals that do not say when they began',
} as const satisfies Record<string, Message>;
export type Unknown = keyof typeof UNKNOWNS;

/** The day on which something was written down, or why that is not known. */
export type Moment = { readonly day: Day } | { readonly unknown: Unknown };

export interface DealMoments {
  /** Of the deal itself: its first entry. */
  readonly entry: Moment;
  /** Of each stage and each activity, in the order of the file. */
  readonly stages: readonly Moment[];
  readonly activities: readonly Moment[];
}

export type MomentsOf = (deal: Deal) => DealMoments;

/** By `recorded` and `logged`. Without them nothing tells a line of the same day from one that was written late. */
export function loggedMoments(today: Day): MomentsOf {
  const moment = (day: Day | undefined): Moment => {
    if (day === undefined) return { unknown: 'not-logged' };
    return day > today ? { unknown: 'dated-ahead' } : { day };
  };
  return ({ recorded, stages, activities }) => ({
    entry: moment(recorded),
    stages: stages.map(({ logged }) => moment(logged)),
    activities: activities.map(({ logged }) => moment(logged)),
  });
}
