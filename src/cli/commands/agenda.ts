// pipeline agenda: what is due or late in the method's rhythm.

import { ExitStatus } from '../../base/exit-status.ts';
import type { Verb } from '../verb.ts';

export const agenda: Verb = {
  name: 'agenda',
  job: 'review and talk',
  summary: 'what is due or late in the rhythm, with the command for each',
  description: [
    'By the rhythms in pipeline.yaml: the export of a mirrored CRM, snapshot, deal review, plan review, results, clean-up',
    'and the dialogue about the process; and trials that end. Each goes by the trace that it leaves: the newest snapshot',
    'that was taken, sheet in reviews/, report in cleanups/, import, piece of feedback. Plan reviews and results leave',
    'none: pipeline agenda done writes down that they were held. What was never done is due an interval after',
    'documented_since. Late is what was due before today.',
  ].join(' '),
  options: [{ flags: '--fail', text: 'exit 1 where anything is late' }],
  examples: [
    { command: 'pipeline agenda', text: 'what to do today, and what comes next' },
    { command: 'pipeline agenda --format json', text: 'for a reminder in a chat' },
  ],
  formats: ['table', 'json', 'csv', 'markdown', 'html'],

  async run(call) {
    const { agendaOf } = await import('../agenda-look.ts');
    const { agendaPage, agendaRecords } = await import('../../page/agenda.ts');
    const book = await call.book();
    const view = await agendaOf(book);
    const { reportingCurrency, digits } = book.state;
    await call.show({
      view,
      page: () => agendaPage(view, reportingCurrency, digits),
      records: () => agendaRecords(view),
    });
    if (view.mistakes.length > 0) return ExitStatus.rejected;
    return call.flag('fail') && view.late.count > 0 ? ExitStatus.findings : ExitStatus.done;
  },
};
