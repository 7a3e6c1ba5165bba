// pipeline plan: whether what is open is enough for what is planned.

import { ExitStatus } from '../../base/exit-status.ts';
import type { Verb } from '../verb.ts';

export const plan: Verb = {
  name: 'plan',
  job: 'plan and foresee',
  summary: 'the target against what is won and open: the plan multiplier, and the one needed',
  description: [
    'The plan multiplier MP is open value due in the period ÷ what is left of the target. Beside it stands the one that',
    'was needed at the same day of earlier periods: open value due then ÷ what was still won. Where snapshots of fewer than',
    'three periods tell it, 1 ÷ win rate by value stands in, and says so. Targets stand in pipeline.yaml under plan:.',
  ].join(' '),
  args: [{ name: '[period]', text: '2026-Q4, 2026-11, this-quarter, …: the one that today is in' }],
  options: [
    { flags: '--by <group>', text: 'by owner, group, segment, currency, source or custom.KEY' },
    { flags: '--owner <owner>', text: "only one owner's target and deals" },
    { flags: '--if-lost <id>', text: 'what if these are lost; several with commas', list: true },
    { flags: '--if-slip <id>', text: 'what if these close later; several with commas', list: true },
    {
      flags: '--as-of <date>',
      text: 'as the newest snapshot of that day or before has it',
      completes: 'snapshot',
    },
  ],
  examples: [
    { command: 'pipeline plan', text: 'this quarter' },
    { command: 'pipeline plan --by owner', text: 'who is short' },
    { command: 'pipeline plan --if-lost kormoran --if-slip orz-bakery-hr', text: 'what if' },
  ],
  formats: ['table', 'json', 'csv', 'markdown', 'html', 'xlsx'],

  async run(call) {
    const { planView } = await import('../../report/plan.ts');
    const { planPage } = await import('../../page/plan.ts');
    const { planRecords } = await import('../../page/plan-records.ts');
    const { groupingBy } = await import('../../report/groups.ts');
    const { parsePeriod } = await import('../../base/period.ts');
    const { lookOf } = await import('../../page/look.ts');
    const book = await call.book(call.day('as-of'));
    const { settings, today } = book;
    const [named] = call.args;
    const by = call.text('by');
    const view = planView(book, {
      period:
        named === undefined
          ? undefined
          : parsePeriod(named, { fiscalYearStarts: settings.fiscalYearStarts, today }),
      owner: call.text('owner'),
      by: by === undefined ? undefined : groupingBy(by, book),
      ifLost: call.list('if-lost'),
      ifSlip: call.list('if-slip'),
    });
    await call.show({
      view,
      page: () => planPage(view, lookOf(book), settings.labels.MP),
      records: () => planRecords(view),
    });
    return ExitStatus.done;
  },
};
