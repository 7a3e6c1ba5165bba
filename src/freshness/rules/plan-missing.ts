// Rule plan-missing: nothing says what is to be won in the period that it is now, or nobody looked at it for too long.

import { isIn, parsePeriod, periodAround } from '../../base/period.ts';
import { dayValue, said } from '../../base/said.ts';
import { firstDay } from '../first-day.ts';
import { lateBy } from '../late-by.ts';
import type { BookRule, Hit, Looked } from '../rule.ts';

export const planMissing: BookRule<'plan-missing'> = {
  id: 'plan-missing',
  title: 'No plan for today, or its review is overdue',
  severity: 'warning',
  what: 'No target under plan.targets in pipeline.yaml is in force for a period that contains today; one for a part of the deals counts too. Or there is one, and the last plan review (pipeline agenda done plan) is longer ago than rhythm.plan allows; before the first one: that long ago, deals were already written down here (documented_since, else the first `recorded`). As of a day: none of the targets that the snapshot keeps.',
  why: 'Without a target nothing says whether the open deals are enough, and a target that nobody looks at says it to nobody.',
  fix: 'Add the target of this period to pipeline.yaml; where it is not agreed yet, agree on it. Hold the plan review, and write down that it was held.',
  over: 'book',
  check(book) {
    const { state, settings, today } = book;
    const { fiscalYearStarts } = settings;
    const periods = state.targets.map(({ period }) => period);
    if (periods.some((period) => isIn(parsePeriod(period, { today, fiscalYearStarts }), today)))
      return reviewOf(book);
    const quarter = periodAround(today, 'quarter', fiscalYearStarts).name;
    const there = [...new Set(periods)].slice(-3).join(', ');
    return [
      {
        place: { file: 'pipeline.yaml', line: undefined, column: undefined },
        message:
          there === ''
            ? 'There is no plan target.'
            : said('No plan target covers {today}: they are of {periods}.', {
                today: dayValue(today),
                periods: there,
              }),
        hint: said('Add one to pipeline.yaml under plan: targets: {example}', {
          example: `- {period: ${quarter}, target: "…"}`,
        }),
      },
    ];
  },
};

/** A snapshot keeps the targets, and not who looked at them. */
function reviewOf(book: Looked): readonly Hit[] {
  const newest = book.newestHeld?.('plan');
  if (book.past || newest === 'unsure') return [];
  const since = newest?.day ?? firstDay(book);
  const late = since && lateBy(book.settings.rhythm.plan, since, book.today);
  if (late === undefined) return [];
  const message =
    newest === undefined
      ? said(
          'No plan review is on record. The first one was due on {due}, {days, plural, one {{days} day} other {{days} days}} ago (rhythm: {rhythm}).',
          late.values,
        )
      : said(
          'The newest plan review is of {on}. The next one was due on {due}, {days, plural, one {{days} day} other {{days} days}} ago (rhythm: {rhythm}).',
          { ...late.values, on: dayValue(newest.day) },
        );
  return [
    {
      about: 'review',
      place: { file: newest?.file ?? 'pipeline.yaml', line: undefined, column: undefined },
      message,
      hint: 'Hold it, and write that down: pipeline agenda done plan',
      days: late.days,
    },
  ];
}
