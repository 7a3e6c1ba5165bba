// pipeline/archive/1: what is in the archive, folder by folder. pipeline/archive-list/1: deal by deal.

import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { grouped } from '../base/grouped.ts';
import { type Decimal, fromMinor, sumMinor } from '../base/money.ts';
import { didYouMean } from '../base/nearest.ts';
import { said } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import type { Outcome } from '../deal/deal.ts';
import type { ArchivedRow } from '../snapshot/row.ts';
import { outcomeOfRow } from './chosen.ts';

export interface ArchivedSum {
  readonly count: number;
  readonly value: Decimal;
}

/** Each deal is in one of the five: one that was merged into another is that other one. */
export interface ArchiveSums {
  readonly deals: number;
  readonly won: ArchivedSum;
  readonly lost: ArchivedSum;
  /** Archived while open. */
  readonly open: ArchivedSum;
  readonly merged: number;
  /** Whose files cannot be read. */
  readonly unreadable: number;
}

export interface ArchiveView {
  readonly schema: 'pipeline/archive/1';
  readonly as_of: Day | null;
  readonly currency: string;
  /** By name; '' for what lies in archive/ itself. */
  readonly folders: readonly (ArchiveSums & { readonly folder: string })[];
  readonly total: ArchiveSums;
  /** Ids. */
  readonly unreadable: readonly string[];
}

interface ArchivedDeal {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly owner: string;
  readonly stage: string;
  /** null where nothing but the id is known. */
  readonly outcome: Outcome | null;
  readonly amount: Decimal | null;
  readonly currency: string;
  /** In the view's currency. */
  readonly value: Decimal | null;
  readonly created: Day | null;
  readonly close: Day | null;
  readonly lost_reason: string;
  /** The folder in archive/. */
  readonly archived: string;
  readonly merged_into: string;
  /** Why its file cannot be read. */
  readonly problem: string;
}

export interface ArchiveListView {
  readonly schema: 'pipeline/archive-list/1';
  readonly as_of: Day | null;
  readonly currency: string;
  /** The one that was asked for; null for all. */
  readonly folder: string | null;
  /** By folder, then the largest first, then by id. */
  readonly deals: readonly ArchivedDeal[];
  readonly total: ArchiveSums;
}

/** @throws Failure `sum-too-large` */
export function archiveView(book: Pick<Book, 'state' | 'past'>): ArchiveView {
  const { state } = book;
  const folders = [...grouped(state.archived, ({ archived }) => archived)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return {
    schema: 'pipeline/archive/1',
    as_of: book.past ? state.on : null,
    currency: state.reportingCurrency,
    folders: folders.map(([folder, rows]) => ({ folder, ...sumsOf(rows, state.digits) })),
    total: sumsOf(state.archived, state.digits),
    unreadable: state.archived.filter(({ problem }) => problem !== '').map(({ id }) => id),
  };
}

/**
 * @param folder of the archive; all where left out
 * @throws Failure `nothing-to-look-at` with "did you mean" where there is no such folder; `sum-too-large`
 */
export function archiveListView(
  book: Pick<Book, 'state' | 'past'>,
  folder: string | undefined,
): ArchiveListView {
  const { state } = book;
  const rows = state.archived.filter((row) => folder === undefined || row.archived === folder);
  if (folder !== undefined && rows.length === 0) throw noSuchFolder(folder, state.archived);
  return {
    schema: 'pipeline/archive-list/1',
    as_of: book.past ? state.on : null,
    currency: state.reportingCurrency,
    folder: folder ?? null,
    deals: [...rows].sort(byPlace).map((row) => archivedDeal(row, state.digits)),
    total: sumsOf(rows, state.digits),
  };
}

function noSuchFolder(folder: string, archived: readonly ArchivedRow[]): Failure {
  const folders = [...new Set(archived.map((row) => row.archived))].filter((name) => name !== '').sort();
  const hint =
    folders.length === 0
      ? 'The archive is empty.'
      : said('There are {known}.', { known: folders.join(', ') });
  return new Failure('nothing-to-look-at', said('Nothing is in archive/{folder}.', { folder }), {
    hint: didYouMean(folder, folders, hint),
  });
}

function archivedDeal(row: ArchivedRow, digits: number): ArchivedDeal {
  return {
    id: row.id,
    name: row.name,
    account: row.account,
    owner: row.owner,
    stage: row.stage,
    outcome: outcomeOfRow(row) ?? null,
    amount: row.amount ?? null,
    currency: row.currency,
    value: row.value === undefined ? null : fromMinor(row.value, digits),
    created: row.created ?? null,
    close: row.close ?? null,
    lost_reason: row.lostReason,
    archived: row.archived,
    merged_into: row.mergedInto,
    problem: row.problem,
  };
}

function sumsOf(rows: readonly ArchivedRow[], digits: number): ArchiveSums {
  const parts = grouped(rows, partOf);
  const sum = (part: Outcome): ArchivedSum => {
    const values = (parts.get(part) ?? []).flatMap(({ value }) => value ?? []);
    return { count: parts.get(part)?.length ?? 0, value: fromMinor(sumMinor(values), digits) };
  };
  return {
    deals: rows.length,
    won: sum('won'),
    lost: sum('lost'),
    open: sum('open'),
    merged: parts.get('merged')?.length ?? 0,
    unreadable: parts.get('unreadable')?.length ?? 0,
  };
}

function partOf(row: ArchivedRow): Outcome | 'merged' | 'unreadable' {
  if (row.problem !== '') return 'unreadable';
  return row.mergedInto !== '' ? 'merged' : (outcomeOfRow(row) ?? 'unreadable');
}

function byPlace(a: ArchivedRow, b: ArchivedRow): number {
  if (a.archived !== b.archived) return a.archived < b.archived ? -1 : 1;
  return (b.value ?? -Infinity) - (a.value ?? -Infinity) || (a.id < b.id ? -1 : 1);
}
