// pipeline archive restore: archived deals come back among the deals.

import { ExitStatus } from '../../base/exit-status.ts';
import type { Opened } from '../../book/open.ts';
import type { Call, Verb } from '../verb.ts';

export const archiveRestore: Verb = {
  name: 'archive restore',
  job: 'clean up',
  summary: 'bring archived deals back, byte for byte',
  description: [
    'All that are named come back, or none. A deal that was merged into another one would count twice: it comes',
    'back with --force alone, without its `merged_into`; what the other one took over from it stays there.',
  ].join(' '),
  args: [{ name: '<deal...>', text: 'their ids', completes: 'archived-deal' }],
  options: [
    { flags: '--dry-run', text: 'say what would change, and write nothing' },
    { flags: '--force', text: 'also what was merged into another deal' },
  ],
  examples: [
    { command: 'pipeline archive restore prosna-fittings-erp --dry-run', text: 'where it would go' },
    { command: 'pipeline archive restore prosna-fittings-erp', text: 'back among the deals' },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    return await call.locked(async (today) => {
      return await restore(call, await call.open({ today: () => today }));
    });
  },
};

async function restore(call: Call, workspace: Opened): Promise<ExitStatus> {
  const { restoredFiles } = await import('../../cleanup/restored-files.ts');
  const { bookWith } = await import('../../book/book-with.ts');
  const { archiveRestoreView } = await import('../../report/archive-restore.ts');
  const { archiveRestorePage, archiveRestoreRecords } = await import('../../page/archive-restore.ts');
  const { lookOf } = await import('../../page/look.ts');
  const { book } = workspace;
  const restored = restoredFiles(call.args, workspace, { force: call.flag('force') });
  const deals = restored.flatMap(({ deal }) => deal ?? []);
  const after = bookWith(workspace, book.settings, deals);
  const view = archiveRestoreView(book, after, restored, call.flag('dry-run'));
  const files = restored.flatMap((one) => one.files);
  if (!call.flag('dry-run')) await call.write(files, { signal: call.io.signal });
  await call.show({
    view,
    page: () => archiveRestorePage(view, lookOf(book)),
    records: () => archiveRestoreRecords(view),
  });
  return ExitStatus.done;
}
