// pipeline snapshot verify: whether snapshots are still what was taken, and whether all are there.

import { ExitStatus } from '../../base/exit-status.ts';
import { Failure } from '../../base/failure.ts';
import { asItIs } from '../../base/said.ts';
import type { SnapshotVerifyView } from '../../report/snapshot-verify.ts';
import type { Call, Verb } from '../verb.ts';

export const snapshotVerify: Verb = {
  name: 'snapshot verify',
  job: 'snapshot and monitor',
  summary: 'check snapshots: damaged, changed, lost, missed, more than one',
  description: [
    'Exit status 3: one of them is damaged (checksums, form, order, values, totals), is not what was committed to git, or is gone.',
    'Every problem is named with file and line. --all also tells where one was due by rhythm.snapshot and not taken, and which are of',
    'one day, of one interval, or hold the same rows. None of that is damage, and what was missed can never be taken: the exit',
    'status is 0 unless --fail asks for 1.',
  ].join(' '),
  args: [{ name: '[snapshot]', text: 'a date, latest, latest~3, "@2 weeks ago"; the newest where left out' }],
  options: [
    { flags: '--all', text: 'every snapshot' },
    {
      flags: '--fail [what]',
      text: 'with --all: exit 1 where one was missed; --fail=duplicates: also where there are duplicates',
      choices: ['gaps', 'duplicates'],
    },
  ],
  examples: [
    { command: 'pipeline snapshot verify', text: 'the newest' },
    { command: 'pipeline snapshot verify latest~1', text: 'the one before' },
    { command: 'pipeline snapshot verify --all', text: 'all of them, in a scheduled job' },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    if (call.flag('fail') && !call.flag('all')) {
      throw new Failure('usage', '--fail is of all snapshots: a gap is between two of them.', {
        hint: asItIs('pipeline snapshot verify --all --fail'),
      });
    }
    const { verifySnapshots } = await import('../verify-snapshots.ts');
    const { snapshotVerifyPage, snapshotVerifyRecords } = await import('../../page/snapshot-verify.ts');
    const view = await verifySnapshots(call, await namesAsked(call), call.flag('all'));
    await call.show({
      view,
      page: () => snapshotVerifyPage(view),
      records: () => snapshotVerifyRecords(view),
    });
    if (view.snapshots.some(({ sound }) => !sound)) return ExitStatus.rejected;
    return call.flag('fail') && isIrregular(view, call.text('fail')) ? ExitStatus.findings : ExitStatus.done;
  },
};

function isIrregular({ series }: SnapshotVerifyView, what: string | undefined): boolean {
  if (series === null) return false;
  return series.missed > 0 || (what === 'duplicates' && series.duplicates.length > 0);
}

async function namesAsked(call: Call): Promise<readonly string[]> {
  const { listSnapshots } = await import('../../snapshot/store.ts');
  const { NOW } = await import('../../snapshot/names.ts');
  const { resolveSnapshot } = await import('../../snapshot/resolve.ts');
  const names = listSnapshots(call.root());
  const [word] = call.args;
  if (call.flag('all') && word !== undefined) {
    throw new Failure('usage', 'Name a snapshot, or say --all.', {
      hint: asItIs('pipeline snapshot verify --all'),
    });
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
