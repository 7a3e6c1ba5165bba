// pipeline week: a mirror's week in one go: import, snapshot, diff, or none of it.

import { ExitStatus } from '../../base/exit-status.ts';
import { Failure } from '../../base/failure.ts';
import { READING_OPTIONS } from '../import-request.ts';
import type { Verb } from '../verb.ts';

export const week: Verb = {
  name: 'week',
  job: 'begin',
  summary: "a mirror's week: import its exports, take the snapshot, show what changed",
  description: [
    'All of it is written, or nothing. Rows that are rejected and deals that',
    'cannot be read do not stop it: the snapshot says how many, and the exit',
    'status is 3; with --strict nothing is written then, nor from an export that is',
    'older than the last one. Nothing is, too, where the export lost the column of an',
    'amount, close date, stage, owner or id: such values would stand still. --keep',
    'amount lets this one stand.',
  ].join(' '),
  args: [{ name: '<export...>', text: 'the export of the deals, and files that join it' }],
  options: [
    ...READING_OPTIONS,
    { flags: '--message <text>', text: "a line that stands in the snapshot's report" },
    { flags: '--again', text: 'another snapshot of the same day, with the time in its name' },
    { flags: '--replace', text: "take the place of the day's newest snapshot" },
    {
      flags: '--strict',
      text: 'write nothing where a row is rejected, a deal cannot be read, a column of a field is gone, or the export is older than the last one',
    },
    { flags: '--allow-old-source', text: 'also where the export is older than the rhythm allows' },
    { flags: '--dry-run', text: 'say what would be, and write nothing' },
  ],
  examples: [
    { command: 'pipeline week pipedrive.csv', text: 'each Monday' },
    { command: 'pipeline week pipedrive.csv --strict', text: 'in a job that must not pass over a row' },
    { command: 'pipeline week hubspot.csv --dry-run', text: 'what it would do' },
  ],
  formats: ['table', 'json', 'markdown'],

  async run(call) {
    if (call.flag('again') && call.flag('replace')) {
      throw new Failure('usage', '--again and --replace exclude each other.', {
        hint: 'Give one of the two.',
      });
    }
    const { planWeek } = await import('../week-plan.ts');
    return await call.locked(async (today) => {
      const plan = await planWeek(call, call.root(), today);
      if (!call.flag('dry-run')) {
        const { writeImport } = await import('../import-request.ts');
        await writeImport(call, plan.files);
      }
      const { weekView } = await import('../../report/week.ts');
      const { weekPage } = await import('../../page/week.ts');
      const view = weekView(plan.outcome.facts, plan.planned.view);
      await call.show({ view, page: () => weekPage(view, plan) });
      const { unreadable, left_out } = view.snapshot;
      const isWhole = view.import.rejected + unreadable.length + left_out.length === 0;
      return isWhole ? ExitStatus.done : ExitStatus.rejected;
    });
  },
};
