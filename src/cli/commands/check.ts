// pipeline check: all rules over the workspace, as a gate that a scheduled job can fail on.

import { ExitStatus } from '../../base/exit-status.ts';
import { Failure } from '../../base/failure.ts';
import type { Verb } from '../verb.ts';

export const check: Verb = {
  name: 'check',
  job: 'keep fresh',
  summary: 'check all deals by the rules, as a gate for a scheduled job',
  description: [
    'Exit status 1: findings at the gate, more warnings than --max-warnings, less fresh than --min-freshness, or less judged than',
    '--min-judged. 3: deals cannot be read. 2: nothing was looked at, which is never a pass. Gate and limits default to check: in pipeline.yaml, and the',
    'severity of each rule to rules:. A waived finding is counted, but does not stand at the gate; nor does one in',
    '.pipeline-baseline.yaml, which --write-baseline makes of all findings at warning or error that there are.',
    '--changed looks only at deals whose files a change touches, work tree included, against where its branch parted from REF: what',
    'time does to other deals is not its fault. With --new-only only what is new since a snapshot or commit stands at the gate: deals',
    'of a commit are judged as if it were today, those of a snapshot by its day. Neither is held against the freshness limit.',
  ].join(' '),
  options: [
    {
      flags: '--gate <severity>',
      text: 'fail on errors, or on warnings too',
      choices: ['error', 'warning'],
    },
    { flags: '--max-warnings <n>', text: 'fail where there are more warnings' },
    { flags: '--min-freshness <share>', text: 'fail where less of the open value is fresh: 80%' },
    {
      flags: '--min-judged <share>',
      text: 'fail where signs of life are judged for less of the open value: 90%',
    },
    { flags: '--rule <rule>', text: 'only this rule; several with commas', list: true },
    { flags: '--owner <owner>', text: 'only deals of an owner; several with commas', list: true },
    { flags: '--stage <stage>', text: 'only deals in a stage; several with commas', list: true },
    { flags: '--changed [ref]', text: 'only deals changed since the branch parted from REF (HEAD)' },
    { flags: '--staged', text: 'only staged deals, as they are staged: what git is about to commit' },
    { flags: '--new-only', text: 'only what is new since --since stands at the gate' },
    { flags: '--since <moment>', text: 'a commit (main), or a snapshot (latest, 2026-11-23)' },
    { flags: '--write-baseline', text: 'let all findings that there are pass from now on' },
    { flags: '--shrink-baseline', text: 'take out of the baseline what no longer occurs' },
    { flags: '--no-baseline', text: 'as if there were no baseline' },
    { flags: '--as-of <date>', text: 'the newest snapshot of that day or before', completes: 'snapshot' },
    { flags: '--explain <rule>', text: 'what a rule is for, with an example, and what is in force here' },
  ],
  examples: [
    { command: 'pipeline check', text: 'what is wrong, and whether it passes' },
    { command: 'pipeline check --gate warning --min-freshness 80%', text: 'a stricter gate' },
    {
      command: 'pipeline check --min-freshness 80% --min-judged 90%',
      text: 'nor pass where too little is known',
    },
    { command: 'pipeline check --rule past-close,no-next-step', text: 'these two rules' },
    { command: 'pipeline check --explain stale', text: 'what a rule is for, with an example' },
    { command: 'pipeline check --new-only --since latest', text: 'what came up since the last snapshot' },
    { command: 'pipeline check --write-baseline', text: 'begin with many findings, and let no new one in' },
    { command: 'pipeline check --format github', text: 'annotations in a GitHub workflow' },
    {
      command: 'pipeline check --output sarif=check.sarif --output junit=check.xml',
      text: 'as always, and files for CI services beside it',
    },
  ],
  formats: ['table', 'json', 'csv', 'markdown', 'html', 'github', 'sarif', 'junit'],

  async run(call) {
    const asksFor = call.text('explain');
    if (asksFor !== undefined) {
      const { explainRule } = await import('../explain-rule.ts');
      return explainRule(call, asksFor, check.options ?? []);
    }
    const { baselineAsked, checkAsked } = await import('../check-asked.ts');
    const writing = baselineAsked(call);
    if (writing !== undefined) {
      const { writeBaseline } = await import('../check-baseline.ts');
      return writeBaseline(call, writing);
    }
    const { book, options } = await checkAsked(call);
    const { checkView } = await import('../../report/check.ts');
    const view = checkView(book, options);
    const { checkPage, checkRecords } = await import('../../page/check.ts');
    const { lookOf } = await import('../../page/look.ts');
    const { fixHere } = await import('../../page/fix-command.ts');
    const { checkAnnotations } = await import('../../page/check-annotations.ts');
    const { checkSummary } = await import('../../page/check-summary.ts');
    await call.show({
      view,
      page: () => checkPage(view, lookOf(book), call.flag('rule'), fixHere(book, options)),
      records: () => checkRecords(view),
      annotations: () => checkAnnotations(view),
      jobSummary: () => checkSummary(view, lookOf(book)),
    });
    if (view.exit_status === ExitStatus.usage) {
      throw new Failure('nothing-to-look-at', 'There is no freshness index to hold against the limit.', {
        hint: 'Import or write down activities, or leave out min_freshness and min_judged.',
      });
    }
    return view.exit_status;
  },
};
