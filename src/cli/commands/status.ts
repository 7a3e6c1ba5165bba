// pipeline status: one screen of the whole.

import { ExitStatus } from '../../base/exit-status.ts';
import type { Verb } from '../verb.ts';

export const status: Verb = {
  name: 'status',
  job: 'look',
  summary: 'one screen: funnel, what moved, how fresh it is, what is due',
  description: [
    'The funnel with the median days that open deals are in their stage, how open value went over the last weeks, what moved since the snapshot before today,',
    'the freshness index, how many open deals were recorded from the first stage on, and what is due by the rhythms',
    'in pipeline.yaml.',
  ].join(' '),
  options: [
    {
      flags: '--as-of <date>',
      text: 'as the newest snapshot of that day or before has it',
      completes: 'snapshot',
    },
  ],
  examples: [
    { command: 'pipeline status', text: 'how it stands today' },
    { command: 'pipeline status --format json', text: 'for a dashboard' },
  ],
  formats: ['table', 'json', 'csv', 'markdown', 'html'],

  async run(call) {
    const { statusView } = await import('../../report/status.ts');
    const { courseBegins } = await import('../../report/status-course.ts');
    const { indexFindings } = await import('../../freshness/findings.ts');
    const { openDeals } = await import('../../freshness/open-deals.ts');
    const past = await import('../../book/past.ts');
    const book = await call.book(call.day('as-of'));
    const { agendaOf } = await import('../agenda-look.ts');
    const view = statusView({
      book,
      previous: past.previousSnapshot(book),
      newest: past.newestDay(book),
      headers: past.headersFrom(courseBegins(book.today, book.settings.fiscalYearStarts), book),
      due: book.past ? [] : (await agendaOf(book)).items,
      found: indexFindings(book, openDeals(book.state)),
    });
    const { statusPage, statusRecords } = await import('../../page/status.ts');
    await call.show({
      view,
      page: () => statusPage(view, book.state.digits),
      records: () => statusRecords(view),
    });
    return view.unreadable.length > 0 ? ExitStatus.rejected : ExitStatus.done;
  },
};
