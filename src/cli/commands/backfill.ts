// pipeline backfill: snapshots of a past that nobody took any of.

import { ExitStatus } from '../../base/exit-status.ts';
import { Failure } from '../../base/failure.ts';
import type { Call, Verb } from '../verb.ts';

export const backfill: Verb = {
  name: 'backfill',
  job: 'begin',
  summary: 'make snapshots of the past, from what is dated in it',
  description: [
    'A backfilled snapshot shows the start of its day, says how it was made, and never takes the place of another. From git:',
    'the deals as they were committed before that day. From dates: the stages that the deals record, and when they were',
    'closed; what nothing tells is left empty, a name, an account and an owner are as they are today, and no diff calls that',
    'a change. From history: stages, amounts, close dates and owners as the CRM keeps them, for the deals that were imported',
    'from there. It ends before the first snapshot that was taken. Run again, it makes only what is not there.',
  ].join(' '),
  args: [{ name: '[file...]', text: 'from history: the exports that hold it' }],
  options: [
    {
      flags: '--from <source>',
      text: "what tells the past: the dates in the deals, the commits of git, or a CRM's history",
      choices: ['dates', 'git', 'history'],
    },
    {
      flags: '--every <interval>',
      text: 'one a week (the default, on the day of weekly snapshots), month or quarter',
      choices: ['week', 'month', 'quarter'],
    },
    { flags: '--on <days>', text: 'for these days alone: 2026-04-01,2026-07-01' },
    { flags: '--since <day>', text: 'none before (else from the first day that something is known of)' },
    { flags: '--until <day>', text: 'none after (else up to the first snapshot that was taken)' },
    { flags: '--dates <order>', text: 'in an export: how 03/04/2026 is meant', choices: ['dmy', 'mdy'] },
    { flags: '--encoding <name>', text: 'of an export (else as the bytes tell)' },
    { flags: '--delimiter <sign>', text: 'of an export (else as the lines tell)' },
    { flags: '--dry-run', text: 'say what would be made, and write nothing' },
  ],
  examples: [
    { command: 'pipeline backfill --from dates --every month --dry-run', text: 'what there is to be had' },
    { command: 'pipeline backfill --from dates --on 2026-07-01,2026-08-01', text: 'the start of two months' },
    {
      command: 'pipeline backfill --from git --every quarter',
      text: 'one a quarter, as the deals were committed',
    },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    if (call.text('from') === undefined) {
      throw new Failure('usage', '--from is missing: what is to tell the past?', {
        hint: 'pipeline backfill --from git: as the deals were committed; --from dates: by the dates in the deals; FILE --from history',
      });
    }
    if (
      call.text('on') !== undefined &&
      ['every', 'since', 'until'].some((one) => call.text(one) !== undefined)
    ) {
      throw new Failure('usage', '--on names the days; --every, --since and --until have nothing to add.', {
        hint: 'Leave out --on, or the others.',
      });
    }
    const { withLock } = await import('../../workspace/lock.ts');
    return await withLock(
      call.root(),
      { command: 'backfill', now: call.io.now() },
      async ({ notes }) => {
        for (const note of notes) call.note(note);
        const { planBackfill } = await import('../backfill-plan.ts');
        const { backfillSource } = await import('../backfill-sources.ts');
        const opened = await call.open();
        const source = await backfillSource(call, opened);
        const plan = planBackfill(call, opened, source);
        if (!call.flag('dry-run')) {
          const progress = call.progress('Making snapshots', plan.days.days.length);
          let done = 0;
          for await (const { change } of plan.planned()) {
            await call.write([change]);
            progress.at(++done);
          }
          progress.end();
        }
        const { backfillView } = await import('../../report/backfill.ts');
        const { backfillPage, backfillRecords } = await import('../../page/backfill.ts');
        const view = backfillView(source, plan.days, plan.counts, call.flag('dry-run'));
        const { digits, reportingCurrency } = opened.book.state;
        await call.show({
          view,
          page: () => backfillPage(view, { currency: reportingCurrency, digits, command: commandOf(call) }),
          records: () => backfillRecords(view),
        });
        return ExitStatus.done;
      },
      { signal: call.io.signal },
    );
  },
};

/** The call as it was typed, but for --dry-run. */
function commandOf(call: Call): string {
  const given = ['from', 'every', 'on', 'since', 'until', 'dates', 'encoding', 'delimiter'].flatMap(
    (option) => {
      const value = call.text(option);
      return value === undefined ? [] : [`--${option} ${value}`];
    },
  );
  return ['pipeline backfill', ...call.args, ...given].join(' ');
}
