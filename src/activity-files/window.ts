// Which days are taken: none that is to come, and none before --since.

import type { Day } from '../base/day.ts';
import type { WhyLeftOut } from '../entry/happened.ts';

export interface Window {
  readonly today: Day;
  readonly since: Day | undefined;
  /** Epoch milliseconds by the clock; undefined where a person said what today is: then days alone tell. */
  readonly now: number | undefined;
}

/** Why a day is left out. @param begins the moment, where the file tells one */
export function outside(
  on: Day,
  { today, since, now }: Window,
  begins?: number | undefined,
): WhyLeftOut | undefined {
  if (on > today || (on === today && begins !== undefined && now !== undefined && begins > now))
    return 'future';
  return since !== undefined && on < since ? 'before-since' : undefined;
}
