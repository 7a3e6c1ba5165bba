// pipeline meeting: one page with what a meeting of the rhythm needs.

import { ExitStatus } from '../../base/exit-status.ts';
import { Failure } from '../../base/failure.ts';
import { said } from '../../base/said.ts';
import { MEETING_KINDS } from '../../report/meeting-kinds.ts';
import type { Verb } from '../verb.ts';

export const meeting: Verb = {
  name: 'meeting',
  job: 'review and talk',
  summary: 'one page with what the weekly, monthly or quarterly meeting needs',
  description: [
    'In the order of the method: what moved since the meeting before, what is stale, the review (its sheet, or whom to draw)',
    'and what was promised; monthly also plan and dialogue; quarterly also clean-up and results; and what is due. Since:',
    'a week, a month or a quarter ago, by the newest snapshot of then. It writes nothing. --format html makes one file for',
    'a shared screen, --format markdown one for a wiki or a chat. docs/meetings.md tells how a meeting goes.',
  ].join(' '),
  args: [{ name: '<kind>', text: 'weekly, monthly or quarterly', choices: MEETING_KINDS }],
  options: [{ flags: '--since <date>', text: 'the day of the meeting before' }],
  examples: [
    { command: 'pipeline meeting weekly', text: 'what a Monday needs' },
    {
      command: 'pipeline meeting weekly --output html=weekly.html',
      text: 'and a file for the shared screen',
    },
    { command: 'pipeline meeting monthly --format markdown', text: 'with plan and dialogue, for a wiki' },
    { command: 'pipeline meeting quarterly --since 2026-09-28', text: 'since the meeting before' },
  ],
  formats: ['table', 'json', 'markdown', 'html'],

  async run(call) {
    const [word = ''] = call.args;
    const kind = MEETING_KINDS.find((known) => known === word);
    if (kind === undefined) {
      const { didYouMean } = await import('../../base/nearest.ts');
      throw new Failure('usage', said('There is no {word} meeting.', { word }), {
        hint: didYouMean(
          word,
          MEETING_KINDS,
          said('There are {meeting_kinds}.', { meeting_kinds: MEETING_KINDS.join(', ') }),
        ),
      });
    }
    const { meetingFacts } = await import('../meeting-facts.ts');
    const { meetingView } = await import('../../report/meeting.ts');
    const { meetingPage } = await import('../../page/meeting.ts');
    const { lookOf } = await import('../../page/look.ts');
    const book = await call.book();
    const since = call.day('since');
    if (since !== undefined && since >= book.today) {
      throw new Failure(
        'usage',
        said('--since: {since} is not before today, {today}.', { since, today: book.today }),
        {
          hint: 'Name the day of the meeting before.',
        },
      );
    }
    const view = meetingView(kind, await meetingFacts(call, book, since));
    await call.show({ view, page: () => meetingPage(view, lookOf(book), book.settings.labels) });
    const unread = [...view.freshness.unreadable, ...view.unread_sheets, ...view.agenda.mistakes];
    return unread.length === 0 ? ExitStatus.done : ExitStatus.rejected;
  },
};
