// pipeline undo: takes back the last write of the tool.

import { ExitStatus } from '../../base/exit-status.ts';
import { Failure } from '../../base/failure.ts';
import type { LocalTime } from '../../report/undo.ts';
import type { Call, Verb } from '../verb.ts';

export const undo: Verb = {
  name: 'undo',
  job: 'document',
  summary: 'take back the last write, of one file or many',
  description: [
    'All of it, or nothing: where one of its files has changed since, by a person or by git, that stands, and nothing is',
    'taken back (exit status 4). Again takes back the write before, up to 20; it never does again what was taken back.',
    'A snapshot is taken back until its day is over, and not once git has it. What is kept for this lies in .pipeline/,',
    'for this folder alone; no commit is made or changed.',
  ].join(' '),
  options: [
    { flags: '--dry-run', text: 'say what it would take back, and write nothing' },
    { flags: '--list', text: 'what can be taken back, the newest first' },
  ],
  examples: [
    { command: 'pipeline undo --list', text: 'what pipeline wrote last' },
    { command: 'pipeline undo --dry-run', text: 'what taking that back would change' },
    { command: 'pipeline undo', text: 'take it back' },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    if (call.flag('list') && call.flag('dry-run')) {
      throw new Failure('usage', '--list and --dry-run exclude each other.', {
        hint: 'Give one of the two.',
      });
    }
    const { withLock } = await import('../../workspace/lock.ts');
    const root = call.root();
    const zone = await timeZone(call);
    const { takenAt } = await import('../../snapshot/taken-at.ts');
    const localTime: LocalTime = (at) => takenAt(new Date(at), zone).instant;
    return await withLock(
      root,
      { command: 'undo', now: call.io.now() },
      async ({ notes }) => {
        for (const note of notes) call.note(note);
        if (call.flag('list')) return await showList(call, root, localTime);
        const { undoLast } = await import('../undo-write.ts');
        const { undoView } = await import('../../report/undo.ts');
        const { undoPage, undoRecords } = await import('../../page/undo.ts');
        const facts = await undoLast(call, root, call.today(zone), call.flag('dry-run'));
        const view = undoView(facts, localTime);
        await call.show({ view, page: () => undoPage(view), records: () => undoRecords(view) });
        return ExitStatus.done;
      },
      { signal: call.io.signal },
    );
  },
};

async function showList(call: Call, root: string, localTime: LocalTime): Promise<ExitStatus> {
  const { keptWrites } = await import('../../workspace/undo-log.ts');
  const { undoListView } = await import('../../report/undo.ts');
  const { undoListPage, undoListRecords } = await import('../../page/undo.ts');
  const view = undoListView(
    keptWrites(root).map(({ record }) => record),
    localTime,
  );
  await call.show({ view, page: () => undoListPage(view), records: () => undoListRecords(view) });
  return ExitStatus.done;
}

/** The workspace's; the system's where pipeline.yaml can't be read: it may be what is to be taken back. */
async function timeZone(call: Call): Promise<string> {
  try {
    return (await call.settings()).timeZone;
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'settings-invalid') throw error;
    return Intl.DateTimeFormat().resolvedOptions().timeZone;
  }
}
