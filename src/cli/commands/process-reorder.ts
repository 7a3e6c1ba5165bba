// pipeline process reorder: a stage comes earlier or later.

import { changeProcess, DRY_RUN, PLACE, placeOf } from '../process-change.ts';
import type { Verb } from '../verb.ts';

export const processReorder: Verb = {
  name: 'process reorder',
  job: 'document',
  summary: 'put a stage elsewhere in the order; no deal moves',
  description: [
    'The deals stay in their stages: one whose stage ranks higher now has not advanced, in no diff.',
    'The stage goes with its settings, and with the comments at its lines.',
  ].join(' '),
  args: [{ name: '<stage>', text: 'its id, or its label' }],
  options: [...PLACE, DRY_RUN],
  examples: [
    { command: 'pipeline process reorder proposal --before qualified --dry-run', text: 'what would change' },
    { command: 'pipeline process reorder proposal --after negotiation', text: 'the last step' },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const { reorderAsked } = await import('../../process-change/asked.ts');
    const [stage = ''] = call.args;
    return await changeProcess(call, (settings) => reorderAsked(stage, placeOf(call), settings));
  },
};
