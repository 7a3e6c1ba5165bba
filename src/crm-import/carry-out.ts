// A plan made real, short of writing: ids, texts, and what could not be written after all.

import type { Day } from '../base/day.ts';
import { periodAround } from '../base/period.ts';
import { type Said, said } from '../base/said.ts';
import { takenIds } from '../book/taken-ids.ts';
import type { Deal } from '../deal/deal.ts';
import {
  archivedFile,
  type ChangeContext,
  type ChangedDeal,
  isRefused,
  patchedFile,
  restoredFile,
} from '../workspace/deal-changes.ts';
import type { Settings } from '../workspace/settings.ts';
import type { FileChange } from '../workspace/write-plan.ts';
import type { ImportFacts, RejectedFact } from './facts.ts';
import type { Workspace } from './holdings.ts';
import { newDeals, newFile, type PlannedDeal } from './new-deals.ts';
import type { ImportPlan, PlannedUpdate, RejectedRow } from './plan.ts';
import type { Prepared } from './prepare.ts';
import { keptRejected } from './rejected-place.ts';

export interface CarryContext {
  readonly workspace: Workspace;
  readonly settings: Settings;
  readonly prepared: Prepared;
  readonly system: string;
  readonly request: {
    readonly exportDay: Day;
    readonly archiveGone: boolean;
    readonly tail: () => string;
  };
}

export interface CarriedOut {
  readonly files: readonly FileChange[];
  readonly facts: Pick<
    ImportFacts,
    | 'rows'
    | 'created'
    | 'updated'
    | 'restored'
    | 'unchanged'
    | 'rejected'
    | 'rejectedFile'
    | 'changes'
    | 'merged'
    | 'missing'
  >;
  readonly notes: readonly Said[];
  readonly after: {
    readonly created: readonly PlannedDeal[];
    /** At the paths where they lie then: in deals/, or in archive/. */
    readonly changed: readonly ChangedDeal[];
  };
}

/** The changes of files, and the facts. A row whose deal can't be written as it should be is rejected. */
export function carryOut(plan: ImportPlan, context: CarryContext): CarriedOut {
  const { workspace, settings, request, prepared, system } = context;
  const { book } = workspace;
  const rejected: RejectedRow[] = [...plan.rejected];
  const files: FileChange[] = [];
  const created: PlannedDeal[] = [];
  const planned = newDeals(plan.creates, {
    system,
    today: book.today,
    exportDay: request.exportDay,
    currency: settings.currency,
    numeric: prepared.numeric,
    taken: takenIds(workspace),
    tail: request.tail,
  });
  for (const deal of planned) {
    const file = newFile(deal);
    if ('reason' in file) rejected.push({ row: deal.exported.row, reason: file.reason });
    else {
      files.push(file);
      created.push(deal);
    }
  }
  const updates = patchUpdates(plan.updates, { root: book.root, currency: settings.currency }, rejected);
  const gone = goneDeals(plan.gone, context);
  for (const { changed } of [...updates, ...gone]) files.push(...(changed?.files ?? []));
  rejected.sort(byPlace);
  const kept = keptRejected(book, system, prepared.table, prepared.width, rejected);
  files.push(...(kept?.files ?? []));
  return {
    files,
    facts: {
      rows: plan.rows,
      created: created.map(({ id }) => id),
      updated: updates.map(({ update }) => update.deal.id),
      restored: updates.filter(({ update }) => update.restored).map(({ update }) => update.deal.id),
      unchanged: plan.unchanged,
      rejected: rejected.map((row) => rejectedFact(row, prepared.table.file)),
      rejectedFile: kept?.path ?? '',
      changes: updates.flatMap(({ update }) =>
        update.listed.map((change) => ({ id: update.deal.id, ...change })),
      ),
      merged: mergedFacts(plan.merged, updates),
      missing: gone.map(({ deal, since, isArchived }) => ({
        id: deal.id,
        name: deal.name,
        since,
        archived: isArchived,
      })),
    },
    notes: notesOn(gone),
    after: {
      created,
      changed: [...updates.map(({ changed }) => changed), ...gone.flatMap(({ changed }) => changed ?? [])],
    },
  };
}

/**
 * The changed files of updates. What can't be changed as it should be goes to the rejected rows.
 * @param rejected is added to
 */
export function patchUpdates(
  updates: readonly PlannedUpdate[],
  context: ChangeContext,
  rejected: RejectedRow[],
): { readonly update: PlannedUpdate; readonly changed: ChangedDeal }[] {
  return updates.flatMap((update) => {
    const make = update.restored ? restoredFile : patchedFile;
    const changed = make(update.deal, update.changes, context);
    if (!isRefused(changed)) return [{ update, changed }];
    rejected.push({ row: update.row, reason: changed.reason });
    return [];
  });
}

interface Gone {
  readonly deal: Deal;
  readonly since: Day;
  readonly isArchived: boolean;
  /** Undefined where nothing changes: it was missing before. */
  readonly changed: ChangedDeal | undefined;
  /** Why it stays as it is. */
  readonly trouble: Said | undefined;
}

/** Deals that are gone are marked with the day, once, or go to the archive as they are. */
function goneDeals(gone: readonly Deal[], { workspace: { book }, settings, request }: CarryContext): Gone[] {
  const context: ChangeContext = { root: book.root, currency: settings.currency };
  const quarter = periodAround(book.today, 'quarter', settings.fiscalYearStarts).name;
  return gone.map((deal) => {
    const since = deal.missing ?? request.exportDay;
    if (!request.archiveGone && deal.missing !== undefined) {
      return { deal, since, isArchived: false, changed: undefined, trouble: undefined };
    }
    const changed = request.archiveGone
      ? archivedFile(deal, quarter, context)
      : patchedFile(deal, [{ kind: 'set', key: 'missing', value: since }], context);
    if (isRefused(changed))
      return { deal, since, isArchived: false, changed: undefined, trouble: changed.reason };
    return { deal, since, isArchived: request.archiveGone, changed, trouble: undefined };
  });
}

function byPlace({ row: a }: RejectedRow, { row: b }: RejectedRow): number {
  const [fileA, fileB] = [a.file ?? '', b.file ?? ''];
  if (fileA !== fileB) return fileA < fileB ? -1 : 1;
  return a.line - b.line;
}

function mergedFacts(
  merged: ImportPlan['merged'],
  updates: readonly { readonly update: PlannedUpdate }[],
): ImportFacts['merged'] {
  const updated = new Set(updates.map(({ update }) => update.deal.id));
  return merged.map(({ sourceId, id, survivor }) => ({ sourceId, survivor, updated: updated.has(id) }));
}

function rejectedFact({ row, reason }: RejectedRow, file: string): RejectedFact {
  return { file: row.file ?? file, line: row.line, reason };
}

function notesOn(goneDeals: readonly Gone[]): Said[] {
  return goneDeals.flatMap(({ deal: { id }, trouble }) =>
    trouble === undefined ? [] : [said('{id} is missing, but {trouble}.', { id, trouble })],
  );
}
