// pipeline funnel: from stage to stage, by cohort, and what went where.

import { ExitStatus } from '../../base/exit-status.ts';
import { Failure } from '../../base/failure.ts';
import { asItIs, said } from '../../base/said.ts';
import type { Call, Verb } from '../verb.ts';

export const funnel: Verb = {
  name: 'funnel',
  job: 'snapshot and monitor',
  summary: 'conversion from stage to stage, days in stage, by cohort; what went where',
  description: [
    'By the stages that the deals and the archive have on record. Of the deals that entered a stage, some moved on to a later one or',
    'were won, some were lost, and the open ones are not decided yet: conversion is moved on ÷ (moved on + lost). --cohort tells',
    'it by when deals were created. With --flow: from which stage to which deals went between two snapshots, back and skipped',
    'included; A and B are as in pipeline diff.',
  ].join(' '),
  args: [
    { name: '[from]', text: 'with --flow: A, the earlier snapshot' },
    { name: '[to]', text: 'with --flow: B, the later one' },
  ],
  options: [
    {
      flags: '--cohort <period>',
      text: 'by the month, quarter or year of creation',
      choices: ['month', 'quarter', 'year'],
    },
    { flags: '--owner <owner>', text: 'of an owner; several with commas', list: true },
    { flags: '--flow', text: 'the matrix from stage to stage between two snapshots' },
    {
      flags: '--as-of <date>',
      text: 'as the newest snapshot of that day or before has them',
      completes: 'snapshot',
    },
  ],
  examples: [
    { command: 'pipeline funnel', text: 'where deals get lost, and how long they stay' },
    { command: 'pipeline funnel --cohort month', text: 'by when they were created' },
    { command: 'pipeline funnel --flow "@4 weeks ago" latest', text: 'what went where in a month' },
  ],
  formats: ['table', 'json', 'csv', 'markdown', 'html', 'xlsx'],

  async run(call) {
    if (call.flag('flow')) return showFlow(call);
    if (call.args.length > 0) {
      throw new Failure('usage', 'Two snapshots are compared with --flow alone.', {
        hint: asItIs(`pipeline funnel --flow ${call.args.join(' ')}`),
      });
    }
    const { funnelView } = await import('../../report/funnel.ts');
    const { funnelPage, funnelRecords } = await import('../../page/funnel.ts');
    const { ownedBy } = await import('../../report/chosen.ts');
    const { lookOf } = await import('../../page/look.ts');
    const book = await call.book(call.day('as-of'));
    const cohort = call.text('cohort');
    const view = funnelView(book, {
      cohort: cohort === 'month' || cohort === 'quarter' || cohort === 'year' ? cohort : undefined,
      isChosen: ownedBy(call.list('owner'), book),
    });
    await call.show({
      view,
      page: () => funnelPage(view, lookOf(book), book.state.reportingCurrency),
      records: () => funnelRecords(view),
    });
    return ExitStatus.done;
  },
};

async function showFlow(call: Call): Promise<ExitStatus> {
  const given = ['cohort', 'owner', 'as-of'].find((option) => call.text(option) !== undefined);
  if (given !== undefined) {
    throw new Failure(
      'usage',
      said('--flow is of all deals between two snapshots: --{given} has no say there.', { given }),
      {
        hint: said('Leave out --{given}.', { given }),
      },
    );
  }
  const { diffEnds } = await import('../diff-ends.ts');
  const { flowView } = await import('../../report/flow.ts');
  const { flowPage, flowRecords } = await import('../../page/funnel.ts');
  const { diffLook } = await import('../../page/diff-pages.ts');
  const { timeZone, team } = await call.settings();
  const { a, b } = await diffEnds(call, call.today(timeZone));
  const view = flowView(a, b);
  await call.show({
    view,
    page: () => flowPage(view, diffLook(a, b, team), b.reportingCurrency),
    records: () => flowRecords(view),
  });
  return ExitStatus.done;
}
