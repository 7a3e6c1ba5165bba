// pipeline process add: a new stage.

import { changeProcess, DRY_RUN, PLACE, placeOf } from '../process-change.ts';
import type { Verb } from '../verb.ts';

export const processAdd: Verb = {
  name: 'process add',
  job: 'document',
  summary: 'add a stage to the process',
  description: [
    'Behind the last one where no place is given. No deal moves. What a stage asks for (requires, exit, max_days, probability)',
    'is written into pipeline.yaml by hand.',
  ].join(' '),
  args: [{ name: '<id>', text: 'small letters, digits and hyphens' }],
  options: [
    ...PLACE,
    { flags: '--label <text>', text: 'what people read; made from the id where left out' },
    DRY_RUN,
  ],
  examples: [
    {
      command: 'pipeline process add legal --after negotiation --label "Legal review"',
      text: 'the last step',
    },
    { command: 'pipeline process add contact --first --dry-run', text: 'what would change' },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const { addAsked } = await import('../../process-change/asked.ts');
    const [id = ''] = call.args;
    return await changeProcess(call, (settings) => addAsked(id, call.text('label'), placeOf(call), settings));
  },
};
