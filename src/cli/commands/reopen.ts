// pipeline reopen: a deal that was closed goes on.

import { Failure } from '../../base/failure.ts';
import { changeDeals } from '../change-deals.ts';
import type { Verb } from '../verb.ts';
import { chosenBy } from '../which-deals.ts';

export const reopen: Verb = {
  name: 'reopen',
  job: 'document',
  summary: 'let a closed deal go on, with the reason',
  description: [
    'It is back in the stage that it was in before it ended, and its record keeps that it had ended. Its close date was',
    'the day of that end, so it has none until you expect one.',
  ].join(' '),
  args: [{ name: '<id>', text: 'the deal' }],
  options: [
    { flags: '--why <text>', text: 'why; written into the deal, for its next review' },
    { flags: '--stage <stage>', text: 'another stage than the one before' },
    { flags: '--close <day>', text: 'when it is expected to close now' },
    { flags: '--dry-run', text: 'say what would change, and write nothing' },
  ],
  examples: [
    {
      command: 'pipeline reopen jantar --why "they came back" --close "end of Q1"',
      text: 'it goes on',
    },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const { reopenChanges, stageNamed } = await import('../../entry/stage-move.ts');
    const { chosen } = chosenBy(call, []);
    const why = call.text('why')?.trim() ?? '';
    if (why === '')
      throw new Failure('usage', 'Why does it go on?', { hint: '--why "…": the next review will ask.' });
    const [stage, close] = [call.text('stage'), call.text('close')];
    return changeDeals(call, {
      chosen,
      changes: (deal, entering) =>
        reopenChanges(
          deal,
          {
            why,
            stage: stage === undefined ? undefined : stageNamed(stage, entering),
            close: close === undefined ? undefined : entering.understood.day(close, 'future'),
          },
          entering,
        ),
    });
  },
};
