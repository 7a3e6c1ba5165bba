// pipeline history: one deal's life through all snapshots.

import { ExitStatus } from '../../base/exit-status.ts';
import type { Book } from '../../book/book.ts';
import { idsOf } from '../../deal/former-ids.ts';
import { isDealId } from '../../deal/id.ts';
import type { RemovalView } from '../../report/removal.ts';
import type { DealRow } from '../../snapshot/row.ts';
import type { Call, Verb } from '../verb.ts';

export const history: Verb = {
  name: 'history',
  job: 'look',
  summary: "one deal's life: what happened to it from snapshot to snapshot",
  description: [
    'Each snapshot in which something happened, with what it was; how often the close date was pushed and by how many days in',
    'all, the amount now against the first and the highest, the days in each stage. A renamed deal is followed back. With',
    '--field: what we said then, each close date or amount with who said it and when. What commits between the snapshots did',
    'stands below them, where the folder is under git.',
  ].join(' '),
  args: [{ name: '<deal>', text: 'an id, or a piece of id, name or account' }],
  options: [
    {
      flags: '--field <field>',
      text: 'what was said of the close date, or of the amount',
      choices: ['close', 'amount'],
    },
    {
      flags: '--as-of <date>',
      text: 'as the newest snapshot of that day or before has it',
      completes: 'snapshot',
    },
  ],
  examples: [
    { command: 'pipeline history kormoran-shipyard-erp', text: 'by its id' },
    { command: 'pipeline history kormoran --field close', text: 'each date that was promised' },
    { command: 'pipeline history kormoran --format csv', text: 'a row a snapshot' },
  ],
  formats: ['table', 'json', 'csv', 'markdown', 'html', 'xlsx'],

  async run(call) {
    const { historyView } = await import('../../report/history.ts');
    const { historyPage, historyRecords } = await import('../../page/history.ts');
    const { pastOf } = await import('../../book/past.ts');
    const { lookOf } = await import('../../page/look.ts');
    const book = await call.book(call.day('as-of'));
    const { row, isHere } = await wanted(call.args[0] ?? '', book);
    const { stepsOfLife } = await import('../history-steps.ts');
    const asked = call.text('field');
    const life = pastOf(row, book);
    const view = historyView({
      book,
      life,
      steps: await stepsOfLife(call, row, life, book),
      now: isHere ? row : undefined,
      removal: isHere ? null : await removal(call, row.id, book),
      field: asked === 'close' || asked === 'amount' ? asked : undefined,
    });
    await call.show({
      view,
      page: () => historyPage(view, lookOf(book)),
      records: () => historyRecords(view),
    });
    return !isHere || row.problem === '' ? ExitStatus.done : ExitStatus.rejected;
  },
};

/** The deal that a word means: one of that id here or, where it is gone, in a snapshot; else as everywhere. */
async function wanted(word: string, book: Book): Promise<{ row: DealRow; isHere: boolean }> {
  const { findDeal } = await import('../../report/find-deal.ts');
  const { lastRowOf } = await import('../../book/past.ts');
  const isHere = [...book.state.deals, ...book.state.archived].some((row) => idsOf(row).includes(word));
  const gone = isHere || !isDealId(word) || book.leftOut.includes(word) ? undefined : lastRowOf(word, book);
  return gone === undefined ? { row: findDeal(word, book).row, isHere: true } : { row: gone, isHere: false };
}

async function removal(call: Call, id: string, book: Book): Promise<RemovalView | null> {
  const { removalViews } = await import('../removals.ts');
  return removalViews(call, [id], { until: 'HEAD', timeZone: book.settings.timeZone }).get(id) ?? null;
}
