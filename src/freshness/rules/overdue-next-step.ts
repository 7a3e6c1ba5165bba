// Rule overdue-next-step: what was agreed to happen with an open deal should have happened by now.

import { daysBetween } from '../../base/day.ts';
import { dayValue, said } from '../../base/said.ts';
import { hintFor } from '../mend-commands.ts';
import { keyPlace } from '../place.ts';
import type { DealRule } from '../rule.ts';
import { nextStepEvidence } from './no-next-step.ts';

export const overdueNextStep: DealRule<'overdue-next-step'> = {
  id: 'overdue-next-step',
  title: 'Next step is overdue',
  severity: 'warning',
  what: 'An open deal has a next step dated before today.',
  why: 'Either it was done and not written down, or a promise to the customer is broken.',
  fix: 'Write down what happened, and agree on the step after it.',
  over: 'open deals',
  evidence: nextStepEvidence(),
  check(row, context) {
    const { today } = context.book;
    if (row.nextStepBy === undefined || row.nextStepBy >= today) return [];
    const days = daysBetween(row.nextStepBy, today);
    const place = keyPlace('next_step', context);
    const due = { due: dayValue(row.nextStepBy), days };
    return [
      {
        place,
        message:
          row.nextStep === ''
            ? said(
                'The next step was due on {due}, {days, plural, one {{days} day} other {{days} days}} ago.',
                due,
              )
            : said(
                'Next step "{step}" was due on {due}, {days, plural, one {{days} day} other {{days} days}} ago.',
                { ...due, step: row.nextStep },
              ),
        hint: hintFor(row, place, context.book, {
          ours: said('It is done: {command} (or not: next)', {
            command: `pipeline done ${row.id} --next "…" --by fri`,
          }),
          elsewhere: (where) => said('Log what happened and agree on the next step {where}.', { where }),
        }),
        days,
      },
    ];
  },
};
