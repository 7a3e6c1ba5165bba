// pipeline git: what git is told about deals in this clone.

import { showSetup } from '../git-setup.ts';
import type { Verb } from '../verb.ts';

export const git: Verb = {
  name: 'git',
  job: 'begin',
  summary: 'whether git merges deals field by field here, and checks them before a commit',
  examples: [{ command: 'pipeline git', text: 'what is set up in this clone' }],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const { gitSetup } = await import('../../workspace/git-setup.ts');
    const setup = gitSetup(call.root(), call.io.env);
    return showSetup(call, setup, { action: 'look', dryRun: false, kinds: [] });
  },
};
