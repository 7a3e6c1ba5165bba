// pipeline next: what is done next with a deal, and by when.

import { changeDeals } from '../change-deals.ts';
import type { Verb } from '../verb.ts';
import { chosenBy, MANY } from '../which-deals.ts';

export const next: Verb = {
  name: 'next',
  job: 'document',
  summary: 'agree on the next step, and by when',
  description:
    'Takes the place of the one that is there. Another text counts as agreed today; the same one with another day does not.',
  args: [
    { name: '[id]', text: 'the deal' },
    { name: '[text]', text: 'what is to be done' },
  ],
  options: [{ flags: '--by <day>', text: 'by when: fri, +2w, 15.01, end of Q1' }, ...MANY],
  examples: [
    { command: 'pipeline next baltic-foods-mes "send the revised offer" --by fri', text: 'by Friday' },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const { nextStepChange } = await import('../../entry/next-step.ts');
    const { chosen, words } = chosenBy(call, ['TEXT']);
    const [what = ''] = words;
    const by = call.text('by');
    return changeDeals(call, {
      chosen,
      changes: (deal, entering) => [
        nextStepChange(
          deal,
          { what, by: by === undefined ? undefined : entering.understood.day(by, 'future') },
          entering,
        ),
      ],
    });
  },
};
