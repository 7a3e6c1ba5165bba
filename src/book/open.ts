// Opens a book: the workspace as it stands, or as a snapshot saw it. A warm call looks at the files' stats and
// reads the index; what parses YAML is loaded only where a file is new to it. The result is the same either way.

import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import type { Problem } from '../base/problem.ts';
import type { Deal } from '../deal/deal.ts';
import { loadIndex, saveIndex } from '../index-db/index-file.ts';
import type { Progress } from '../index-db/read-through.ts';
import type { KeptReading } from '../index-db/rows.ts';
import { dayOfName, newestUntil } from '../snapshot/names.ts';
import { emptySeries, type SeriesFacts } from '../snapshot/series.ts';
import { listSnapshots, readSnapshot } from '../snapshot/store.ts';
import { SETTINGS_FILE } from '../workspace/find.ts';
import type { Settings } from '../workspace/settings.ts';
import type { Book } from './book.ts';
import { carriedRows } from './carried-rows.ts';
import { type DealsInFiles, readDealFiles } from './deals-in-files.ts';
import { readImportFiles } from './import-files.ts';
import { finishInterrupted } from './interrupted.ts';
import { seriesOf } from './series-memo.ts';
import { readSettingsFile } from './settings-file.ts';
import { stateNow } from './state-now.ts';

export interface OpenOptions {
  readonly today: Day;
  /** Shows the newest snapshot of that day or before instead of the working set. */
  readonly asOf?: Day;
  readonly now: Date;
  readonly toolVersion: string;
  /** A snapshot that counts as not taken: the one that is about to be replaced. */
  readonly without?: string;
  readonly signal?: AbortSignal;
  /** Called where many files have to be read: the index is cold. */
  readonly progress?: (label: string, total: number) => Progress;
}

export interface Opened {
  readonly book: Book;
  /** What was found on the way and didn't stop it: sentences for stderr. */
  readonly notes: readonly string[];
  /** The archived deals by id; empty where the book is a snapshot. */
  readonly archive: ReadonlyMap<string, Deal>;
  /** What all snapshots up to today tell about each deal; empty where the book is a snapshot. */
  readonly series: SeriesFacts;
}

/**
 * Opens the workspace as it stands, or with `asOf` as the newest snapshot of then saw it.
 * @throws Failure `settings-invalid`, `no-such-snapshot`, `snapshot-damaged`, `io`
 */
export async function openBook(root: string, options: OpenOptions): Promise<Opened> {
  const interrupted = await finishInterrupted(root, options.now);
  const names = listSnapshots(root).filter((name) => name !== options.without);
  if (options.asOf !== undefined) {
    const book = pastBook(root, await openSettings(root), names, options.asOf);
    return { book, notes: interrupted, archive: new Map(), series: emptySeries() };
  }

  const index = loadIndex(root);
  const { settings, learned } = await readSettingsFile(root, index.readings);
  const { signal, progress } = options;
  const files = await readDealFiles(root, index.readings, settings.currency, {
    signal,
    progress: progress && ((total) => progress('Reading deals', total)),
  });
  const imports = await readImportFiles(root, index.readings);
  const past = names.filter((name) => dayOfName(name) <= options.today);
  const series = seriesOf(root, past, index.memos);
  const unread = files.unread.map(({ id }) => id);
  const carried = carriedRows(root, past.at(-1), unread, index.memos);
  const unsaved = saveIndex(root, index.state, {
    readings: [...learned, ...files.learned, ...imports.learned],
    gone: goneFrom(index.readings, files, imports.paths),
    memos: [series.learned, carried.learned].filter((memo) => memo !== undefined),
  });
  const { state, leftOut } = stateNow({ ...options, settings, files, carried, series: series.facts });
  const book: Book = {
    root,
    settings,
    today: options.today,
    state,
    past: false,
    deals: byId(files.deals),
    problems: [...files.problems, ...imports.problems].sort(byPlace),
    leftOut,
    snapshotNames: names,
    imports: imports.imports,
  };
  return {
    book,
    notes: [...interrupted, ...[unsaved ?? index.note].filter((note) => note !== undefined)],
    archive: byId(files.archived.map(({ deal }) => deal)),
    series: series.facts,
  };
}

/** The settings alone. @throws Failure `settings-invalid` with every problem */
export async function openSettings(root: string): Promise<Settings> {
  const index = loadIndex(root, SETTINGS_FILE);
  const { settings, learned } = await readSettingsFile(root, index.readings);
  // What is wrong with the index is left to openBook, which says it.
  if (index.state === 'usable') saveIndex(root, 'usable', { readings: learned, gone: [], memos: [] });
  return settings;
}

function pastBook(root: string, settings: Settings, names: readonly string[], asOf: Day): Book {
  const name = newestUntil(names, asOf);
  if (name === undefined) {
    const first = names[0];
    throw new Failure('no-such-snapshot', `There is no snapshot of ${asOf} or before.`, {
      hint: first === undefined ? 'pipeline snapshot takes one.' : `The first one is ${first}.`,
    });
  }
  const state = readSnapshot(root, name);
  return {
    root,
    settings,
    today: state.on,
    state,
    past: true,
    deals: new Map(),
    problems: [],
    leftOut: [],
    snapshotNames: names,
    imports: [],
  };
}

function goneFrom(
  kept: ReadonlyMap<string, KeptReading>,
  files: DealsInFiles,
  imports: readonly string[],
): string[] {
  const there = new Set([SETTINGS_FILE, ...imports]);
  return [...kept.keys()].filter((path) => !files.paths.has(path) && !there.has(path));
}

function byId(deals: readonly Deal[]): Map<string, Deal> {
  return new Map(deals.map((deal) => [deal.id, deal]));
}

function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
