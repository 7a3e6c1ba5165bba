// pipeline agenda done: a plan review or the results were held; they leave no other trace.

import { ExitStatus } from '../../base/exit-status.ts';
import { Failure } from '../../base/failure.ts';
import { didYouMean } from '../../base/nearest.ts';
import { said } from '../../base/said.ts';
import { HELD } from '../../feedback/entry.ts';
import type { Verb } from '../verb.ts';

export const agendaDone: Verb = {
  name: 'agenda done',
  job: 'review and talk',
  summary: 'write down that a plan review or the results were held',
  description: 'An entry in feedback/, in the month of the day. The same again changes nothing.',
  args: [{ name: '<what>', text: 'plan or results', choices: HELD }],
  options: [{ flags: '--on <day>', text: 'when it was held (default: today)' }],
  examples: [
    { command: 'pipeline agenda done plan', text: 'the plan was looked at today' },
    { command: 'pipeline agenda done results --on 5.10', text: 'the results of the quarter, some weeks ago' },
  ],
  formats: ['table', 'json', 'csv', 'markdown'],

  async run(call) {
    const [word = ''] = call.args;
    const what = HELD.find((known) => known === word);
    if (what === undefined) {
      throw new Failure('usage', said('"{word}" is not written down so: plan or results is.', { word }), {
        hint: didYouMean(word, HELD, 'Of all else the agenda sees when it was done.'),
      });
    }
    const { expectHappened } = await import('../../entry/activity.ts');
    const { enteringOn } = await import('../change-deals.ts');
    const { withEntries } = await import('../../feedback/changes.ts');
    const { entryId } = await import('../../feedback/entry-id.ts');
    const { feedbackOf } = await import('../../book/feedback.ts');
    const { agendaDoneView } = await import('../../report/agenda-done.ts');
    const { agendaDonePage, agendaDoneRecords } = await import('../../page/agenda-done.ts');
    const settings = await call.settings();
    return call.locked(async (today) => {
      const { understood } = await enteringOn(today, settings);
      const on = understood.day(call.text('on') ?? today, 'past');
      expectHappened(on, today, said('Write it down on that day: pipeline agenda done {what}', { what }));
      const { files } = feedbackOf(call.root());
      const changes = withEntries(files, [{ id: entryId('h', [what, on]), on, kind: 'held', what }]);
      await call.write(changes, { signal: call.io.signal });
      const view = agendaDoneView({ what, on }, changes.length > 0, settings);
      await call.show({ view, page: () => agendaDonePage(view), records: () => agendaDoneRecords(view) });
      return ExitStatus.done;
    });
  },
};
