// pipeline check: all rules over the workspace, as a gate that a scheduled job can fail on.

import { ExitStatus } from '../../base/exit-status.ts';
import { Failure } from '../../base/failure.ts';
import type { Call, Verb } from '../verb.ts';

export const check: Verb = {
  name: 'check',
  job: 'keep fresh',
  summary: 'check all deals by the rules, as a gate for a scheduled job',
  description: [
    'Exit status 1: findings at the gate, or less fresh than --min-freshness. 3: deals cannot be read.',
    '2: nothing was looked at, which is never a pass. Gate and limit default to check: in pipeline.yaml, and the',
    'severity of each rule to rules:. A waived finding is counted, but does not stand at the gate.',
  ].join(' '),
  options: [
    {
      flags: '--gate <severity>',
      text: 'fail on errors, or on warnings too',
      choices: ['error', 'warning'],
    },
    { flags: '--min-freshness <share>', text: 'fail where less of the open value is fresh: 80%' },
    { flags: '--rule <rule>', text: 'only this rule; several with commas' },
    { flags: '--owner <owner>', text: 'only deals of an owner; several with commas' },
    { flags: '--stage <stage>', text: 'only deals in a stage; several with commas' },
    { flags: '--as-of <date>', text: 'the newest snapshot of that day or before' },
    { flags: '--explain <rule>', text: 'what a rule is for, with an example, and what is in force here' },
  ],
  examples: [
    { command: 'pipeline check', text: 'what is wrong, and whether it passes' },
    { command: 'pipeline check --gate warning --min-freshness 80%', text: 'a stricter gate' },
    { command: 'pipeline check --rule past-close,no-next-step', text: 'these two rules' },
    { command: 'pipeline check --explain stale', text: 'what a rule is for, with an example' },
    { command: 'pipeline check --format github', text: 'annotations in a GitHub workflow' },
    {
      command: 'pipeline check --output sarif=check.sarif --output junit=check.xml',
      text: 'as always, and files for CI services beside it',
    },
  ],
  formats: ['table', 'json', 'csv', 'markdown', 'github', 'sarif', 'junit'],

  async run(call) {
    const asksFor = call.text('explain');
    if (asksFor !== undefined) {
      const { explainRule } = await import('../explain-rule.ts');
      return explainRule(call, asksFor, check.options ?? []);
    }
    const { checkView } = await import('../../report/check.ts');
    const asked = call.text('min-freshness');
    const minFreshness = asked === undefined ? undefined : shareOf(asked);
    const book = await call.book(call.day('as-of'));
    const { settings } = book;
    const view = checkView(book, {
      rules: call.list('rule'),
      owners: call.list('owner'),
      stages: call.list('stage'),
      gate: gateOf(call) ?? settings.check.gate,
      minFreshness: minFreshness ?? settings.check.minFreshness,
    });
    const { checkPage, checkRecords } = await import('../../page/check.ts');
    const { lookOf } = await import('../../page/look.ts');
    const { checkAnnotations } = await import('../../page/check-annotations.ts');
    const { checkSummary } = await import('../../page/check-summary.ts');
    await call.show({
      view,
      page: () => checkPage(view, lookOf(book), call.flag('rule')),
      records: () => checkRecords(view),
      annotations: () => checkAnnotations(view),
      jobSummary: () => checkSummary(view, lookOf(book)),
    });
    if (view.exit_status === ExitStatus.usage) {
      throw new Failure('nothing-to-look-at', 'There is no freshness index to hold against the limit.', {
        hint: 'Import or write down activities, or leave out min_freshness.',
      });
    }
    return view.exit_status;
  },
};

function gateOf(call: Call): 'error' | 'warning' | undefined {
  const asked = call.text('gate');
  return asked === 'error' || asked === 'warning' ? asked : undefined;
}

/** `80%` or `0.8` as a share. @throws Failure `usage` */
function shareOf(text: string): number {
  const match = /^(\d{1,3}(?:\.\d{1,9})?)( ?%)?$/.exec(text.trim());
  const share = match === null ? Number.NaN : Number(match[1]) / (match[2] === undefined ? 1 : 100);
  if (share >= 0 && share <= 1) return share;
  throw new Failure('usage', `--min-freshness: "${text}" is not a share from 0% to 100%.`, {
    hint: /^\d{1,2}$/.test(text) ? `Write ${text}%.` : 'Write 80% or 0.8.',
  });
}
