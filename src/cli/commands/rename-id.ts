// pipeline rename-id: a deal gets another id, which is the name of its file.

import { ExitStatus } from '../../base/exit-status.ts';
import { Failure } from '../../base/failure.ts';
import { said } from '../../base/said.ts';
import { showChange, UNDO } from '../change-deals.ts';
import type { Verb } from '../verb.ts';
import { askWhichOne, chosenDeals } from '../which-deals.ts';

export const renameId: Verb = {
  name: 'rename-id',
  job: 'document',
  summary: 'give a deal another id',
  description:
    'Its file gets the new name and keeps the old one as `was`, beside those that it had before, so that past snapshots still know it.',
  args: [
    { name: '<id>', text: 'the deal' },
    { name: '<new>', text: 'its new id: small letters, digits and hyphens' },
  ],
  options: [{ flags: '--dry-run', text: 'say what would change, and write nothing' }],
  examples: [{ command: 'pipeline rename-id baltic-foods-mes baltic-mes-one-plant', text: 'a better one' }],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const [word = '', id = ''] = call.args;
    const meant = await askWhichOne(call, word);
    return call.locked(async (today) => {
      const { renamedFile, isRefused, dealAfter } = await import('../../workspace/deal-changes.ts');
      const { takenIds } = await import('../../book/taken-ids.ts');
      const { expectFreeId } = await import('../../entry/new-id.ts');
      const opened = await call.open({ today: () => today });
      const [deal] = await chosenDeals(call, { word: meant }, opened);
      if (deal === undefined) throw new Error('one deal was chosen');
      expectFreeId(id, takenIds(opened), deal);
      const context = { root: opened.book.root, currency: opened.book.settings.currency };
      const renamed = renamedFile(deal, id, context);
      if (isRefused(renamed))
        throw new Failure(
          'usage',
          said("{id} can't be renamed: {reason}.", { id: deal.id, reason: renamed.reason }),
        );
      const dryRun = call.flag('dry-run');
      if (!dryRun) await call.write(renamed.files, { signal: call.io.signal });
      await showChange(call, opened, {
        ...{ on: today, dryRun, readings: [], unchanged: [] },
        remarks: [],
        changed: [{ before: deal, after: dealAfter(renamed, context.currency) }],
        next: UNDO,
      });
      return ExitStatus.done;
    });
  },
};
