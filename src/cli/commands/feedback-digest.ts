// pipeline feedback digest: the dialogue of a period, with the data beside the opinions.

import { Failure } from '../../base/failure.ts';
import { said } from '../../base/said.ts';
import type { Verb } from '../verb.ts';

export const feedbackDigest: Verb = {
  name: 'feedback digest',
  job: 'review and talk',
  summary: 'what works, what to change, what was decided and what came of it; trials before and after',
  description: [
    'Of the last twelve weeks, or --period. A trial with a measure is shown before and after its beginning, over as long a',
    'time on either side, with counts; and whether that is enough to tell (docs/feedback.md has the rule). Stage by stage',
    'stands what the data says beside what people said. Exit status 3 where a file of feedback/ has mistakes.',
  ].join(' '),
  options: [{ flags: '--period <period>', text: 'of a period: 2026-Q4, last-month' }],
  examples: [
    { command: 'pipeline feedback digest', text: 'before the team talks about the process' },
    { command: 'pipeline feedback digest --period 2026-Q4 --format markdown', text: 'to send around' },
  ],
  formats: ['table', 'json', 'csv', 'markdown', 'html', 'xlsx'],

  async run(call) {
    const { feedbackOf } = await import('../../book/feedback.ts');
    const { lastWeeks } = await import('../../report/discipline.ts');
    const { loggedMoments } = await import('../../discipline/moments.ts');
    const { writtenDown } = await import('../../discipline/written.ts');
    const { feedbackDigestView } = await import('../../report/feedback-digest.ts');
    const { feedbackDigestPage, feedbackDigestRecords } = await import('../../page/feedback-digest.ts');
    const { datedSnapshots } = await import('../dated-snapshots.ts');
    const { dialogueLook, statusOf } = await import('../dialogue.ts');
    const { book, archive } = await call.open();
    const { settings, today } = book;
    const period = (await call.period('period', book)) ?? lastWeeks(today);
    if (period.from > today)
      throw new Failure(
        'nothing-to-look-at',
        said('{name} has not begun: nothing was said yet.', { name: period.name }),
      );
    const feedback = feedbackOf(call.root());
    const { steps } = writtenDown({ book, archive, momentsOf: loggedMoments(today), within: undefined });
    const view = feedbackDigestView(feedback, period, {
      ...{ book, archive, steps, settings },
      ...datedSnapshots(book),
    });
    const look = await dialogueLook(settings);
    await call.show({
      view,
      page: () => feedbackDigestPage(view, look),
      records: () => feedbackDigestRecords(view),
    });
    return statusOf(feedback);
  },
};
