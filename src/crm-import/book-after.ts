// The book as it stands once an import is written, without writing it: what `week` takes a snapshot of.

import type { Book } from '../book/book.ts';
import type { Opened } from '../book/open.ts';
import type { Deal } from '../deal/deal.ts';
import { readDeal } from '../deal/read.ts';
import { takeSnapshot, type UnreadableDeal } from '../snapshot/take.ts';
import { archiveFolder } from '../workspace/deal-files.ts';
import type { LastImport } from '../workspace/last-import.ts';
import { ratesOn } from '../workspace/rates.ts';
import type { ChangedDeal } from './file-changes.ts';
import type { ImportOutcome } from './import-exports.ts';
import type { PlannedDeal } from './new-deals.ts';

/** The book after an import. Its state is the working set as it would be taken then. */
export function bookAfter(opened: Opened, { after, facts, last }: ImportOutcome): Book {
  const { book, archive, series } = opened;
  const { settings } = after;
  const deals = new Map(book.deals);
  const archived = new Map(
    [...archive].map(([id, deal]) => [id, { deal, folder: archiveFolder(deal.path) ?? '' }]),
  );
  for (const planned of after.created) deals.set(planned.id, dealOf(planned));
  for (const changed of after.changed) {
    deals.set(changed.deal.id, reread(changed, settings.currency));
    archived.delete(changed.deal.id);
  }
  for (const { deal, path } of after.archived) {
    deals.delete(deal.id);
    archived.set(deal.id, { deal: { ...deal, path }, folder: archiveFolder(path) ?? '' });
  }
  const state = takeSnapshot({
    ...book.state,
    deals: [...deals.values()],
    archived: [...archived.values()],
    unreadable: unreadableOf(book),
    settings,
    rates: ratesOn(settings, book.today),
    series,
    today: book.today,
  });
  const imports =
    last === undefined ? book.imports : withLast(book.imports, { system: facts.system, ...last });
  const { written: _, ...rest } = book;
  return { ...rest, settings, deals, state, imports };
}

/** A new deal as it will be read; the lines of its file are of no account here. */
function dealOf({ id, path, deal }: PlannedDeal): Deal {
  return {
    id,
    path,
    name: deal.name,
    account: deal.account ?? '',
    owner: deal.owner ?? '',
    stage: deal.stage,
    amount: deal.amount,
    currency: deal.currency ?? '',
    created: deal.created,
    recorded: deal.recorded,
    close: deal.close,
    important: '',
    category: '',
    contacts: [],
    nextStep: deal.nextStep,
    stages: (deal.stages ?? []).map((entry) => ({ ...entry, line: 0 })),
    activities: (deal.activities ?? []).map((activity) => ({ ...activity, line: 0 })),
    checklist: [],
    waive: [],
    lostReason: deal.lostReason ?? '',
    source: deal.source,
    was: '',
    mergedInto: '',
    missing: undefined,
    custom: deal.custom ?? {},
    lines: {},
  };
}

function reread({ deal, path, text }: ChangedDeal, currency: string): Deal {
  if (text === undefined) return { ...deal, path };
  const read = readDeal(text, path, { currency }).deal;
  if (read === undefined) throw new Error(`${path} would not read back; nothing was written`);
  return read;
}

/** Those whose files can't be read stand in the state as they stood. */
function unreadableOf({ state }: Book): UnreadableDeal[] {
  const unread = state.deals.filter(({ problem }) => problem !== '');
  const inArchive = state.archived.filter(({ problem }) => problem !== '');
  return [
    ...unread.map((row) => ({ id: row.id, problem: row.problem, previous: row })),
    ...inArchive.map((row) => ({
      ...{ id: row.id, problem: row.problem, folder: row.archived },
      previous: row.stage === '' ? undefined : row,
    })),
  ];
}

function withLast(imports: readonly LastImport[], last: LastImport): LastImport[] {
  return [...imports.filter(({ system }) => system !== last.system), last];
}
