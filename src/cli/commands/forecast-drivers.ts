// pipeline forecast drivers: why the forecast is another than it was.

import { ExitStatus } from '../../base/exit-status.ts';
import { DRIVERS } from '../../forecast/driver-bars.ts';
import type { Verb } from '../verb.ts';

export const forecastDrivers: Verb = {
  name: 'forecast drivers',
  job: 'plan and foresee',
  summary: 'why the forecast changed since a snapshot: a bridge, deal by deal',
  description: [
    'From the expected value of the forecast as it stood then to that of now: what was won, lost, slipped out or pulled in, other amounts,',
    'new deals, other stages, what age, fewer days and later history did to the chances of the rest, the factors on all deals, and what can',
    'still be created. The bars add up to the last unit. What a deal brings is split step by step in that order of things: chances of',
    'now, factors, amount, close date, stage. Percentiles do not add up, and are told beside it.',
  ].join(' '),
  args: [{ name: '[period]', text: 'as in pipeline forecast: the quarter that today is in' }],
  options: [
    { flags: '--since <snapshot>', text: 'a day or a snapshot; the last one before today' },
    { flags: '--bar <bar>', text: 'all deals of one bar', choices: DRIVERS },
    { flags: '--owner <owner>', text: "only one owner's deals" },
    { flags: '--as-of <date>', text: 'up to the start of that day instead of now' },
  ],
  examples: [
    { command: 'pipeline forecast drivers', text: 'since the last snapshot' },
    { command: 'pipeline forecast drivers --since 2026-10-26 --bar won', text: 'deals behind a bar' },
  ],
  formats: ['table', 'json', 'csv', 'markdown', 'xlsx'],

  async run(call) {
    const { forecastFacts } = await import('../forecast-facts.ts');
    const { snapshotSince } = await import('../forecast-since.ts');
    const { basisOf } = await import('../../report/forecast-basis.ts');
    const { forecastDriversView } = await import('../../report/forecast-drivers.ts');
    const { driversPage, driversRecords } = await import('../../page/forecast-drivers.ts');
    const { periodNamed, ownerScope, lookThrough } = await import('../../report/forecast-scope.ts');
    const { epochDay } = await import('../../base/day.ts');
    const { lastDayOf } = await import('../../snapshot/origin.ts');
    const { shellWord } = await import('../../base/shell-word.ts');
    const facts = await forecastFacts(call, call.day('as-of'));
    const period = periodNamed(call.args[0], facts);
    const scope = ownerScope(call.text('owner'), facts);
    const since = snapshotSince(call.text('since'), facts);
    const basis = basisOf(facts, scope.owner ?? '', scope.isChosen);
    const view = forecastDriversView(basis, {
      period,
      fiscalYearStarts: facts.settings.fiscalYearStarts,
      owner: scope.owner,
      since,
      from: epochDay(lastDayOf(facts.header(since))) + 1,
    });
    const bar = DRIVERS.find((one) => one === call.text('bar'));
    const typed = ['since', 'owner', 'as-of'].flatMap((option) => {
      const value = call.text(option);
      return value === undefined ? [] : [`--${option} ${shellWord(value)}`];
    });
    const command = ['pipeline forecast drivers', period.name, ...typed].join(' ');
    await call.show({
      view,
      page: () => driversPage(view, bar, lookThrough(facts), command),
      records: () => driversRecords(view, bar),
    });
    return ExitStatus.done;
  },
};
