// A deal without what is dated later than the start of a day, and without what it says of no day at all.

import type { Day } from '../base/day.ts';
import type { Activity, Deal, StageEntry } from '../deal/deal.ts';

/** The deal as far as its dates go back before that day. Its stage, amount and close date are left as they are. */
export function asDatedBefore(deal: Deal, day: Day): Deal {
  const before = (on: Day | undefined) => (on !== undefined && on < day ? on : undefined);
  return {
    ...deal,
    created: before(deal.created),
    recorded: before(deal.recorded),
    stages: deal.stages.filter(({ on }) => on < day).map((entry) => knownBy(entry, day)),
    activities: deal.activities.filter(({ on }) => on < day).map((activity) => knownBy(activity, day)),
    important: '',
    category: '',
    nextStep: undefined,
    checklist: [],
    waive: [],
    missing: undefined,
  };
}

/** When an entry was written down is no part of it while that lay ahead. */
function knownBy<Entry extends StageEntry | Activity>(entry: Entry, day: Day): Entry {
  const { logged, ...rest } = entry;
  return logged === undefined || logged < day ? entry : (rest as Entry);
}
