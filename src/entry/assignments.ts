// Several fields of a deal at once: `amount=120k close="end of Q1" contacts+=jan@acme.example`.

import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import type { DealChange } from '../deal/change.ts';
import type { Deal } from '../deal/deal.ts';
import { intended } from '../deal/intent.ts';
import type { EntryContext } from './context.ts';
import { type Assignment, fieldChanges } from './fields.ts';
import type { Understood } from './understood.ts';

/**
 * What they change, each against the deal as those before it leave it; the currency first, since amounts are in it.
 * @throws Failure `usage` where one field is given two values; as fieldChanges does
 */
export function assignedChanges(
  deal: Deal,
  assignments: readonly Assignment[],
  understood: Understood,
  context: EntryContext,
): DealChange[] {
  const given = assignments.filter(({ sign }) => sign === '=').map(({ key }) => key);
  const twice = given.find((key, at) => given.indexOf(key) < at);
  if (twice !== undefined) {
    throw new Failure('usage', said('{twice} is given twice.', { twice }), {
      hint: 'Give the one that is meant.',
    });
  }
  const isCurrency = ({ key }: Assignment) => key === 'currency';
  const changes: DealChange[] = [];
  let aim = deal;
  for (const one of [
    ...assignments.filter(isCurrency),
    ...assignments.filter((other) => !isCurrency(other)),
  ]) {
    const made = fieldChanges(aim, one, understood, context);
    if (one.key === 'amount' && given.includes('currency') && made.some(setsCurrency)) {
      throw new Failure(
        'usage',
        said('"{value}" is in another currency than {currency}.', {
          value: one.value,
          currency: aim.currency || context.settings.currency,
        }),
        {
          hint: 'Say the currency once.',
        },
      );
    }
    aim = made.reduce(intended, aim);
    changes.push(...made);
  }
  return changes;
}

function setsCurrency(change: DealChange): boolean {
  return change.kind === 'set' && change.key === 'currency';
}
