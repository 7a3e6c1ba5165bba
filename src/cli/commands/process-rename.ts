// pipeline process rename: a stage gets another id, another label, or both.

import { changeProcess, DRY_RUN } from '../process-change.ts';
import type { Verb } from '../verb.ts';

export const processRename: Verb = {
  name: 'process rename',
  job: 'document',
  summary: 'give a stage another id or label; its deals follow and have not moved',
  description: [
    'The old id stays as a former one (`was`), so that snapshots and records of stages that have it are read as this stage.',
    'A label that was made from the id goes with it. Another label alone is no new version.',
  ].join(' '),
  args: [
    { name: '<stage>', text: 'its id, or its label' },
    { name: '[new]', text: 'the id that it gets' },
  ],
  options: [{ flags: '--label <text>', text: 'what people read' }, DRY_RUN],
  examples: [
    { command: 'pipeline process rename qualified vetted --dry-run', text: 'what would change' },
    { command: 'pipeline process rename proposal --label Offer', text: 'another name for people alone' },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const { renameAsked } = await import('../../process-change/asked.ts');
    const [stage = '', to] = call.args;
    return await changeProcess(call, (settings) =>
      renameAsked(stage, { to, label: call.text('label') }, settings),
    );
  },
};
