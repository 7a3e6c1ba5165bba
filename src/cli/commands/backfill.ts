// pipeline backfill: snapshots of a past that nobody took any of.

import type { PastSource } from '../../backfill/source.ts';
import { ExitStatus } from '../../base/exit-status.ts';
import { Failure } from '../../base/failure.ts';
import { said } from '../../base/said.ts';
import { shellWord } from '../../base/shell-word.ts';
import type { Opened } from '../../book/open.ts';
import { READING_OPTIONS } from '../import-request.ts';
import type { Call, Verb } from '../verb.ts';

/** An import of the past keeps nothing of today, and has its day from the file. */
const NOT_HERE = /^--(export-date|keep) /;

export const backfill: Verb = {
  name: 'backfill',
  job: 'begin',
  summary: 'make snapshots of the past, from what is dated in it',
  description: [
    'A backfilled snapshot shows the start of its day, says how it was made, and never takes the place of another. From git:',
    'the deals as they were committed before that day. From dates: when the deals were created, the stages that they record,',
    'and when they were closed; until its first stage on record a deal is open and its stage not known. What nothing tells is',
    'left empty, a name, an account and an owner are as they are today, and no diff calls that a change. From history: stages,',
    'amounts, close dates and owners as the CRM keeps them, for the deals that were imported from there. From exports: old ones',
    'are imported one after another, as they would have been, and nothing of the deals here changes. It ends before the first',
    'snapshot that was taken. Run again, it makes only what is not there.',
  ].join(' '),
  args: [{ name: '[file...]', text: 'of a history, or old exports, or a folder of them' }],
  options: [
    {
      flags: '--from <source>',
      text: "what tells the past: the dates in the deals, the commits of git, a CRM's history, or old exports",
      choices: ['dates', 'git', 'history', 'exports'],
    },
    {
      flags: '--every <interval>',
      text: 'one a week (the default, on the day of weekly snapshots), month or quarter',
      choices: ['week', 'month', 'quarter'],
    },
    { flags: '--on <days>', text: 'for these days alone: 2026-04-01,2026-07-01', list: true },
    { flags: '--since <day>', text: 'none before (else from the first day that something is known of)' },
    { flags: '--until <day>', text: 'none after (else up to the first snapshot that was taken)' },
    {
      flags: '--date <days>',
      text: 'of old exports: the day of each, where its name does not tell it',
      list: true,
    },
    ...READING_OPTIONS.filter(({ flags }) => !NOT_HERE.test(flags)),
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
    if (call.text('from') === 'exports' && call.text('every') !== undefined) {
      throw new Failure('usage', 'Exports have days of their own: --every has no say there.', {
        hint: 'Leave out --every; --on, --since and --until choose among the exports.',
      });
    }
    return await call.locked(async () => {
      const { backfillSource } = await import('../backfill-sources.ts');
      const opened = await call.open();
      const source = await backfillSource(call, opened);
      try {
        return await make(call, opened, source);
      } finally {
        source.close?.();
      }
    });
  },
};

async function make(call: Call, opened: Opened, source: PastSource): Promise<ExitStatus> {
  const { planBackfill } = await import('../backfill-plan.ts');
  const { backfillView } = await import('../../report/backfill.ts');
  const { backfillPage, backfillRecords } = await import('../../page/backfill.ts');
  const plan = await planBackfill(call, opened, source);
  const isDry = call.flag('dry-run');
  const view = backfillView(source, plan.days, plan.counts, isDry);
  if (!isDry) {
    const progress = call.progress('Making snapshots', plan.days.days.length);
    let done = 0;
    for await (const { change } of plan.planned()) {
      await call.write([change], { lasting: 'snapshots-of-the-past' }).catch((error: unknown) => {
        throw saidOf(error, done, plan.days.days.length);
      });
      progress.at(++done);
    }
    progress.end();
  }
  const { digits, reportingCurrency } = opened.book.state;
  await call.show({
    view,
    page: () => backfillPage(view, { currency: reportingCurrency, digits, command: commandOf(call) }),
    records: () => backfillRecords(view),
  });
  const isWhole = view.snapshots.every(({ unreadable, left_out }) => unreadable + left_out.length === 0);
  return view.rejected.length > 0 || !isWhole ? ExitStatus.rejected : ExitStatus.done;
}

/** Each snapshot is a write of its own: those before one that fails are there. */
function saidOf(error: unknown, made: number, of: number): unknown {
  if (!(error instanceof Failure) || made === 0) return error;
  return new Failure(error.code, error.said.message, {
    hint: said('{made} of {of} snapshots are made, and whole. Run it again for the others.', { made, of }),
    cause: error,
  });
}

/** What its words were, but for --dry-run. */
function commandOf(call: Call): string {
  const flags = [...(backfill.options ?? [])].flatMap(({ flags: notation }) => {
    const option = notation.replace(/^--([a-z-]+).*$/, '$1');
    const value = call.text(option);
    if (value === undefined || option === 'dry-run') return [];
    return [value === '' ? `--${option}` : `--${option} ${shellWord(value)}`];
  });
  return ['pipeline backfill', ...call.args.map(shellWord), ...flags].join(' ');
}
