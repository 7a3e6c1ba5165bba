// pipeline owner: a deal goes to another owner.

import { changeDeals } from '../change-deals.ts';
import type { Verb } from '../verb.ts';
import { chosenBy, MANY } from '../which-deals.ts';

export const owner: Verb = {
  name: 'owner',
  job: 'document',
  summary: 'hand a deal over to another owner',
  args: [
    { name: '[id]', text: 'the deal' },
    { name: '[owner]', text: 'who has it from now on: id, name or address in the team' },
  ],
  options: [...MANY],
  examples: [
    { command: 'pipeline owner baltic-foods-mes anna', text: 'one' },
    { command: "pipeline owner --where 'owner=piotr' anna --dry-run", text: 'all that somebody has open' },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const { ownerCalled } = await import('../../entry/owner.ts');
    const { chosen, words } = chosenBy(call, ['OWNER']);
    const [name = ''] = words;
    return changeDeals(call, {
      chosen,
      changes: (_, entering) => [{ kind: 'set', key: 'owner', value: ownerCalled(name, entering) }],
    });
  },
};
