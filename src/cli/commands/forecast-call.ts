// pipeline forecast call: what a person expects of a period, kept by the week, to be compared with what came.

import type { Verb } from '../verb.ts';

export const forecastCall: Verb = {
  name: 'forecast call',
  job: 'plan and foresee',
  summary: 'write down what a person expects of a period; without an amount, all such calls',
  description: [
    'A call is all that the period will bring, with what is won already. Without --owner it is of all deals together. It goes to',
    'forecasts/calls.yaml with its day; the last one of a week stands for the week, and those before stay in the file. One with --on',
    'of an earlier day is marked as written down later: a backtest counts it only from the day on which it was known.',
  ].join(' '),
  args: [{ name: '[amount]', text: '450k, 1.2m, 450000: as people write it' }],
  options: [
    { flags: '--owner <owner>', text: "whose deals: the owner's call, or a call for them" },
    { flags: '--period <period>', text: 'of what: 2026-Q4, next-quarter (default: the quarter of the day)' },
    { flags: '--on <day>', text: 'when it was said (default: today)' },
    { flags: '--note <text>', text: 'what it rests on' },
  ],
  examples: [
    { command: 'pipeline forecast call --owner anna 450k', text: "anna's call for this quarter" },
    { command: 'pipeline forecast call', text: 'what was said so far' },
  ],
  formats: ['table', 'json', 'csv', 'markdown', 'xlsx'],

  async run(call) {
    const { listCalls, writeCall } = await import('../human-calls.ts');
    return call.args[0] === undefined ? listCalls(call) : writeCall(call);
  },
};
