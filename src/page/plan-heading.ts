// The first line of a plan: the period, whose it is, and how long it still runs.

import type { PlanView } from '../report/plan.ts';
import type { Look } from './look.ts';
import type { Cell } from './page.ts';
import { type Said, say } from './say.ts';

/** As of a day of the past, what is left is left after that day. */
export function planHeading(view: PlanView, look: Look): (string | Cell)[] {
  const { period, owner, as_of } = view;
  return [
    say('Plan {period}', { period }),
    owner === null ? '' : ` · ${look.ownerLabel(owner)}`,
    ' · ',
    left(view),
    ...(as_of === null ? [] : [' · ', say('as of {day}', { day: { kind: 'day', day: as_of } })]),
  ];
}

function left({ days_left: days, to, today, as_of }: PlanView): Said {
  if (today > to) return say('over');
  if (days === 0) return as_of === null ? say('ends today') : say('ends that day');
  return as_of === null
    ? say('{days, plural, one {# day} other {# days}} left after today', { days })
    : say('{days, plural, one {# day} other {# days}} left after that day', { days });
}
