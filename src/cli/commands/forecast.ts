// pipeline forecast: what a period will bring, as a range that was tried on the past.

import { ExitStatus } from '../../base/exit-status.ts';
import { Failure } from '../../base/failure.ts';
import { nearest } from '../../base/nearest.ts';
import type { Period } from '../../base/period.ts';
import { said } from '../../base/said.ts';
import type { Method } from '../../forecast/measure.ts';
import type { ForecastView } from '../../report/forecast.ts';
import type { Bases, BasisFacts } from '../../report/forecast-basis.ts';
import type { Call, Verb } from '../verb.ts';

interface GroupsAsked {
  readonly by: string;
  readonly bases: Bases;
  readonly facts: BasisFacts;
  readonly period: Period;
}

const METHODS: readonly Method[] = [
  'forecast',
  'stage-weighted',
  'mean-of-past',
  'mean-of-last-4',
  'human-calls',
];

export const forecast: Verb = {
  name: 'forecast',
  job: 'plan and foresee',
  summary: 'what a period will bring: won so far, open deals, deals to come; as a range',
  description: [
    'Chances come from what became of deals like these at the same point of earlier periods, as the snapshots show them, and are',
    'shrunk toward the configured probability of the stage where there is little history. One time in ten the outcome is below P10, and',
    'one time in ten above P90. Below stands how the same forecast did before, beside simpler ways; where one of them is better, it',
    'says so. With --as-of it stands on the last snapshot before the start of that day: what has happened since is part of what is to',
    'come. The same question has the same answer on every machine.',
  ].join(' '),
  args: [{ name: '[period]', text: '2026-Q4, 2026-11, next-quarter, …: that of the plan' }],
  options: [
    { flags: '--owner <owner>', text: "only one owner's deals" },
    { flags: '--by <group>', text: 'each owner, group, segment, currency, source or custom.KEY by itself' },
    { flags: '--method <method>', text: 'what another way says instead', choices: METHODS },
    { flags: '--as-of <date>', text: 'as of the start of that day, with what was known then' },
  ],
  examples: [
    { command: 'pipeline forecast', text: 'this quarter' },
    { command: 'pipeline forecast --by owner', text: 'who brings what' },
    { command: 'pipeline forecast next-month --owner anna', text: "one owner's next month" },
    { command: 'pipeline forecast --method stage-weighted', text: 'what the pipeline weighted says' },
    { command: 'pipeline forecast --format json', text: 'for a dashboard' },
  ],
  formats: ['table', 'json', 'csv', 'markdown', 'xlsx'],

  async run(call) {
    const { forecastFacts } = await import('../forecast-facts.ts');
    const { basisOf } = await import('../../report/forecast-basis.ts');
    const { forecastView } = await import('../../report/forecast.ts');
    const { forecastPage } = await import('../../page/forecast.ts');
    const { forecastRecords } = await import('../../page/forecast-records.ts');
    const { answeredBy, basesBy, forecastAsked } = await import('../forecast-asked.ts');
    const { periodNamed, ownerScope, lookThrough } = await import('../../report/forecast-scope.ts');
    const asOf = call.day('as-of');
    const facts = await forecastFacts(call, asOf);
    expectPeriod(call.args[0]);
    const period = periodNamed(call.args[0], facts);
    const scope = ownerScope(call.text('owner'), facts);
    const by = call.text('by');
    const bases = by === undefined ? undefined : basesBy(by, facts, scope.owner);
    const basis = bases?.whole ?? basisOf(facts, scope.owner ?? '', scope.isChosen);
    const words = { period, owner: scope.owner, ofThePast: asOf !== undefined };
    if (by !== undefined && call.text('method') !== undefined)
      throw new Failure('usage', '--by shows the forecast alone: --method has no say there.', {
        hint: 'pipeline forecast backtest --by owner holds each way against what came.',
      });
    const method = METHODS.find((name) => name === call.text('method')) ?? 'forecast';
    const view = answeredBy(forecastView(basis, forecastAsked(call, facts, words)), method);
    const look = lookThrough(facts);
    if (by !== undefined && bases !== undefined) return showGroups(call, view, { by, bases, facts, period });
    await call.show({
      view,
      page: () => forecastPage(view, look),
      records: () => forecastRecords(view),
    });
    return ExitStatus.done;
  },
};

const VERBS = ['backtest', 'calibrate', 'call', 'drivers'];

/** @throws Failure `bad-period` where the word is nearly a command below this one */
function expectPeriod(word: string | undefined): void {
  const meant = word === undefined || /\d|-/.test(word) ? undefined : nearest(word, VERBS);
  if (word === undefined || meant === undefined) return;
  throw new Failure('bad-period', said('"{text}" is not a period.', { text: word }), {
    hint: said('Did you mean {meant}?', { meant: `pipeline forecast ${meant}` }),
  });
}

async function showGroups(call: Call, whole: ForecastView, asked: GroupsAsked): Promise<ExitStatus> {
  const { by, bases, facts, period } = asked;
  const { groupedForecast } = await import('../../report/forecast-groups.ts');
  const { groupingBy } = await import('../../report/groups.ts');
  const { lookThrough } = await import('../../report/forecast-scope.ts');
  const { forecastGroupsPage, forecastGroupsRecords } = await import('../../page/forecast-groups.ts');
  const view = groupedForecast(whole, bases, facts, groupingBy(by, facts), { period });
  await call.show({
    view,
    page: () => forecastGroupsPage(view, lookThrough(facts)),
    records: () => forecastGroupsRecords(view),
  });
  return ExitStatus.done;
}
