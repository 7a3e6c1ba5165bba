// pipeline snapshot: writes down the state of every deal, for good.

import { ExitStatus } from '../../base/exit-status.ts';
import { Failure } from '../../base/failure.ts';
import type { SnapshotDue } from '../../page/snapshot.ts';
import type { Call, Verb } from '../verb.ts';

export const snapshot: Verb = {
  name: 'snapshot',
  job: 'snapshot and monitor',
  summary: 'take a snapshot: the state of every deal today, with a report',
  description: [
    'Makes snapshots/DATE/: deals.csv and archived.csv with a line a deal, snapshot.yaml with process, rates, totals and',
    'checksums, and snapshot.md, the report. It is whole or not there, and never changes. A deal whose file cannot be',
    'read stands as in the snapshot before; the exit status is 3 then. With --if-due it says "not due" and ends with 0 until the',
    'rhythm in pipeline.yaml asks for one; what was missed is told and never made up.',
  ].join(' '),
  options: [
    { flags: '--message <text>', text: 'a line that stands in the list and in the report' },
    { flags: '--again', text: 'another one of the same day, with the time in its name' },
    { flags: '--replace', text: 'take the place of the newest one of the same day' },
    { flags: '--if-changed', text: 'only where something changed since the last one' },
    {
      flags: '--if-due',
      text: 'only where rhythm.snapshot says that one is due: for a scheduler that runs more often',
    },
    { flags: '--commit', text: 'commit it, and nothing else, to git' },
    { flags: '--strict', text: 'take none where a deal cannot be read' },
    { flags: '--allow-old-source', text: 'in a mirror: also where the import is overdue' },
  ],
  examples: [
    { command: 'pipeline snapshot --message "before the board"', text: 'take one' },
    { command: 'pipeline snapshot --replace', text: 'after a correction on the same day' },
    { command: 'pipeline snapshot --if-due', text: 'in a job that runs every day' },
    { command: 'pipeline snapshot --again --if-changed', text: 'in a job that runs several times a day' },
  ],
  formats: ['table', 'json', 'markdown'],

  async run(call) {
    if (call.flag('again') && call.flag('replace')) {
      throw new Failure('usage', '--again and --replace exclude each other.', {
        hint: 'Give one of the two.',
      });
    }
    const due = call.flag('if-due') ? await dueOf(call) : undefined;
    if (due !== undefined && due.next !== null) {
      const { notDuePage } = await import('../../page/snapshot.ts');
      const { currency } = await call.settings();
      await call.show({
        view: { schema: 'pipeline/snapshot-due/1', ...due },
        page: () => notDuePage(due, currency),
      });
      return ExitStatus.done;
    }
    const { takeAsAsked } = await import('../snapshot-take.ts');
    const { view, taken, snapshot: made } = await call.locked(() => takeAsAsked(call));
    const { snapshotPage } = await import('../../page/snapshot.ts');
    const told = { ...taken, missed: due?.missed ?? [] };
    await call.show({ view: { ...view, ...told }, page: () => snapshotPage(view, told, made.digits) });
    const unread = view.unreadable.length + view.left_out.length;
    return unread > 0 ? ExitStatus.rejected : ExitStatus.done;
  },
};

/** Whether a snapshot is due: the last one that was taken decides, however many were made of the past. */
async function dueOf(call: Call): Promise<SnapshotDue> {
  const { listSnapshots } = await import('../../snapshot/store.ts');
  const { newestTaken } = await import('../../snapshot/newest-taken.ts');
  const { dayOfName } = await import('../../snapshot/names.ts');
  const { dueAfter, dueDays } = await import('../../workspace/rhythm.ts');
  const root = call.root();
  const { rhythm, timeZone } = await call.settings();
  const today = call.today(timeZone);
  const newest = newestTaken(root, listSnapshots(root), today);
  if (newest === undefined) return { today, last: null, next: null, missed: [] };
  const last = dayOfName(newest);
  const days = dueDays(rhythm.snapshot, last, today);
  return {
    today,
    last,
    next: days.length > 0 ? null : dueAfter(rhythm.snapshot, last),
    missed: days.slice(0, -1),
  };
}
