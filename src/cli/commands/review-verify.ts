// pipeline review verify: whether the deals of a sheet are those that were drawn.

import { ExitStatus } from '../../base/exit-status.ts';
import type { Verb } from '../verb.ts';

export const reviewVerify: Verb = {
  name: 'review verify',
  job: 'review and talk',
  summary: 'draw the deals of a sheet again: proof that the random ones were random',
  description: [
    'Draws again from the snapshot that the sheet names, by its seed, without the deals of the sheets dated before, and holds picks,',
    'ranks, chances and figures against what the sheet says. Exit status 1: something does not match, the snapshot was changed or is',
    'gone, or a section is missing. A seed that was given by hand is said. Exit status 3: how the deals were drawn can no more be read.',
  ].join(' '),
  args: [{ name: '<file...>', text: 'sheets: reviews/2026-11-23.md, or 2026-11-23' }],
  examples: [
    { command: 'pipeline review --sheet', text: 'first write one' },
    { command: 'pipeline review verify reviews/2026-11-23.md', text: 'then anybody can check it' },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const { verifySheets } = await import('../review-verify.ts');
    const { reviewVerifyPage, reviewVerifyRecords } = await import('../../page/review-verify.ts');
    const view = await verifySheets(call);
    await call.show({
      view,
      page: () => reviewVerifyPage(view),
      records: () => reviewVerifyRecords(view),
    });
    if (view.sheets.some(({ readable }) => !readable)) return ExitStatus.rejected;
    return view.sheets.every(({ matches }) => matches) ? ExitStatus.done : ExitStatus.findings;
  },
};
