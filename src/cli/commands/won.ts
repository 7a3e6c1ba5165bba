// pipeline won: a deal ends as won.

import { said } from '../../base/said.ts';
import { changeDeals } from '../change-deals.ts';
import { EXCEPTION_OPTIONS, exceptionOf } from '../exception.ts';
import type { Verb } from '../verb.ts';
import { chosenBy, MANY } from '../which-deals.ts';

export const won: Verb = {
  name: 'won',
  job: 'document',
  summary: 'close a deal as won',
  description:
    'Its close date is then the day on which it was won. What the process asks of a deal that leaves its stage is asked here too.',
  args: [{ name: '[id]', text: 'the deal' }],
  options: [
    { flags: '--amount <amount>', text: 'for how much: 120k, 1.2m, 95 000 EUR' },
    { flags: '--on <day>', text: 'when (default: today)' },
    ...EXCEPTION_OPTIONS,
    ...MANY,
  ],
  examples: [{ command: 'pipeline won baltic-foods-mes --amount 135k --on yesterday', text: 'for 135,000' }],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const { wonChanges } = await import('../../entry/stage-move.ts');
    const { amountChanges } = await import('../../entry/fields.ts');
    const { SAYS } = await import('../../freshness/said.ts');
    const { chosen } = chosenBy(call, []);
    const exception = exceptionOf(call);
    const given = call.text('amount');
    return changeDeals(call, {
      chosen,
      changes(deal, entering) {
        const { understood, today } = entering;
        const on = understood.day(call.text('on') ?? today, 'past');
        const amount = given === undefined ? [] : amountChanges(deal, given, understood, entering);
        return wonChanges(deal, { on, met: [], exception, amount }, entering);
      },
      remarks: (deals) =>
        deals
          .filter((deal) => !SAYS.amount(deal))
          .map(({ id }) =>
            said('{id} was won for nothing that is written down: pipeline set {id} amount=…', { id }),
          ),
    });
  },
};
