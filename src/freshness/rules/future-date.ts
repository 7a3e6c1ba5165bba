// Rule future-date: something that has happened is dated after today.

import type { Day } from '../../base/day.ts';
import { dayValue, type Said, type SaidValue, said } from '../../base/said.ts';
import { type Deal, outcomeOf } from '../../deal/deal.ts';
import { fieldCommand, isMendedHere } from '../mend-commands.ts';
import { keyPlace, linePlace, placeText, whereToFix } from '../place.ts';
import type { DealContext, DealRule, Hit, Place } from '../rule.ts';

export const futureDate: DealRule<'future-date'> = {
  id: 'future-date',
  title: 'Date in the future',
  severity: 'error',
  what: 'A deal was created or recorded, entered a stage, had an activity or agreed on a next step after today, or is closed with a date after today.',
  why: 'A year mistyped makes a deal look alive for a year.',
  fix: 'Correct the day; what is only planned is a next step.',
  over: 'deals',
  notInSnapshots: 'a snapshot does not keep activities after its day',
  check(row, context) {
    const { book, written } = context;
    if (written?.latest === undefined || written.latest <= book.today) return []; // without a look at the file
    const { deal } = context;
    if (deal === undefined) return [];
    return datesOf(deal, context)
      .filter(({ on }) => on > book.today)
      .map(
        ({ what, place, isOurs, field }): Hit => ({
          place,
          message: said('{what}, after today ({today}).', { what, today: dayValue(book.today) }),
          hint:
            field !== undefined && isMendedHere(row, book)
              ? said('Correct the day: {command}; what is only planned is a next step.', {
                  command: fieldCommand(row.id, field),
                })
              : said('Correct the day {where}; what is only planned is a next step.', {
                  where: isOurs ? placeText(place) : whereToFix(place, row, book),
                }),
        }),
      );
  },
};

interface Dated {
  readonly what: Said;
  readonly on: Day;
  readonly place: Place;
  /** Written here, also where the deal mirrors a CRM. */
  readonly isOurs: boolean;
  /** Where one command sets it. */
  readonly field?: 'created' | 'close';
}

/** Every day in the deal's file that must be over, as the file has them from top to bottom. */
function datesOf(deal: Deal, context: DealContext): Dated[] {
  const single = (
    what: (on: SaidValue) => Said,
    on: Day | undefined,
    key: 'created' | 'recorded' | 'close' | 'next_step',
  ) =>
    on === undefined
      ? []
      : [
          {
            ...{ what: what(dayValue(on)), on, place: keyPlace(key, context), isOurs: key === 'recorded' },
            ...(key === 'created' || key === 'close' ? { field: key } : {}),
          },
        ];
  const closed = outcomeOf(deal.stage) !== 'open';
  return [
    ...single((on) => said('Created on {on}', { on }), deal.created, 'created'),
    ...single((on) => said('Recorded on {on}', { on }), deal.recorded, 'recorded'),
    ...single(
      (on) => said('Closed as {stage} on {on}', { stage: deal.stage, on }),
      closed ? deal.close : undefined,
      'close',
    ),
    ...single((on) => said('Next step agreed on {on}', { on }), deal.nextStep?.agreed, 'next_step'),
    ...deal.stages.map(({ stage, on, line }) => ({
      what: said('Stage {stage} entered on {on}', { stage, on: dayValue(on) }),
      on,
      place: linePlace(line, 'stages', context),
      isOurs: false,
    })),
    ...deal.activities.map(({ type, on, line }) => ({
      what: said('Activity "{type}" on {on}', { type, on: dayValue(on) }),
      on,
      place: linePlace(line, 'activities', context),
      isOurs: false,
    })),
  ];
}
