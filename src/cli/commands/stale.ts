// pipeline stale: open deals without a sign of life, and the freshness of the rest.

import { ExitStatus } from '../../base/exit-status.ts';
import { Failure } from '../../base/failure.ts';
import { said } from '../../base/said.ts';
import { listed } from '../../base/said-lists.ts';
import type { StaleView } from '../../report/stale.ts';
import type { Verb } from '../verb.ts';

export const stale: Verb = {
  name: 'stale',
  job: 'keep fresh',
  summary: 'open deals without a sign of life, and how fresh the rest is',
  description: [
    'A sign of life is an activity, a stage entered, an amount changed or a next step newly agreed. A close date',
    'pushed, another owner or a touched file is none. The limits are warn_after and error_after in pipeline.yaml,',
    'per stage where they are set there; a deal is listed from the limit on.',
    'Fresh is the share of open value without a finding of stale, past-close, no-next-step or overdue-next-step.',
  ].join(' '),
  options: [
    { flags: '--days <n>', text: 'list from so many days on, instead of the limits' },
    { flags: '--owner <owner>', text: 'of an owner; several with commas', list: true },
    { flags: '--closing <period>', text: 'with a close date in 2026-Q4, this-month, …' },
    { flags: '--error', text: 'only those past error_after' },
    { flags: '--by <what>', text: 'freshness by owner (the default) or stage', choices: ['owner', 'stage'] },
    {
      flags: '--fail [severity]',
      text: 'exit 1 where a deal is stale at error; --fail=warning: at warning too',
      choices: ['error', 'warning'],
    },
    {
      flags: '--as-of <date>',
      text: 'as the newest snapshot of that day or before has them',
      completes: 'snapshot',
    },
  ],
  examples: [
    { command: 'pipeline stale', text: 'all that show no sign of life, errors first' },
    { command: 'pipeline stale --closing this-quarter --by stage', text: 'those that the quarter counts on' },
    { command: 'pipeline stale --days 7', text: 'nothing for a week or longer' },
    { command: 'pipeline stale --error --fail', text: 'for a scheduled job' },
  ],
  formats: ['table', 'json', 'csv', 'markdown', 'html'],

  async run(call) {
    const { staleView } = await import('../../report/stale.ts');
    const book = await call.book(call.day('as-of'));
    const view = staleView(book, {
      owners: call.list('owner'),
      closing: await call.period('closing', book),
      days: call.count('days', 1),
      errorsOnly: call.flag('error'),
      by: call.text('by') === 'stage' ? 'stage' : 'owner',
    });
    expectJudged(view, call.flag('fail'));
    const { stalePage, staleRecords } = await import('../../page/stale.ts');
    const { lookOf } = await import('../../page/look.ts');
    const { fixHere } = await import('../../page/fix-command.ts');
    await call.show({
      view,
      page: () => stalePage(view, lookOf(book), fixHere(book, { owners: view.scope.owners })),
      records: () => staleRecords(view),
    });
    if (view.unreadable.length > 0) return ExitStatus.rejected;
    if (!call.flag('fail')) return ExitStatus.done;
    const { at_error, at_warning } = view.stale;
    const failing = call.text('fail') === 'warning' ? at_error + at_warning : at_error;
    return failing > 0 ? ExitStatus.findings : ExitStatus.done;
  },
};

/** A gate that looks at nothing must not be green; nor is a list of nothing an answer where the rule is off. */
function expectJudged({ judged, freshness, not_evaluated }: StaleView, isGate: boolean): void {
  if (judged > 0) return;
  if (freshness.open.count === 0) {
    if (isGate) throw new Failure('nothing-to-look-at', 'There is no such open deal: nothing was checked.');
    return;
  }
  const reasons = not_evaluated.filter(({ rule }) => rule === 'stale').map(({ reason }) => reason);
  if (reasons.length === 0) {
    throw new Failure('nothing-to-look-at', 'The rule "stale" is off: there is nothing to look at.', {
      hint: 'Set it in pipeline.yaml under rules: stale: warning',
    });
  }
  if (isGate) {
    throw new Failure(
      'nothing-to-look-at',
      said('No open deal could be judged: {reasons}.', { reasons: listed(reasons) }),
      {
        hint: 'Import or write down activities, or run it without --fail.',
      },
    );
  }
}
