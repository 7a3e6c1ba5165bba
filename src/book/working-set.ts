// The working set as a snapshot: what one would take at this moment. What was taken before and is still so comes from
// the index; the rest is taken from the files.

import type { Day } from '../base/day.ts';
import { once } from '../base/once.ts';
import type { Problem } from '../base/problem.ts';
import type { Deal } from '../deal/deal.ts';
import { isDealId } from '../deal/id.ts';
import type { Column } from '../index-db/columns.ts';
import type { Index } from '../index-db/index-file.ts';
import type { ReadOptions } from '../index-db/read-through.ts';
import type { KeptReading, Memo } from '../index-db/rows.ts';
import { NOW } from '../snapshot/names.ts';
import type { ArchivedRow, DealRow } from '../snapshot/row.ts';
import { factsOf } from '../snapshot/series.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { FIRST_DAY, LAST_DAY, steadySpan } from '../snapshot/steady.ts';
import { takeSnapshot, type UnreadableDeal } from '../snapshot/take.ts';
import { writtenIn } from '../snapshot/written.ts';
import type { DealFile, DealFiles } from '../workspace/deal-files.ts';
import { ratesOn } from '../workspace/rates.ts';
import { type CarriedRows, carriedRows } from './carried-rows.ts';
import { type DealsInFiles, dealReader, readDealFiles, type Unread } from './deals-in-files.ts';
import { fileList } from './file-list.ts';
import { frameOf, type KeptState, keptState, type RowSource, stateMemo } from './kept-state.ts';
import type { Series } from './series-memo.ts';
import type { SettingsInFile } from './settings-file.ts';

export interface WorkingSetInput extends ReadOptions {
  readonly root: string;
  readonly settings: SettingsInFile;
  readonly listing: DealFiles;
  readonly series: Series;
  /** The name of the newest snapshot that the series knows. */
  readonly newest: string | undefined;
  readonly today: Day;
  readonly now: Date;
  readonly toolVersion: string;
}

export interface WorkingSet {
  readonly state: Snapshot;
  /** Ids of unreadable deals that are in no row of the state, ascending. */
  readonly leftOut: readonly string[];
  readonly problems: readonly Problem[];
  /** Where a row of the state comes from; undefined for a row of another state. */
  sourceOf(row: DealRow): RowSource | undefined;
  /** The deals that had to be read, by id; all others have rows as they were kept. */
  readonly read: ReadonlyMap<string, Deal>;
  readonly learned: { readonly readings: readonly KeptReading[]; readonly memos: readonly Memo[] };
  /** Whether the index may forget the files that are no more. */
  readonly isRenewed: boolean;
}

/** @throws Failure `sum-too-large`, `snapshot-damaged`, `newer-format`; the signal's reason where it is aborted */
export async function workingSet(input: WorkingSetInput, index: Index): Promise<WorkingSet> {
  const { settings, series, today } = input;
  const rates = ratesOn(settings.settings, today);
  const frame = frameOf([JSON.stringify(rates), settings.text, series.inputs]);
  const files = fileList(input.listing);
  const kept = keptState(index, frame);
  if (kept === undefined || !kept.isOf(files, today)) return takeAnew(input, index, frame, files, kept);
  return {
    state: take(input, { deals: [], archived: [], unreadable: [], known: rowsOf(kept) }),
    leftOut: kept.leftOut,
    problems: kept.problems,
    sourceOf: (row) => kept.sourceOf(row),
    read: new Map(),
    learned: { readings: [], memos: [] },
    isRenewed: false,
  };
}

function rowsOf(kept: KeptState) {
  return { deals: kept.deals(), archived: kept.archived() };
}

type Rows = ReturnType<typeof rowsOf>;

function take(
  { settings: { settings }, today, now, toolVersion, series }: WorkingSetInput,
  rows: Pick<DealsInFiles, 'deals' | 'archived'> & {
    readonly unreadable: readonly UnreadableDeal[];
    readonly known: Rows;
  },
): Snapshot {
  return takeSnapshot({
    ...rows,
    settings,
    rates: ratesOn(settings, today),
    series: series.facts,
    today,
    name: NOW,
    takenAt: now.toISOString(),
    toolVersion,
    commit: '',
    dirty: false,
    message: '',
  });
}

/**
 * To renew what is kept costs more than to take a few rows. So where fewer than one in so many is new, it is left as
 * it is, up to a run that has no file to read.
 */
const WORTH_RENEWING = 50;

async function takeAnew(
  input: WorkingSetInput,
  index: Index,
  frame: string,
  files: Column,
  kept: KeptState | undefined,
): Promise<WorkingSet> {
  const { root, listing, settings, series, newest } = input;
  const same = kept === undefined ? NONE_SAME : unchangedRows(kept, files, input.today);
  const isKnown = ({ path }: DealFile) => same.has(path);
  const reader = dealReader(settings.settings.currency);
  const found = await readDealFiles(root, listing, index, reader, isKnown, input);
  const carried = carriedRows(
    root,
    newest,
    found.unread.map(({ id }) => id),
    index,
  );
  const unreadable = found.unread
    .filter(({ id }) => isDealId(id)) // another can't stand in a snapshot
    .map((unread) => withPrevious(unread, carried));
  const known = stillKnown(same, found.twice);
  const state = take(input, { deals: found.deals, archived: found.archived, unreadable, known });
  const inRows = new Set([...state.deals, ...state.archived].map(({ id }) => id));
  const leftOut = found.unread.map(({ id }) => id).filter((id) => !inRows.has(id));
  const taken = sourcesOf(input, found);
  const sourceOf = (row: DealRow) => (row.problem === '' ? (kept?.sourceOf(row) ?? taken(row)) : NOWHERE);
  const isRenewed =
    found.lasting &&
    settings.lasting &&
    series.lasting &&
    (kept === undefined ||
      found.learned.length === 0 ||
      (listing.files.length - same.size) * WORTH_RENEWING > listing.files.length);
  const memo = () =>
    stateMemo(
      {
        problems: found.problems,
        leftOut,
        deals: state.deals.map((row) => ({ row, source: sourceOf(row) })),
        archived: state.archived.map((row) => ({ row, source: sourceOf(row) })),
      },
      frame,
      files,
    );
  return {
    state,
    leftOut,
    problems: found.problems,
    sourceOf,
    read: new Map([...found.deals, ...found.archived.map(({ deal }) => deal)].map((deal) => [deal.id, deal])),
    learned: {
      readings: found.learned,
      memos: [carried.learned, isRenewed ? memo() : undefined].filter((one) => one !== undefined),
    },
    isRenewed,
  };
}

interface SameRow {
  readonly row: DealRow | ArchivedRow;
  readonly inArchive: boolean;
}

const NONE_SAME: ReadonlyMap<string, SameRow> = new Map();

/** By path, the rows of files that have not changed, whatever has become of other deals. */
function unchangedRows(kept: KeptState, files: Column, today: Day): ReadonlyMap<string, SameRow> {
  const troubled = new Set(kept.problems.map(({ file }) => file)); // read again, so that they are told again
  const changed = kept.changedPaths(files);
  const { deals, archived } = rowsOf(kept);
  const same = new Map<string, SameRow>();
  for (const [at, row] of [...deals, ...archived].entries()) {
    const source = kept.sourceOf(row);
    if (source === undefined) continue;
    const { path, standsAlone, from, to } = source;
    if (!standsAlone || today < from || today > to) continue;
    if (path !== '' && !changed.has(path) && !troubled.has(path))
      same.set(path, { row, inArchive: at >= deals.length });
  }
  return same;
}

/** Without those whose id stands for another file too by now. */
function stillKnown(same: ReadonlyMap<string, SameRow>, twice: ReadonlySet<string>): Rows {
  const deals: DealRow[] = [];
  const archived: ArchivedRow[] = [];
  for (const { row, inArchive } of same.values()) {
    if (twice.has(row.id)) continue;
    if (inArchive) archived.push(row as ArchivedRow);
    else deals.push(row);
  }
  return { deals, archived };
}

/** Of the rows of deals that were read. */
function sourcesOf(
  { listing, series, today, settings: { settings } }: WorkingSetInput,
  found: DealsInFiles,
): (row: DealRow) => RowSource {
  const files = once(() => new Map(listing.files.map((file) => [file.path, file])));
  const sources = new Map<string, (row: DealRow) => RowSource>();
  for (const deal of [...found.deals, ...found.archived.map(({ deal }) => deal)]) {
    const facts = factsOf(series.facts(), deal.id);
    const hasNoPast = series.facts().last === '' || (deal.was === '' && deal.source === undefined);
    const standsAlone = facts !== undefined || hasNoPast;
    const { freshness, process } = settings;
    sources.set(deal.id, (row) => {
      const fingerprint = files().get(deal.path)?.fingerprint ?? '';
      const context = { facts, currency: row.currency, freshness, process: process.stages, today };
      const span = standsAlone ? steadySpan(deal, context) : { from: today, to: today };
      return { ...(writtenIn(deal, row) ?? NOWHERE), ...span, fingerprint, standsAlone };
    });
  }
  const known = new Map<string, RowSource>();
  return (row) => {
    const source = known.get(row.id) ?? sources.get(row.id)?.(row) ?? NOWHERE;
    known.set(row.id, source);
    return source;
  };
}

const NOWHERE: RowSource = {
  ...{ path: '', fingerprint: '', lines: {}, signLine: undefined, latest: undefined },
  ...{ standsAlone: false, from: FIRST_DAY, to: LAST_DAY },
};

/** It stands as it stood: also where one of the two files of its id has moved between deals/ and the archive. */
function withPrevious(
  { id, problem, folder }: Unread,
  carried: Pick<CarriedRows, 'deals' | 'archived'>,
): UnreadableDeal {
  const isSame = (row: DealRow) => row.id === id;
  const deal = carried.deals.find(isSame);
  const archived = carried.archived.find(isSame);
  const stoodIn = deal === undefined ? archived?.archived : undefined;
  return { id, problem, folder: folder ?? stoodIn, previous: deal ?? archived };
}
