// Which source a backfill's words ask for, and what it needs to be one.

import { resolve } from 'node:path';
import type { PastSource } from '../backfill/source.ts';
import { countsOf } from '../base/counts.ts';
import { Failure } from '../base/failure.ts';
import { asItIs, said } from '../base/said.ts';
import type { Opened } from '../book/open.ts';
import type { Deal } from '../deal/deal.ts';
import { refuseUnreadable } from '../snapshot/refuse.ts';
import { archiveFolder } from '../workspace/deal-files.ts';
import { daysNamed } from './backfill-plan.ts';
import { importRequest, readingAsked } from './import-request.ts';
import type { Call } from './verb.ts';
import { VERSION } from './version.ts';

/** @throws Failure `usage`, `nothing-to-look-at`, `deals-unreadable`, `mapping-needed`, `export-unreadable` */
export async function backfillSource(call: Call, opened: Opened): Promise<PastSource> {
  const from = call.text('from');
  if (from === 'history') return historySource(call, opened);
  if (from === 'exports') return exportsSource(call, opened);
  if (call.args.length > 0) {
    throw new Failure(
      'usage',
      said('--from {from} reads no files: {args}.', { from: from ?? '', args: call.args.join(', ') }),
      {
        hint: 'pipeline backfill FILE… --from history reads those of a CRM.',
      },
    );
  }
  if (from === 'git') return gitSource(call, opened);
  const { pastFromDates } = await import('../backfill/from-dates.ts');
  refuseUnreadable(opened.book, NOT_SO);
  return pastFromDates({
    deals: [...opened.book.deals.values()],
    archived: [...opened.archive.values()].map((deal) => ({ deal, folder: archiveFolder(deal.path) ?? '' })),
    settings: opened.book.settings,
  });
}

async function gitSource(call: Call, { book: { root, settings } }: Opened): Promise<PastSource> {
  const { gitPast } = await import('../workspace/git-past.ts');
  const git = gitPast(root, call.io.env);
  if (git === undefined) {
    throw new Failure('nothing-to-look-at', 'The workspace is in no git repository, or has no commit yet.', {
      hint: 'pipeline backfill --from dates goes by the dates in the deals.',
    });
  }
  if (git.isShallow) call.note('The clone is shallow: older commits are not here. → git fetch --unshallow');
  const { pastFromGit } = await import('../backfill/from-git.ts');
  return pastFromGit(git, settings);
}

async function exportsSource(call: Call, opened: Opened): Promise<PastSource> {
  const { book, archive } = opened;
  if (![...book.deals.values(), ...archive.values()].some(({ source }) => source !== undefined)) {
    throw new Failure('nothing-to-look-at', 'No deal here comes from an export yet.', {
      hint: 'Import the newest one first, so that stages, columns and ids are settled: pipeline import EXPORT',
    });
  }
  const { datedExports } = await import('../backfill/export-days.ts');
  const { pastFromExports } = await import('../backfill/from-exports.ts');
  if (call.args.length === 0) {
    throw new Failure('usage', 'Which exports, or which folder of them?', {
      hint: 'pipeline backfill exports/ --from exports: the days are those in their names',
    });
  }
  const told = call.text('date') === undefined ? undefined : daysNamed(call, 'date');
  const exports = datedExports(
    call.args.map((path) => resolve(call.io.cwd, path)),
    told,
  );
  const filesOf = new Map(exports.map(({ day, files }) => [day, files]));
  return pastFromExports({
    root: book.root,
    deals: [...book.deals.values(), ...archive.values()],
    settings: book.settings,
    days: exports.map(({ day }) => day),
    request: async (day) => importRequest({ ...call, args: filesOf.get(day) ?? [] }, day),
    now: call.io.now(),
    toolVersion: VERSION,
  });
}

async function historySource(call: Call, opened: Opened): Promise<PastSource> {
  const { changesIn, isHistoryHeader } = await import('../backfill/history-tables.ts');
  const { changesFrom } = await import('../backfill/history-values.ts');
  const { pastFromHistory } = await import('../backfill/from-history.ts');
  const { readExportFile, tablesOf } = await import('../crm-import/read-exports.ts');
  const { storedMappings } = await import('../crm-import/stored-mappings.ts');
  if (call.args.length === 0) {
    throw new Failure('usage', 'Which files hold the history?', {
      hint: asItIs('pipeline backfill OpportunityHistory.csv --from history'),
    });
  }
  refuseUnreadable(opened.book, NOT_SO);
  const { book, archive } = opened;
  const { settings } = book;
  const archived = [...archive.values()].map((deal) => ({ deal, folder: archiveFolder(deal.path) ?? '' }));
  const all = [...book.deals.values(), ...archive.values()];
  const asked = await readingAsked(call);
  const tables = await tablesOf(
    call.args.map((file) => readExportFile(resolve(call.io.cwd, file))),
    {
      ...asked,
      usual: { encoding: undefined, delimiter: undefined },
      locale: settings.locale,
      isHeader: isHistoryHeader,
    },
  );
  const raw = tables.flatMap((table) => {
    const changes = changesIn(table);
    if (changes === undefined)
      call.note(said('{file} holds no history, and is ignored.', { file: table.file }));
    return changes ?? [];
  });
  const ids = new Set(raw.map(({ deal }) => deal));
  const systems = all.flatMap(({ source }) =>
    source !== undefined && ids.has(source.id) ? [source.system] : [],
  );
  if (systems.length === 0) throw nothingKnown(call, ids.size);
  const system = mostOften(systems);
  const isOf = ({ source }: Deal) => source === undefined || source.system === system;
  const known = new Set(all.filter(isOf).map(({ source }) => source?.id ?? ''));
  const mapping = storedMappings(book.root).get(system)?.mapping;
  const changes = changesFrom(
    raw.filter(({ deal }) => deal === '' || known.has(deal)),
    {
      settings,
      stages: mapping?.stages ?? {},
      dates: asked.dates ?? mapping?.dates,
      mappingFile: `imports/${system}.yaml`,
    },
  );
  return pastFromHistory({
    deals: [...book.deals.values()].filter(isOf),
    archived: archived.filter(({ deal }) => isOf(deal)),
    changes,
    strangers: [...ids].filter((id) => id !== '' && !known.has(id)).sort(),
    settings,
  });
}

function nothingKnown(call: Call, count: number): Failure {
  if (count === 0) {
    return new Failure(
      'nothing-to-look-at',
      said('{args}: no table of these is a history that is known.', { args: call.args.join(', ') }),
      {
        hint: "Known are OpportunityHistory, OpportunityFieldHistory, HubSpot's property history and tables with _fivetran_start.",
      },
    );
  }
  return new Failure(
    'nothing-to-look-at',
    said('None of the {count} deals of the history is here.', { count }),
    {
      hint: 'Import the deals first, with their ids: pipeline import EXPORT',
    },
  );
}

function mostOften(words: readonly string[]): string {
  return [...countsOf(words)].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? '';
}

/** A past without the deals that can't be read would let them appear from nowhere later. */
const NOT_SO = { told: 'a past without them would not be so.', hint: 'Mend the files first.' } as const;
