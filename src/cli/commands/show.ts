// pipeline show: all of one deal.

import { ExitStatus } from '../../base/exit-status.ts';
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
  options: [{ flags: '--as-of <date>', text: 'as the newest snapshot of that day or before has it' }],
  examples: [
    { command: 'pipeline show kormoran-shipyard-erp', text: 'by its id' },
    { command: 'pipeline show kormoran', text: 'by a piece of it' },
  ],
  formats: ['table', 'json', 'markdown'],

  async run(call) {
    const { findDeal } = await import('../../report/find-deal.ts');
    const { showView } = await import('../../report/show.ts');
    const { seenBy } = await import('../../report/seen.ts');
    const { findingsOf } = await import('../../freshness/findings.ts');
    const { pastOf } = await import('../../book/past.ts');
    const book = await call.book(call.day('as-of'));
    const found = findDeal(call.args[0] ?? '', book);
    const view = showView({
      book,
      found,
      findings: findingsOf(book),
      seen: seenBy(pastOf(found.row, book), found.row),
    });
    const { lookOf } = await import('../../page/look.ts');
    const { showPage } = await import('../../page/show.ts');
    await call.show({ view, page: () => showPage(view, lookOf(book)) });
    return view.problem === '' ? ExitStatus.done : ExitStatus.rejected;
  },
};
