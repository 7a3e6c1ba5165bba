// pipeline move: a deal enters another stage.

import { changeDeals } from '../change-deals.ts';
import { EXCEPTION_OPTIONS, exceptionOf } from '../exception.ts';
import type { Verb } from '../verb.ts';
import { chosenBy, MANY } from '../which-deals.ts';

export const move: Verb = {
  name: 'move',
  job: 'document',
  summary: 'move a deal to another stage',
  description: [
    'What the process asks is asked here: fields that the stage requires, criteria and activities of the one that it',
    'leaves, stages that may not be jumped over. What is missing is listed with the commands that mend it.',
    '--force --why goes on all the same and writes the reason into the deal, for its next review.',
  ].join(' '),
  args: [
    { name: '[id]', text: 'the deal' },
    { name: '[stage]', text: 'the stage, by id or label', completes: 'open-stage' },
  ],
  options: [
    { flags: '--on <day>', text: 'when it entered the stage (default: today)' },
    { flags: '--met <criteria>', text: 'exit criteria that are met; several with commas', list: true },
    ...EXCEPTION_OPTIONS,
    ...MANY,
  ],
  examples: [
    { command: 'pipeline move baltic-foods-mes negotiation', text: 'a stage further' },
    { command: 'pipeline move baltic-foods-mes qualified --on yesterday', text: 'or back' },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const { moveChanges, stageNamed } = await import('../../entry/stage-move.ts');
    const { expectCriterion } = await import('../../entry/fields.ts');
    const { chosen, words } = chosenBy(call, ['STAGE']);
    const [stage = ''] = words;
    const exception = exceptionOf(call);
    return changeDeals(call, {
      chosen,
      changes(deal, entering) {
        const met = call.list('met');
        for (const criterion of met) expectCriterion(criterion, entering);
        const on = entering.understood.day(call.text('on') ?? entering.today, 'past');
        return moveChanges(deal, stageNamed(stage, entering), { on, met, exception }, entering);
      },
    });
  },
};
