// pipeline archive list: the archived deals.

import { ExitStatus } from '../../base/exit-status.ts';
import type { Verb } from '../verb.ts';

export const archiveList: Verb = {
  name: 'archive list',
  job: 'clean up',
  summary: 'list archived deals, all or those of a quarter',
  args: [{ name: '[quarter]', text: 'a folder of the archive: 2026-Q3' }],
  options: [
    {
      flags: '--as-of <date>',
      text: 'as the newest snapshot of that day or before has them',
      completes: 'snapshot',
    },
  ],
  examples: [
    { command: 'pipeline archive list', text: 'all of them, quarter by quarter' },
    { command: 'pipeline archive list 2026-Q4', text: 'those of a quarter, the largest first' },
  ],
  formats: ['table', 'json', 'csv', 'markdown', 'xlsx'],

  async run(call) {
    const { archiveListView } = await import('../../report/archive.ts');
    const { archiveListPage, archiveListRecords } = await import('../../page/archive-list.ts');
    const { lookOf } = await import('../../page/look.ts');
    const book = await call.book(call.day('as-of'));
    const view = archiveListView(book, call.args[0]);
    await call.show({
      view,
      page: () => archiveListPage(view, lookOf(book)),
      records: () => archiveListRecords(view),
    });
    return view.deals.some(({ problem }) => problem !== '') ? ExitStatus.rejected : ExitStatus.done;
  },
};
