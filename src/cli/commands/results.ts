// pipeline results: what a period brought.

import { ExitStatus } from '../../base/exit-status.ts';
import type { Verb } from '../verb.ts';

export const results: Verb = {
  name: 'results',
  job: 'plan and foresee',
  summary: 'what a period brought: win rate, cycle, average amount, and why it changed',
  description: [
    'Deals closed in the period, wherever their files are now. EZ, the win rate, is won ÷ (won + lost); TP, the cycle, is',
    'days from creation to win; KK is the average won amount; velocity is open deals × EZ × KK ÷ TP. With --compare the',
    'change of won value is taken apart into deals decided, win rate and average amount, which add up to it. Results that',
    'have changed since the period was over are listed deal by deal.',
  ].join(' '),
  args: [{ name: '[period]', text: 'this-quarter where left out: 2026-Q3, last-month, 2026, …' }],
  options: [
    {
      flags: '--compare <period>',
      text: 'beside another one; last-quarter and its like are relative to today',
    },
    {
      flags: '--by <group>',
      text: 'by owner, group, segment, currency, source, custom.KEY, or stage-lost',
    },
    { flags: '--owner <owner>', text: "only one owner's deals" },
    {
      flags: '--as-of <date>',
      text: 'as the newest snapshot of that day or before has them',
      completes: 'snapshot',
    },
  ],
  examples: [
    { command: 'pipeline results', text: 'this quarter so far' },
    { command: 'pipeline results this-quarter --compare last-quarter', text: 'and why it changed' },
    { command: 'pipeline results --by stage-lost', text: 'where deals are lost' },
  ],
  formats: ['table', 'json', 'csv', 'markdown', 'html', 'xlsx'],

  async run(call) {
    const { resultsView } = await import('../../report/results.ts');
    const { resultsPage } = await import('../../page/results.ts');
    const { resultsRecords } = await import('../../page/results-since.ts');
    const { groupingBy } = await import('../../report/groups.ts');
    const { parsePeriod } = await import('../../base/period.ts');
    const { lookOf } = await import('../../page/look.ts');
    const book = await call.book(call.day('as-of'));
    const { fiscalYearStarts, labels } = book.settings;
    const [named = 'this-quarter'] = call.args;
    const by = call.text('by');
    const view = resultsView(book, {
      period: parsePeriod(named, { fiscalYearStarts, today: book.today }),
      compare: await call.period('compare', book),
      owner: call.text('owner'),
      by: by === undefined || by === 'stage-lost' ? by : groupingBy(by, book),
    });
    await call.show({
      view,
      page: () => resultsPage(view, lookOf(book), labels),
      records: () => resultsRecords(view),
    });
    return ExitStatus.done;
  },
};
