// pipeline archive show: all of one archived deal.

import { Failure } from '../../base/failure.ts';
import { asItIs, said } from '../../base/said.ts';
import { showDeal } from '../show-deal.ts';
import type { Verb } from '../verb.ts';

export const archiveShow: Verb = {
  name: 'archive show',
  job: 'clean up',
  summary: 'all of one archived deal',
  description:
    'Like `pipeline show`, which finds archived deals too where no other fits; here no other is looked at.',
  args: [{ name: '<deal>', text: 'an id, or a piece of id, name or account', completes: 'archived-deal' }],
  options: [
    {
      flags: '--as-of <date>',
      text: 'as the newest snapshot of that day or before has it',
      completes: 'snapshot',
    },
  ],
  examples: [{ command: 'pipeline archive show prosna-fittings-erp', text: 'by its id' }],
  formats: ['table', 'json', 'markdown'],

  async run(call) {
    const { findDeal } = await import('../../report/find-deal.ts');
    const asOf = call.day('as-of');
    const opened = await call.open(asOf === undefined ? {} : { asOf });
    const { state } = opened.book;
    const word = call.args[0] ?? '';
    if (state.deals.some(({ id }) => id === word)) {
      throw new Failure('no-such-deal', said('{word} is not in the archive.', { word }), {
        hint: asItIs(`pipeline show ${word}`),
      });
    }
    const { leftOut, problems } = opened.book;
    const found = findDeal(word, { leftOut, problems, state: { deals: [], archived: state.archived } });
    return await showDeal(call, opened, found);
  },
};
