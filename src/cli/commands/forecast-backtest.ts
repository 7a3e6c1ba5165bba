// pipeline forecast backtest: what forecasts of the past would have said, beside what happened.

import { ExitStatus } from '../../base/exit-status.ts';
import type { PeriodUnit } from '../../base/period.ts';
import type { Verb } from '../verb.ts';

const EVERY: readonly PeriodUnit[] = ['month', 'quarter', 'year'];

export const forecastBacktest: Verb = {
  name: 'forecast backtest',
  job: 'plan and foresee',
  summary: 'the forecast tried on the past, with only what was known then, beside simpler ways',
  description: [
    'Each complete period that the snapshots reach is forecast as of its start, one third and two thirds of it. WAPE is the sum of',
    'errors ÷ the sum of outcomes; bias above 0 is too high. The table below holds chances of single deals against what was won.',
  ].join(' '),
  options: [
    { flags: '--every <interval>', text: 'month, quarter (the default) or year', choices: EVERY },
    { flags: '--since <date>', text: 'only periods that begin on that day or later' },
    { flags: '--until <date>', text: 'only periods that end on that day or before' },
    { flags: '--owner <owner>', text: "only one owner's deals" },
    { flags: '--by <group>', text: 'each owner, group, segment, currency, source or custom.KEY by itself' },
  ],
  examples: [
    { command: 'pipeline forecast backtest --every month', text: 'is it any good?' },
    { command: 'pipeline forecast backtest --every month --by owner', text: 'whose are foreseen well?' },
  ],
  formats: ['table', 'json', 'csv', 'markdown', 'xlsx'],

  async run(call) {
    const { forecastFacts } = await import('../forecast-facts.ts');
    const { basisOf } = await import('../../report/forecast-basis.ts');
    const report = await import('../../report/backtest.ts');
    const { backtestPage, backtestRecords } = await import('../../page/backtest.ts');
    const { ownerScope, lookThrough } = await import('../../report/forecast-scope.ts');
    const { periodAround } = await import('../../base/period.ts');
    const { shellWord } = await import('../../base/shell-word.ts');
    const { backtestAsked, basesBy, targetsToTry } = await import('../forecast-asked.ts');
    const facts = await forecastFacts(call, undefined);
    const { fiscalYearStarts } = facts.settings;
    const scope = ownerScope(call.text('owner'), facts);
    const by = call.text('by');
    const bases = by === undefined ? undefined : basesBy(by, facts, scope.owner);
    const basis = bases?.whole ?? basisOf(facts, scope.owner ?? '', scope.isChosen);
    const every = EVERY.find((unit) => unit === call.text('every')) ?? 'quarter';
    const words = { every, from: call.day('since'), to: call.day('until'), owner: scope.owner };
    const asked = backtestAsked(call, facts, basis, words);
    const targets = targetsToTry(basis, asked, every);
    const { groupBases, groupedBacktest } = await import('../../report/backtest-groups.ts');
    const groups = bases === undefined ? [] : groupBases(bases, asked);
    const periods = [targets, ...groups.map((group) => group.targets)].flat().length;
    const progress = call.progress('forecasts', periods * report.RUNS_A_PERIOD);
    let done = 0;
    const ticking = { ...asked, tick: () => progress.at(++done) };
    const view = report.backtestView(basis, targets, ticking);
    const grouped = by === undefined ? undefined : groupedBacktest(view, groups, { ...ticking, by });
    progress.end();
    const owner = scope.owner === undefined ? '' : ` --owner ${shellWord(scope.owner)}`;
    const next = `pipeline forecast ${periodAround(facts.today, every, fiscalYearStarts).name}${owner}`;
    if (grouped !== undefined) {
      const { backtestGroupsPage, backtestGroupsRecords } = await import('../../page/backtest-groups.ts');
      await call.show({
        view: grouped,
        page: () => backtestGroupsPage(grouped, lookThrough(facts), every),
        records: () => backtestGroupsRecords(grouped),
      });
      return ExitStatus.done;
    }
    await call.show({
      view,
      page: () => backtestPage(view, lookThrough(facts), next),
      records: () => backtestRecords(view),
    });
    return ExitStatus.done;
  },
};
