// Rule late-log: what happened with the customer was written down much later.

import { daysBetween } from '../../base/day.ts';
import { dayValue, said } from '../../base/said.ts';
import type { Activity } from '../../deal/deal.ts';
import { isWithCustomer } from '../../deal/own-activities.ts';
import { lateAfter } from '../../snapshot/take-row.ts';
import { isDocumented } from '../documented.ts';
import { linePlace } from '../place.ts';
import type { DealRule } from '../rule.ts';
import { numberInForce } from '../severity.ts';

export const lateLog: DealRule<'late-log'> = {
  id: 'late-log',
  title: 'Activity written down late',
  severity: 'info',
  what: 'An open deal has an activity that was written down (`logged`) more than `after` days (2) after it happened. One without `logged` is not judged, nor is what happened before documented_since.',
  why: 'Until it is written down, everybody decides on what was true before it, and memory fills the rest.',
  fix: 'Nothing in this deal: write down what happened on the same day.',
  over: 'open deals',
  notInSnapshots: 'a snapshot counts late activities and does not keep their days',
  check(row, context) {
    const { settings } = context.book;
    const after = numberInForce('late-log', 'after', row, settings);
    // The row counts by the rule's own limit: most deals are told without a look at the file.
    if (row.lateLogs === 0 && after >= lateAfter(settings)) return [];
    const late = (context.deal?.activities ?? [])
      .filter((activity) => isWithCustomer(activity) && isDocumented(activity.on, settings))
      .map((activity) => ({ activity, days: lag(activity) }))
      .filter(({ days }) => days > after);
    const worst = late.toSorted((a, b) => b.days - a.days)[0];
    if (worst === undefined) return [];
    const { activity, days } = worst;
    const values = {
      ...{ type: activity.type, days, limit: after },
      ...{
        on: dayValue(activity.on),
        logged: activity.logged === undefined ? '' : dayValue(activity.logged),
      },
    };
    return [
      {
        place: linePlace(activity.line, 'activities', context),
        message:
          late.length === 1
            ? said(
                'The {type} of {on} was written down on {logged}, {days, plural, one {{days} day} other {{days} days}} later (limit {limit}).',
                values,
              )
            : said(
                '{count} activities were written down late. The worst: the {type} of {on} was written down on {logged}, {days, plural, one {{days} day} other {{days} days}} later (limit {limit}).',
                { ...values, count: late.length },
              ),
        hint: 'Write the next one down on its day.',
        days,
      },
    ];
  },
};

/** Days until it was written down; 0 where that day is unknown. */
function lag({ on, logged }: Activity): number {
  return logged === undefined ? 0 : daysBetween(on, logged);
}
