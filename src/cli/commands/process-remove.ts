// pipeline process remove: a stage goes, and its open deals go to another one.

import { changeProcess, DRY_RUN } from '../process-change.ts';
import type { Verb } from '../verb.ts';

export const processRemove: Verb = {
  name: 'process remove',
  job: 'document',
  summary: 'take a stage out of the process; its open deals go to another one',
  description: [
    'Where open deals, plan targets or values of an export would be left without a stage, it takes --to. A diff calls such a',
    'deal restaged: neither advanced nor gone back. Closed deals and records of stages keep the old id.',
  ].join(' '),
  args: [{ name: '<stage>', text: 'its id, or its label' }],
  options: [{ flags: '--to <stage>', text: 'the stage that takes over what is in it' }, DRY_RUN],
  examples: [
    { command: 'pipeline process remove qualified --to proposal --dry-run', text: 'what would change' },
    { command: 'pipeline process remove negotiation --to proposal', text: 'one step fewer' },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const { removeAsked } = await import('../../process-change/asked.ts');
    const [stage = ''] = call.args;
    return await changeProcess(call, (settings) => removeAsked(stage, call.text('to'), settings));
  },
};
