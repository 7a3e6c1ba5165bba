// pipeline review stats: what reviews teach, from all sheets and from what was promised in them.

import { ExitStatus } from '../../base/exit-status.ts';
import { Failure } from '../../base/failure.ts';
import { said } from '../../base/said.ts';
import type { Verb } from '../verb.ts';

export const reviewStats: Verb = {
  name: 'review stats',
  job: 'review and talk',
  summary: 'what reviews teach: by how much the pipeline is overstated, promises, reasons, lessons',
  description: [
    'From the sheets of the period, by default this quarter and the three before it. The random part of a sheet is a',
    'sample of all that it was drawn from: what reviews found of it tells by how much the whole is overstated, with an',
    'interval that has the truth in it in 90 of 100 cases; the largest are reviewed one by one and need no estimate.',
    'Below 20 deals picked by chance, or 3 of them changed, it says that they are too few.',
    'Then whether actions were done on time, why deals were lost and won, and lessons by stage, each with its deal and sheet.',
    '--format csv has a record a deal, from which every figure can be reckoned again.',
  ].join(' '),
  options: [
    { flags: '--period <period>', text: 'sheets of 2026-Q4, last-month, …; else of the last four quarters' },
    { flags: '--owner <owner>', text: "only one owner's deals" },
  ],
  examples: [
    { command: 'pipeline review stats', text: 'of the last four quarters' },
    { command: 'pipeline review stats --period this-quarter --owner anna', text: 'with one person' },
    { command: 'pipeline review stats --format csv', text: 'deal by deal, for a spreadsheet' },
  ],
  formats: ['table', 'json', 'csv', 'markdown', 'html'],

  async run(call) {
    const { lastFourQuarters, reviewStats: statsOf } = await import('../../report/review-stats.ts');
    const { reviewSheets } = await import('../../book/sheets.ts');
    const { feedbackOf, unreadIn } = await import('../../book/feedback.ts');
    const { dialogueUntil } = await import('../../feedback/until.ts');
    const { actionsIn } = await import('../../report/actions.ts');
    const { book, archive } = await call.open();
    const dialogue = feedbackOf(call.root());
    const { sheets, problems } = reviewSheets(call.root(), book.settings);
    const period =
      (await call.period('period', book)) ?? lastFourQuarters(book.today, book.settings.fiscalYearStarts);
    const { view, deals } = statsOf(
      {
        ...{ book, archive },
        sheets,
        problems: [...problems, ...unreadIn(dialogue)],
        actions: actionsIn(dialogueUntil(dialogue.entries, book.today)),
      },
      period,
      call.text('owner'),
    );
    if (view.sheets.length === 0) {
      throw new Failure('nothing-to-look-at', 'There is no review sheet in that time.', {
        hint:
          sheets.length === 0
            ? 'pipeline review --sheet writes one.'
            : said('Sheets are there from {first} to {last}: --period.', {
                first: sheets[0]?.draw.on ?? '',
                last: sheets.at(-1)?.draw.on ?? '',
              }),
      });
    }
    const { lookOf } = await import('../../page/look.ts');
    const { reviewStatsPage } = await import('../../page/review-stats.ts');
    const { reviewStatsRecords } = await import('../../page/review-stats-records.ts');
    const look = lookOf(book);
    await call.show({
      view,
      page: () => reviewStatsPage(view, look),
      records: () => reviewStatsRecords(deals, view, look.digits),
    });
    return view.left_out.unreadable.length > 0 ? ExitStatus.rejected : ExitStatus.done;
  },
};
