// pipeline archive: what is in the archive, folder by folder.

import { ExitStatus } from '../../base/exit-status.ts';
import type { Verb } from '../verb.ts';

export const archive: Verb = {
  name: 'archive',
  job: 'clean up',
  summary: 'what is in the archive: deals won and lost and their value, by quarter',
  description: [
    'Archived deals are out of the working set and in every result: snapshots keep them, a win rate counts them.',
    'A deal that was merged into another one is counted as merged, neither won nor lost.',
  ].join(' '),
  options: [
    {
      flags: '--as-of <date>',
      text: 'as the newest snapshot of that day or before has it',
      completes: 'snapshot',
    },
  ],
  examples: [
    { command: 'pipeline archive', text: 'a line a quarter' },
    { command: 'pipeline archive --format csv', text: 'for a spreadsheet' },
  ],
  formats: ['table', 'json', 'csv', 'markdown', 'xlsx'],

  async run(call) {
    const { archiveView } = await import('../../report/archive.ts');
    const { archivePage, archiveRecords } = await import('../../page/archive.ts');
    const book = await call.book(call.day('as-of'));
    const view = archiveView(book);
    await call.show({
      view,
      page: () => archivePage(view, book.state.digits),
      records: () => archiveRecords(view),
    });
    return view.unreadable.length > 0 ? ExitStatus.rejected : ExitStatus.done;
  },
};
