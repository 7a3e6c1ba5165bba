// pipeline done: the next step was taken; it becomes an activity.

import { changeDeals } from '../change-deals.ts';
import type { Verb } from '../verb.ts';
import { chosenBy, MANY } from '../which-deals.ts';

export const done: Verb = {
  name: 'done',
  job: 'document',
  summary: 'the next step is done: it becomes an activity',
  description: 'Without --next the deal then has no next step, and says so.',
  args: [{ name: '[id]', text: 'the deal' }],
  options: [
    { flags: '--note <text>', text: 'what came of it (default: the text of the step)' },
    { flags: '--type <type>', text: "of pipeline.yaml's activity_types (default: note)" },
    { flags: '--on <day>', text: 'when it was done (default: today)' },
    { flags: '--next <text>', text: 'what is done next' },
    { flags: '--by <day>', text: 'by when' },
    ...MANY,
  ],
  examples: [
    {
      command: 'pipeline done kormoran --type email --next "call their board" --by 4.12',
      text: 'done, and what comes next',
    },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const { activityType, plainRemark } = await import('../../entry/activity.ts');
    const { doneChanges } = await import('../../entry/next-step.ts');
    const { chosen } = chosenBy(call, []);
    return changeDeals(call, {
      chosen,
      changes(deal, entering) {
        const { understood, today } = entering;
        const by = call.text('by');
        return doneChanges(
          deal,
          {
            on: understood.day(call.text('on') ?? today, 'past'),
            type: activityType(call.text('type'), entering),
            note: call.text('note'),
            next: call.text('next'),
            by: by === undefined ? undefined : understood.day(by, 'future'),
          },
          entering,
        );
      },
      remarks: (_, entering) => plainRemark(call.text('type'), entering),
    });
  },
};
