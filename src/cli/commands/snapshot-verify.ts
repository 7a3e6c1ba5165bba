// pipeline snapshot verify: whether snapshots are still what was taken.

import { ExitStatus } from '../../base/exit-status.ts';
import { Failure } from '../../base/failure.ts';
import type { Problem } from '../../base/problem.ts';
import type { Call, Verb } from '../verb.ts';

export const snapshotVerify: Verb = {
  name: 'snapshot verify',
  job: 'snapshot and monitor',
  summary: 'check snapshots: checksums, form, order, values, totals',
  description: 'Exit status 3: one of them is damaged. Every problem is named with file and line.',
  args: [{ name: '[snapshot]', text: 'a date, latest, latest~3, "@2 weeks ago"; the newest where left out' }],
  options: [{ flags: '--all', text: 'every snapshot' }],
  examples: [
    { command: 'pipeline snapshot verify', text: 'the newest' },
    { command: 'pipeline snapshot verify latest~1', text: 'the one before' },
    { command: 'pipeline snapshot verify --all', text: 'all of them, in a scheduled job' },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const { verifySnapshot } = await import('../../snapshot/verify.ts');
    const root = call.root();
    const names = await namesAsked(call);
    const progress = call.progress('Verifying snapshots', names.length);
    const found = new Map<string, readonly Problem[]>();
    for (const [done, name] of names.entries()) {
      if (call.io.signal.aborted) break;
      found.set(name, verifySnapshot(root, name));
      progress.at(done + 1);
    }
    progress.end();
    const { snapshotVerifyView } = await import('../../report/snapshot-verify.ts');
    const { snapshotVerifyPage, snapshotVerifyRecords } = await import('../../page/snapshot-verify.ts');
    const view = snapshotVerifyView(found);
    await call.show({
      view,
      page: () => snapshotVerifyPage(view),
      records: () => snapshotVerifyRecords(view),
    });
    return view.snapshots.every(({ sound }) => sound) ? ExitStatus.done : ExitStatus.rejected;
  },
};

async function namesAsked(call: Call): Promise<readonly string[]> {
  const { listSnapshots } = await import('../../snapshot/store.ts');
  const { NOW, resolveSnapshot } = await import('../../snapshot/resolve.ts');
  const names = listSnapshots(call.root());
  const [word] = call.args;
  if (call.flag('all') && word !== undefined) {
    throw new Failure('usage', 'Name a snapshot, or say --all.', { hint: 'pipeline snapshot verify --all' });
  }
  if (names.length === 0) {
    throw new Failure('nothing-to-look-at', 'There is no snapshot yet.', {
      hint: 'Take one: pipeline snapshot',
    });
  }
  if (call.flag('all')) return names;
  const { timeZone } = await call.settings();
  const name = resolveSnapshot(word ?? 'latest', names, call.today(timeZone));
  if (name !== NOW) return [name];
  throw new Failure('usage', 'The working set is no snapshot: there is nothing to verify yet.', {
    hint: 'pipeline check looks at the deals themselves.',
  });
}
