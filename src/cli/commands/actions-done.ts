// pipeline actions done: a promise that was kept.

import type { Verb } from '../verb.ts';

export const actionsDone: Verb = {
  name: 'actions done',
  job: 'review and talk',
  summary: 'say that what was promised in a review is done',
  description: 'ACTION may be a piece of id or text that only one has.',
  args: [{ name: '<action>', text: 'the action' }],
  options: [
    { flags: '--on <day>', text: 'when (default: today)' },
    { flags: '--result <text>', text: 'what came of it' },
  ],
  examples: [
    { command: 'pipeline actions done "call the board" --result "they meet on Friday"', text: 'today' },
    { command: 'pipeline actions done "call the board" --on yesterday', text: 'a day late in writing' },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const { writeDialogue } = await import('../dialogue.ts');
    const { doneOn } = await import('../done-on.ts');
    const { withEntryChanged } = await import('../../feedback/entry-change.ts');
    const { entryCalled } = await import('../../feedback/find.ts');
    const { actionsIn } = await import('../../report/actions.ts');
    const [word = ''] = call.args;
    return writeDialogue(call, ({ feedback, entering }) => {
      const all = actionsIn(feedback.entries);
      const action = entryCalled(word, all, {
        none: 'There is no action "{word}".',
        list: 'pipeline actions --all',
      });
      const result = call.text('result')?.trim() ?? action.done?.result ?? '';
      const done = doneOn(call, action, result, entering);
      return { id: action.id, files: withEntryChanged(feedback.files, action, { done }), did: 'done' };
    });
  },
};
