// pipeline show: all of one deal.

import { showDeal } from '../show-deal.ts';
import type { Verb } from '../verb.ts';

export const show: Verb = {
  name: 'show',
  job: 'look',
  summary: 'all of one deal: stages, activities, what snapshots saw, what is wrong',
  description: [
    'The deal is found by its id, by an id that it had, or by a piece of id, name or account that no other deal has.',
    'Archived deals are found too.',
  ].join(' '),
  args: [{ name: '<deal>', text: 'an id, or a piece of id, name or account' }],
  options: [
    {
      flags: '--as-of <date>',
      text: 'as the newest snapshot of that day or before has it',
      completes: 'snapshot',
    },
  ],
  examples: [
    { command: 'pipeline show kormoran-shipyard-erp', text: 'by its id' },
    { command: 'pipeline show kormoran', text: 'by a piece of it' },
  ],
  formats: ['table', 'json', 'markdown'],

  async run(call) {
    const { findDeal } = await import('../../report/find-deal.ts');
    const asOf = call.day('as-of');
    const opened = await call.open(asOf === undefined ? {} : { asOf });
    return await showDeal(call, opened, findDeal(call.args[0] ?? '', opened.book));
  },
};
