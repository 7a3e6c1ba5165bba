// pipeline actions drop: a promise that is not to be kept any more.

import { asItIs } from '../../base/said.ts';
import type { Verb } from '../verb.ts';

export const actionsDrop: Verb = {
  name: 'actions drop',
  job: 'review and talk',
  summary: 'take back what was promised in a review, and say why',
  description: [
    'ACTION may be a piece of id or text that only one has. It is in no list of what is to be done any more, and counts',
    'neither as late nor as done; pipeline actions --all shows it.',
  ].join(' '),
  args: [{ name: '<action>', text: 'the action' }],
  options: [
    { flags: '--why <text>', text: 'the reason; it must be given' },
    { flags: '--on <day>', text: 'when (default: today)' },
  ],
  examples: [
    { command: 'pipeline actions drop "two references" --why "they bought elsewhere"', text: 'today' },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const { textNeeded, writeDialogue } = await import('../dialogue.ts');
    const { droppedOn } = await import('../done-on.ts');
    const { withEntryChanged } = await import('../../feedback/entry-change.ts');
    const { entryCalled } = await import('../../feedback/find.ts');
    const { actionsIn } = await import('../../report/actions.ts');
    const [word = ''] = call.args;
    const why = textNeeded(call, 'why', asItIs('pipeline actions drop ID --why "…"'));
    return writeDialogue(call, ({ feedback, entering }) => {
      const all = actionsIn(feedback.entries);
      const action = entryCalled(word, all, {
        none: 'There is no action "{word}".',
        list: 'pipeline actions --all',
      });
      const dropped = droppedOn(call, action, why, entering);
      return { id: action.id, files: withEntryChanged(feedback.files, action, { dropped }), did: 'dropped' };
    });
  },
};
