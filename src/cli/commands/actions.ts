// pipeline actions: what was promised in reviews and is to be done.

import type { Verb } from '../verb.ts';

export const actions: Verb = {
  name: 'actions',
  job: 'review and talk',
  summary: 'what was promised in reviews and is to be done, the latest first',
  description: [
    'Actions come from the sheets of reviews. One is overdue when its day is before today. Exit status 3 where a file of',
    'feedback/ has mistakes, else 0, however late things are.',
  ].join(' '),
  options: [
    { flags: '--owner <owner>', text: 'of an owner; "none": nobody\'s' },
    { flags: '--overdue', text: 'only what is overdue' },
    { flags: '--all', text: 'also what is done or taken back' },
  ],
  examples: [
    { command: 'pipeline actions', text: 'all, the latest first' },
    { command: 'pipeline actions --owner anna --overdue', text: 'what Anna owes' },
  ],
  formats: ['table', 'json', 'csv', 'markdown', 'html', 'xlsx'],

  async run(call) {
    const { dialogueLook, dialogueOf, personNamed, statusOf } = await import('../dialogue.ts');
    const { actionsIn, actionsView } = await import('../../report/actions.ts');
    const { actionsPage, actionsRecords } = await import('../../page/actions.ts');
    const { feedback, entering } = await dialogueOf(call);
    const { settings, today } = entering;
    const word = call.text('owner');
    const owners = actionsIn(feedback.entries).map(({ owner }) => owner);
    const owner = word === undefined ? undefined : personNamed(word, owners, settings);
    const asked = { owner, overdue: call.flag('overdue'), all: call.flag('all') };
    const view = actionsView(feedback, asked, { settings, today });
    const look = await dialogueLook(settings);
    await call.show({ view, page: () => actionsPage(view, look), records: () => actionsRecords(view) });
    return statusOf(feedback);
  },
};
