// pipeline review: whom to talk about, by a sampling key that nobody can bend.

import { ExitStatus } from '../../base/exit-status.ts';
import { Failure } from '../../base/failure.ts';
import { asItIs } from '../../base/said.ts';
import type { Call, Verb } from '../verb.ts';

const STATUSES = ['open', 'won', 'lost', 'all'] as const;

export const review: Verb = {
  name: 'review',
  job: 'review and talk',
  summary: 'draw the deals to talk about: important, largest, and some at random',
  description: [
    'Of the open deals, and of those won and lost in the period: every one marked important, then the largest of',
    'the others, then some at random from the rest. The draw follows from its seed, which is printed: the same seed',
    'on the same deals gives the same sample on every machine, and a larger --random only adds to it.',
    'Sizes default to review: in pipeline.yaml; closed deals to those since the last review, else of the last',
    'closed_within days. Deals in a sheet of the last not_again_within days are left out of the random ones.',
  ].join(' '),
  options: [
    { flags: '--largest <k>', text: 'so many of the largest of each stratum' },
    { flags: '--random <n>', text: 'so many at random of each stratum' },
    { flags: '--seed <text>', text: 'any text; else from the name of the workspace, the day and the owner' },
    { flags: '--status <status>', text: 'one stratum only (all)', choices: STATUSES },
    { flags: '--since <date>', text: 'closed deals: those closed since then' },
    { flags: '--period <period>', text: 'closed deals: those closed in 2026-Q4, last-month, …' },
    { flags: '--weighted', text: 'draw the random ones with a chance proportional to their value' },
    { flags: '--owner <owner>', text: "only one owner's deals" },
    { flags: '--team', text: 'deal the random ones across owners: everyone has at least one' },
    { flags: '--minutes <m>', text: 'cut to what fits, at 5 minutes a deal; both parts stay' },
    { flags: '--sheet', text: 'write the sheet of the review: reviews/DATE.md' },
    { flags: '--apply <file>', text: 'carry out what was filled in there: edits, promises, feedback' },
    { flags: '--dry-run', text: 'with --sheet or --apply: say what would be written, and write nothing' },
    {
      flags: '--as-of <date>',
      text: 'as the newest snapshot of that day or before has them',
      completes: 'snapshot',
    },
  ],
  examples: [
    { command: 'pipeline review --random 5', text: 'what a Monday needs' },
    { command: 'pipeline review --status open --minutes 30', text: 'six open deals' },
    { command: 'pipeline review --owner anna --largest 3 --random 2', text: 'with one person' },
    { command: 'pipeline review --status lost --period last-quarter', text: 'why deals were lost' },
    { command: 'pipeline review --sheet', text: 'prepare one: a section and a block a deal' },
    { command: 'pipeline review --apply reviews/2026-11-23.md --dry-run', text: 'what the answers come to' },
    { command: 'pipeline review --team --status open --sheet', text: "something of everyone's" },
    { command: 'pipeline review --weighted --seed audit-1', text: 'as auditors draw' },
  ],
  formats: ['table', 'json', 'csv', 'markdown', 'html'],

  async run(call) {
    const applied = call.text('apply');
    if (applied !== undefined) {
      const { showApplied } = await import('../review-apply.ts');
      return await showApplied(call, applied);
    }
    if (call.flag('sheet')) return await writeSheet(call);
    if (call.flag('dry-run')) {
      throw new Failure('usage', '--dry-run is of --sheet and --apply: a review writes nothing else.', {
        hint: asItIs('pipeline review --sheet --dry-run'),
      });
    }
    const { reviewView } = await import('../../report/review.ts');
    const { findingsOf } = await import('../../freshness/findings.ts');
    const { previousSnapshot } = await import('../../book/past.ts');
    const { drawnSheets } = await import('../../book/sheet-texts.ts');
    const { reviewAsked, sheetCommand } = await import('../review-asked.ts');
    const book = await call.book(call.day('as-of'));
    const view = reviewView(
      {
        book,
        sheets: drawnSheets(book.root),
        previous: previousSnapshot(book),
        found: findingsOf(book),
      },
      await reviewAsked(call, book),
    );
    const { lookOf } = await import('../../page/look.ts');
    const { reviewPage } = await import('../../page/review.ts');
    const { reviewRecords } = await import('../../page/review-records.ts');
    await call.show({
      view,
      page: () => reviewPage(view, lookOf(book), book.past ? undefined : sheetCommand(call)),
      records: () => reviewRecords(view),
    });
    const unread = view.unreadable.length + view.unread_sheets.length;
    return unread > 0 ? ExitStatus.rejected : ExitStatus.done;
  },
};

async function writeSheet(call: Call): Promise<ExitStatus> {
  if (call.text('as-of') !== undefined) {
    throw new Failure('usage', '--sheet is of today: nobody can hold a review in the past.', {
      hint: 'Leave out --as-of.',
    });
  }
  const { makeSheet } = await import('../review-sheet.ts');
  const { book, view, draw } = await call.locked((today) => makeSheet(call, today));
  const { lookOf } = await import('../../page/look.ts');
  const { sheetDocument, sheetSummary } = await import('../../page/review-sheet.ts');
  const { sheetRecords } = await import('../../page/review-records.ts');
  const look = lookOf(book);
  await call.show({
    view,
    page: () => sheetSummary(view, look),
    document: () => sheetDocument(view, draw, look, book.settings.lostReasons),
    records: () => sheetRecords(view),
  });
  return view.unreadable.length > 0 ? ExitStatus.rejected : ExitStatus.done;
}
