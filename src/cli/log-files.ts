// pipeline log --from: files of activities and calendars, matched to deals and written down in one go.

import { basename, resolve } from 'node:path';
import type { ActivityFile } from '../activity-files/read-activities.ts';
import { ExitStatus } from '../base/exit-status.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import type { Opened } from '../book/open.ts';
import type { ExportFile } from '../crm-import/read-exports.ts';
import type { Deal } from '../deal/deal.ts';
import { address, DealClues } from '../entry/deal-clues.ts';
import type { FileItem } from '../entry/happened.ts';
import type { Outcome } from '../entry/log-batch.ts';
import type { Settings } from '../workspace/settings.ts';
import type { FileChange } from '../workspace/write-plan.ts';
import { type Entering, enteringOn } from './change-deals.ts';
import type { Call } from './verb.ts';

/** Options of `log` that say what each row and event says for itself. */
const OF_ONE = ['on', 'next', 'by', 'where', 'yes'];
const STDIN = '-';

/**
 * Writes down what the files tell of deals, or with --dry-run says what would be.
 * @throws Failure `usage`, `export-unreadable`, `mapping-needed`, `nothing-to-look-at`, and as a write does
 */
export async function logFiles(call: Call): Promise<ExitStatus> {
  const given = OF_ONE.find((option) => call.flag(option) || call.list(option).length > 0);
  if (given !== undefined) {
    throw new Failure('usage', said('--{given} is for one activity, and --from takes many.', { given }), {
      hint: 'Each row and each event says its own day. --dry-run shows what would be written.',
    });
  }
  const files = await filesAsked(call);
  return call.locked(async (today) => {
    const opened = await call.open({ today: () => today });
    const entering = await enteringOn(today, opened.book.settings);
    const team = teamAddresses(entering.settings);
    const clues = new DealClues([...opened.book.deals.values()], team);
    const isAsked = await ownerAsked(call, entering);
    const read = await readFiles(call, files, entering, clues);
    const items = read.flatMap((file) => file.items);
    const { outcomes, changes } = await outcomesFor(items, isAsked, clues, opened);
    const dryRun = call.flag('dry-run');
    const { writeImport } = await import('./import-request.ts');
    if (!dryRun) await writeImport(call, changes);
    const { logBatchView } = await import('../report/log-batch.ts');
    const { logBatchPage, logBatchRecords } = await import('../page/log-batch.ts');
    const { lookOf } = await import('../page/look.ts');
    const { readings } = entering.understood;
    const view = logBatchView({
      on: today,
      dryRun,
      files: read,
      outcomes,
      team,
      book: opened.book,
      readings,
    });
    await call.show({
      view,
      page: () => logBatchPage(view, lookOf(opened.book), opened.book.state.reportingCurrency),
      records: () => logBatchRecords(view),
    });
    const isWhole = view.rejected === 0 && view.unreadable.length === 0;
    return isWhole ? ExitStatus.done : ExitStatus.rejected;
  });
}

/** The words behind --from are files; `-` is stdin. Read before others are locked out. */
async function filesAsked(call: Call): Promise<ExportFile[]> {
  const { readExportFile } = await import('../crm-import/read-exports.ts');
  const files: ExportFile[] = [];
  for (const name of new Set([...call.list('from'), ...call.args])) {
    if (name === STDIN) files.push({ name: 'stdin', bytes: Buffer.from(await call.io.stdin.readAll()) });
    else files.push({ ...readExportFile(resolve(call.io.cwd, name)), name: basename(name) });
  }
  return files;
}

async function readFiles(
  call: Call,
  files: readonly ExportFile[],
  entering: Entering,
  clues: DealClues,
): Promise<ActivityFile[]> {
  const { readActivities } = await import('../activity-files/read-activities.ts');
  const { activityType, eventType } = await import('../entry/activity.ts');
  const { readingAsked } = await import('./import-request.ts');
  const { today, settings, understood } = entering;
  const since = call.text('since');
  const asked = call.text('type');
  // A day that a person gave stands for the whole of it, so that what is shown can be had again.
  const isGiven = call.text('today') !== undefined || (call.io.env.PIPELINE_TODAY ?? '') !== '';
  return readActivities(files, {
    ...(await readingAsked(call)),
    settings,
    team: teamAddresses(settings),
    window: {
      today,
      since: since === undefined ? undefined : understood.day(since, 'past'),
      now: isGiven ? undefined : call.io.now().getTime(),
    },
    typeOf: (kind) =>
      asked === undefined && kind === 'calendar' ? eventType(entering) : activityType(asked, entering),
    isDeal: (text) => clues.called(text).length > 0,
  });
}

/** What becomes of each, and the changes of files that carry it out. */
async function outcomesFor(
  items: readonly FileItem[],
  isAsked: (deal: Deal) => boolean,
  clues: DealClues,
  { book, archive }: Opened,
): Promise<{ outcomes: Outcome[]; changes: FileChange[] }> {
  const { activitiesAdded, newByDeal, outcomesOf, refusedAs } = await import('../entry/log-batch.ts');
  const { KnownActivities } = await import('../entry/known-activities.ts');
  const { isRefused, patchedFile } = await import('../workspace/deal-changes.ts');
  const known = new KnownActivities([...book.deals.values(), ...archive.values()]);
  let outcomes = outcomesOf(items, { clues, known, isAsked });
  const changes: FileChange[] = [];
  for (const [deal, happened] of newByDeal(outcomes)) {
    const changed = patchedFile(deal, activitiesAdded(deal, happened, book), {
      root: book.root,
      currency: book.settings.currency,
    });
    if (isRefused(changed)) outcomes = refusedAs(outcomes, deal, changed.reason);
    else changes.push(...changed.files);
  }
  return { outcomes, changes };
}

/** Whether a deal is of the owner of --owner. @throws Failure `usage` */
async function ownerAsked(call: Call, entering: Entering): Promise<(deal: Deal) => boolean> {
  const word = call.text('owner');
  if (word === undefined) return () => true;
  const { ownerCalled } = await import('../entry/owner.ts');
  const { ownerKey } = await import('../freshness/owner.ts');
  const { team } = entering.settings;
  const asked = ownerCalled(word, entering);
  return ({ owner }) => ownerKey(team, owner) === asked;
}

function teamAddresses({ team }: Settings): Set<string> {
  const all = team.flatMap(({ email, also }) => [email, ...also]).filter((text) => text.includes('@'));
  return new Set(all.map(address));
}
