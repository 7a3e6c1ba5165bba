// pipeline snapshot list: which snapshots there are.

import { ExitStatus } from '../../base/exit-status.ts';
import { Failure } from '../../base/failure.ts';
import type { SnapshotHeader } from '../../snapshot/snapshot.ts';
import type { Verb } from '../verb.ts';

export const snapshotList: Verb = {
  name: 'snapshot list',
  job: 'snapshot and monitor',
  summary: 'list the snapshots: day, origin, deals, open value, message',
  options: [{ flags: '--as-of <date>', text: 'those of that day or before', completes: 'snapshot' }],
  examples: [
    { command: 'pipeline snapshot list', text: 'all of them, the newest last' },
    { command: 'pipeline snapshot list --format csv', text: 'for a spreadsheet' },
  ],
  formats: ['table', 'json', 'csv', 'markdown', 'xlsx'],

  async run(call) {
    const { listSnapshots, readHeader } = await import('../../snapshot/store.ts');
    const { expectUntil } = await import('../../snapshot/names.ts');
    const root = call.root();
    const all = listSnapshots(root);
    if (all.length === 0) {
      throw new Failure('nothing-to-look-at', 'There is no snapshot yet.', {
        hint: 'Take one: pipeline snapshot',
      });
    }
    const asOf = call.day('as-of');
    const names = asOf === undefined ? all : all.slice(0, all.indexOf(expectUntil(all, asOf)) + 1);
    const headers: SnapshotHeader[] = [];
    const damaged: string[] = [];
    for (const name of names) {
      try {
        headers.push(readHeader(root, name));
      } catch (error) {
        if (!(error instanceof Failure && error.code === 'snapshot-damaged')) throw error;
        damaged.push(name);
      }
    }
    const { snapshotListView } = await import('../../report/snapshot-list.ts');
    const { snapshotListPage, snapshotListRecords } = await import('../../page/snapshot-list.ts');
    const view = snapshotListView(headers, damaged);
    const { digitsOf } = await import('../../base/money.ts');
    const { currency } = await call.settings();
    await call.show({
      view,
      page: () => snapshotListPage(view, currency, digitsOf(currency)),
      records: () => snapshotListRecords(view),
    });
    return damaged.length > 0 ? ExitStatus.rejected : ExitStatus.done;
  },
};
