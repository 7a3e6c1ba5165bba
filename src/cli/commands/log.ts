// pipeline log: what happened with a customer, written down.

import { Failure } from '../../base/failure.ts';
import { changeDeals } from '../change-deals.ts';
import type { Verb } from '../verb.ts';
import { chosenBy, MANY } from '../which-deals.ts';

export const log: Verb = {
  name: 'log',
  job: 'document',
  summary: 'write down what happened: a call, a meeting, an offer',
  description: [
    'Adds an activity to the deal, with the day on which it happened and that on which it was written down.',
    'ID may be a piece of id, name or account that only one deal has. Days are typed as people do: yesterday, fri, 15.01.',
  ].join(' '),
  args: [
    { name: '[id]', text: 'the deal' },
    { name: '[text]', text: 'what happened' },
  ],
  options: [
    { flags: '--type <type>', text: "of pipeline.yaml's activity_types (default: note)" },
    { flags: '--on <day>', text: 'when it happened (default: today)' },
    { flags: '--next <text>', text: 'what is done next' },
    { flags: '--by <day>', text: 'by when' },
    ...MANY,
  ],
  examples: [
    {
      command: 'pipeline log baltic-foods-mes "scope agreed" --type meeting --on yesterday',
      text: 'a meeting',
    },
    {
      command: 'pipeline log baltic "offer sent" --type offer --next "call the plant director" --by fri',
      text: 'and what comes next',
    },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const { activityChange, activityType, plainRemark } = await import('../../entry/activity.ts');
    const { nextStepChange } = await import('../../entry/next-step.ts');
    const { chosen, words } = chosenBy(call, ['TEXT']);
    const [note = ''] = words;
    const next = call.text('next');
    if (next === undefined && call.text('by') !== undefined) {
      throw new Failure('usage', '--by says by when, and nothing says what.', {
        hint: '--next "…" --by fri',
      });
    }
    return changeDeals(call, {
      chosen,
      changes(deal, entering) {
        const { understood, today } = entering;
        const on = understood.day(call.text('on') ?? today, 'past');
        const type = activityType(call.text('type'), entering);
        const happened = activityChange(deal, { on, type, note }, entering);
        if (next === undefined) return [happened];
        const by = call.text('by');
        const step = { what: next, by: by === undefined ? undefined : understood.day(by, 'future') };
        return [happened, nextStepChange(deal, step, entering)];
      },
      remarks: (_, entering) => plainRemark(call.text('type'), entering),
    });
  },
};
