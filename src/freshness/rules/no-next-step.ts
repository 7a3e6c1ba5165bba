// Rule no-next-step: nobody has agreed what happens next with an open deal.

import { said } from '../../base/said.ts';
import type { DealRow } from '../../snapshot/row.ts';
import { fieldCommand, hintFor } from '../mend-commands.ts';
import { keyPlace } from '../place.ts';
import type { DealRule, Evidence } from '../rule.ts';

export const noNextStep: DealRule<'no-next-step'> = {
  id: 'no-next-step',
  title: 'No next step',
  severity: 'warning',
  what: 'An open deal has no next step.',
  why: 'A deal without an agreed next step waits for the customer, and waiting deals go stale.',
  fix: 'Agree on one with the customer: what is done, and by when.',
  over: 'open deals',
  evidence: nextStepEvidence(),
  check(row, context) {
    if (hasNextStep(row)) return [];
    const place = keyPlace('next_step', context);
    return [
      {
        place,
        message: 'No next step is agreed.',
        hint: hintFor(row, { ...place, line: undefined }, context.book, {
          ours: said('Agree on one: {command}', { command: fieldCommand(row.id, 'next_step') }),
          elsewhere: (where) => said('Add a next step with its day {where}.', { where }),
        }),
      },
    ];
  },
};

/** What both rules on next steps need from a source. */
export function nextStepEvidence(): Evidence {
  return { among: 'open deals', has: hasNextStep, missing: 'no next steps' };
}

/** What is to be done, or by when: one of the two is enough. */
export function hasNextStep(row: DealRow): boolean {
  return row.nextStep !== '' || row.nextStepBy !== undefined;
}
