// pipeline trend: how the process goes over time.

import { ExitStatus } from '../../base/exit-status.ts';
import { Failure } from '../../base/failure.ts';
import { said } from '../../base/said.ts';
import { shellWord } from '../../base/shell-word.ts';
import type { MetricId } from '../../report/trend-metrics.ts';
import type { Call, Verb } from '../verb.ts';

export const trend: Verb = {
  name: 'trend',
  job: 'snapshot and monitor',
  summary: 'how the process goes over time: value, slip rate, win rate, freshness, …',
  description: [
    'Of each week, month or quarter the newest snapshot counts; a rate is of what happened since the one before, with what it is of.',
    'Metrics: open-count, open-value, coverage, freshness, slip-rate, slip-days, shrink-rate, regress-rate, skip-rate,',
    'drop-out-rate, win-rate, late-entry-share; without any, all of them. An interval without a snapshot is a gap, and so is',
    'what a snapshot that was made later cannot tell. A deal counts to the owner or stage that it had when the interval began.',
    'Below stands what is worth a look: deals pushed at each of the last three quarter ends, owners whose deals shrink in the last',
    'two weeks of a quarter, stages that fewer deals leave for a later one; with the numbers, and marked where they are too few.',
  ].join(' '),
  args: [{ name: '[metric...]', text: 'the metrics to show' }],
  options: [
    {
      flags: '--every <interval>',
      text: 'week (the default), month or quarter',
      choices: ['week', 'month', 'quarter'],
    },
    { flags: '--since <date>', text: 'from that day on' },
    { flags: '--until <date>', text: 'up to that day' },
    {
      flags: '--by <group>',
      text: 'for each owner, stage or segment',
      choices: ['owner', 'stage', 'segment'],
    },
  ],
  examples: [
    { command: 'pipeline trend', text: 'all metrics, week by week' },
    { command: 'pipeline trend slip-rate shrink-rate --by owner', text: 'whose deals move' },
    { command: 'pipeline trend --every month --format csv', text: 'for a spreadsheet' },
  ],
  formats: ['table', 'json', 'csv', 'markdown', 'html', 'xlsx'],

  async run(call) {
    const { trendView } = await import('../../report/trend.ts');
    const { trendPage, trendRecords } = await import('../../page/trend.ts');
    const { listSnapshots } = await import('../../snapshot/store.ts');
    const { lastDayOf } = await import('../../snapshot/origin.ts');
    const { dayOfName } = await import('../../snapshot/names.ts');
    const { digitsOf } = await import('../../base/money.ts');
    const { labelOf } = await import('../../deal/process.ts');
    const { ownerLabel } = await import('../../report/chosen.ts');
    const settings = await call.settings();
    const snapshots = await call.snapshots();
    const today = call.today(settings.timeZone);
    const names = listSnapshots(call.root()).filter((name) => dayOfName(name) <= today);
    const every = call.text('every');
    const by = call.text('by');
    const view = trendView(
      {
        settings,
        snapshots: names.map((name) => ({ name, until: lastDayOf(snapshots.header(name)) })),
        read: (name) => snapshots.read(name),
      },
      {
        metrics: await metricsAsked(call),
        every: every === 'month' || every === 'quarter' ? every : 'week',
        since: call.day('since'),
        until: call.day('until'),
        by: by === 'owner' || by === 'stage' || by === 'segment' ? by : undefined,
      },
    );
    if (view.intervals.length === 0) {
      throw new Failure('nothing-to-look-at', 'There is no snapshot in that time.', {
        hint:
          names.length === 0
            ? 'pipeline snapshot takes one; pipeline backfill makes past ones.'
            : said('There are {count}, from {first} to {last}.', {
                count: names.length,
                first: names[0] ?? '',
                last: names.at(-1) ?? '',
              }),
      });
    }
    const look = {
      digits: digitsOf(view.currency),
      ownerLabel: (owner: string) => ownerLabel(settings.team, owner),
      stageLabel: (stage: string) => labelOf(settings.process, stage),
      dealsOf: (owner: string) => `pipeline list --owner ${shellWord(owner === '' ? 'none' : owner)}`,
    };
    await call.show({ view, page: () => trendPage(view, look), records: () => trendRecords(view) });
    return ExitStatus.done;
  },
};

/** @throws Failure `usage` with "did you mean" for a metric that is none */
async function metricsAsked(call: Call): Promise<readonly MetricId[]> {
  const { METRIC_IDS, metricNamed } = await import('../../report/trend-metrics.ts');
  const asked = new Set(
    call.args.flatMap((word) => word.split(',')).flatMap((word) => (word === '' ? [] : metricNamed(word))),
  );
  return asked.size === 0 ? METRIC_IDS : METRIC_IDS.filter((id) => asked.has(id));
}
