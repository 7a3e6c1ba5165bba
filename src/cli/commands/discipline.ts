// pipeline discipline: how soon the team writes things down, and who writes.

import { ExitStatus } from '../../base/exit-status.ts';
import { Failure } from '../../base/failure.ts';
import { said } from '../../base/said.ts';
import type { Verb } from '../verb.ts';

export const discipline: Verb = {
  name: 'discipline',
  job: 'document',
  summary: 'how soon things are written down, from which stage on, and who writes',
  description: [
    'Days from what happened (`on`, `created`) until it was written (`logged`, `recorded`): median, the 90th of 100, and how many',
    'within the promised time; deals recorded from the first stage on; steps up out of a stage without an activity. A line counts',
    'in the week in which it was written. One without `logged` is unknown, never 0: nothing in the file tells it from one that was',
    'written late. With --from-git the first commit that has the line tells, whatever the file says. What happened before',
    'documented_since is left out. Who writes: everybody in the team, week by week; by owner, what each can put right next.',
  ].join(' '),
  options: [
    { flags: '--period <period>', text: '2026-Q4, last-month, …; by default the last 12 weeks' },
    {
      flags: '--by <group>',
      text: 'for each owner, stage or week',
      choices: ['owner', 'stage', 'week'],
    },
    { flags: '--from-git', text: 'by the first commit that has the line, not by `logged`' },
    { flags: '--within <days>', text: 'the promised time; by default what rule late-log allows (2)' },
  ],
  examples: [
    { command: 'pipeline discipline', text: 'the last 12 weeks' },
    { command: 'pipeline discipline --by owner', text: 'what each can put right next' },
    { command: 'pipeline discipline --from-git --period this-quarter', text: 'as the commits have it' },
    { command: 'pipeline discipline --by week --within 1 --format csv', text: 'for a spreadsheet' },
  ],
  formats: ['table', 'json', 'csv', 'markdown', 'html', 'xlsx'],

  async run(call) {
    const { disciplineView, lastWeeks } = await import('../../report/discipline.ts');
    const { loggedMoments } = await import('../../discipline/moments.ts');
    const { writtenDown } = await import('../../discipline/written.ts');
    const opened = await call.open();
    const { book, archive } = opened;
    const period = (await call.period('period', book)) ?? lastWeeks(book.today);
    if (period.from > book.today) {
      throw new Failure(
        'nothing-to-look-at',
        said('{name} has not begun: nothing is written yet.', { name: period.name }),
      );
    }
    if (book.state.deals.length + book.state.archived.length === 0 && book.settings.team.length === 0) {
      throw new Failure('nothing-to-look-at', 'There is no deal here yet.', {
        hint: 'A deal is a file in deals/; pipeline import brings many.',
      });
    }
    const within = call.count('within');
    const { gitMoments } = await import('../git-moments.ts');
    const git = call.flag('from-git') ? gitMoments(call, opened) : undefined;
    const momentsOf = git?.momentsOf ?? loggedMoments(book.today);
    const by = call.text('by');
    const view = disciplineView(
      {
        ...{ book, period, git },
        written: writtenDown({ book, archive, momentsOf, within }),
        snapshotNames: book.snapshotNames,
        readSnapshot: (name) => book.snapshots.read(name),
      },
      { by: by === 'owner' || by === 'stage' || by === 'week' ? by : undefined, within },
    );
    const { disciplinePage } = await import('../../page/discipline.ts');
    const { disciplineRecords } = await import('../../page/discipline-records.ts');
    const { disciplineLook } = await import('../discipline-look.ts');
    await call.show({
      view,
      page: () => disciplinePage(view, disciplineLook(call, book)),
      records: () => disciplineRecords(view),
    });
    return view.unreadable.length > 0 ? ExitStatus.rejected : ExitStatus.done;
  },
};
