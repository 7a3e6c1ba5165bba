// Opens a book: the workspace as it stands, or as a snapshot saw it. A warm call looks at the files' stats and
// reads the index; what parses YAML is loaded only where a file is new to it. The result is the same either way.

import type { Day } from '../base/day.ts';
import { tryTo } from '../base/errno.ts';
import { once } from '../base/once.ts';
import type { Problem } from '../base/problem.ts';
import type { Sayable } from '../base/said.ts';
import type { Deal } from '../deal/deal.ts';
import { dropIndex, type Index } from '../index-db/index-file.ts';
import { INDEX_DAMAGED, IndexUnsure } from '../index-db/index-unsure.ts';
import { noIndex, openIndex } from '../index-db/open-index.ts';
import type { Progress } from '../index-db/read-through.ts';
import { dayOfName, expectUntil } from '../snapshot/names.ts';
import { newestTaken } from '../snapshot/newest-taken.ts';
import { emptySeries, foldSeries, type SeriesFacts } from '../snapshot/series.ts';
import { listSnapshots } from '../snapshot/store.ts';
import type { Message } from '../words/message.ts';
import { listDealFiles, refuseLinkedFolders } from '../workspace/deal-files.ts';
import { SETTINGS_FILE } from '../workspace/find.ts';
import type { Settings } from '../workspace/settings.ts';
import type { Book } from './book.ts';
import { dealsBehind } from './deals-behind.ts';
import { hasFeedback } from './has-feedback.ts';
import { readImportFiles } from './import-files.ts';
import { finishInterrupted } from './interrupted.ts';
import { dayAround, dayMemo, type KnownDay, keptDay } from './kept-day.ts';
import { keptPast } from './kept-past.ts';
import { newestCleanup, newestReview } from './newest-sheets.ts';
import { seriesUntil } from './past.ts';
import { seriesOf } from './series-memo.ts';
import { readSettingsFile } from './settings-file.ts';
import { Snapshots } from './snapshots.ts';
import { workingSet } from './working-set.ts';

export interface OpenOptions {
  /** Today, for a workspace in that time zone. @param day which day it is there by the clock */
  today(timeZone: string, day: () => KnownDay): Day;
  /** Shows the newest snapshot of that day or before instead of the working set. */
  readonly asOf?: Day;
  readonly now: Date;
  readonly toolVersion: string;
  /** Reads all from the files: what the index had was not as it was. */
  readonly withoutIndex?: boolean;
  /** A snapshot that counts as not taken: the one that is about to be replaced. */
  readonly without?: string | undefined;
  /** Refuses where deals may be that are not looked into: what writes would take them for gone. */
  readonly toWrite?: boolean;
  readonly signal?: AbortSignal;
  /** Called where many files have to be read: the index is cold. */
  readonly progress?: (label: Sayable, total: number) => Progress;
}

export interface Opened {
  readonly book: Book;
  /** What was found on the way and didn't stop it: sentences for stderr. */
  readonly notes: readonly Sayable[];
  /** The archived deals by id; empty where the book is a snapshot. */
  readonly archive: ReadonlyMap<string, Deal>;
  /** What all snapshots up to today tell about each deal; empty where the book is a snapshot. */
  series(): SeriesFacts;
  /** Lets go of the index: what was not looked at before can't be any more. */
  close(): void;
}

/**
 * Opens the workspace as it stands, or with `asOf` as the newest snapshot of then saw it. Deals that somebody asks for
 * later are read from the index then.
 * @throws Failure `settings-invalid`, `no-such-snapshot`, `snapshot-damaged`, `newer-format`, `sum-too-large`, `io`, with `toWrite` also
 *   `deals-unreadable`; later, IndexUnsure
 */
export async function openBook(root: string, options: OpenOptions): Promise<Opened> {
  const interrupted = await finishInterrupted(root, options.now);
  if (options.withoutIndex === true) return openThrough(noIndex(root), root, options, interrupted);
  try {
    return await openThrough(openIndex(root), root, options, interrupted);
  } catch (error) {
    if (!(error instanceof IndexUnsure)) throw error;
    const notes = [...interrupted, ...giveUpIndex(error)];
    return openThrough(noIndex(root), root, options, notes);
  }
}

/** Gets rid of a damaged index, as far as that is possible. @returns what to say of it */
export function giveUpIndex({ what, root }: IndexUnsure): readonly Message[] {
  if (what === 'changed') return [];
  tryTo(() => dropIndex(root));
  return [INDEX_DAMAGED];
}

/** Lets go of the index where the book can't be opened. */
async function openThrough(
  index: Index,
  root: string,
  options: OpenOptions,
  notes: readonly Sayable[],
): Promise<Opened> {
  try {
    return await openWith(index, root, options, notes);
  } catch (error) {
    index.close();
    throw error;
  }
}

async function openWith(
  index: Index,
  root: string,
  options: OpenOptions,
  notes: readonly Sayable[],
): Promise<Opened> {
  const settings = await readSettingsFile(root, index);
  const names = listSnapshots(root).filter((name) => name !== options.without);
  if (options.asOf !== undefined) {
    index.release();
    const snapshots = new Snapshots(root, index);
    const book = pastBook(root, settings.settings, { snapshotNames: names, snapshots }, options.asOf);
    return { book, notes, archive: new Map(), series: emptySeries, close: () => index.close() };
  }
  const { timeZone } = settings.settings;
  let learned: KnownDay | undefined;
  const dayNow = () => {
    const kept = keptDay(index, timeZone, options.now);
    if (kept !== undefined) return kept;
    learned = dayAround(timeZone, options.now);
    return learned;
  };
  const today = options.today(timeZone, dayNow);
  const listing = listDealFiles(root);
  if (options.toWrite === true) refuseLinkedFolders(listing);
  const imports = await readImportFiles(root, index);
  const past = names.filter((name) => dayOfName(name) <= today);
  const series = seriesOf(root, past, index);
  const { now, toolVersion, signal, progress } = options;
  const set = await workingSet(
    {
      ...{ root, settings, listing, series, newest: past.at(-1), today, now, toolVersion, signal },
      progress: progress && ((total) => progress('Reading deals', total)),
    },
    index,
  );
  const unsaved = index.save({
    readings: [...settings.learned, ...imports.learned, ...set.learned.readings],
    gone: set.isRenewed
      ? goneFrom(index, [SETTINGS_FILE, ...imports.paths, ...listing.files.map(pathOf)])
      : [],
    memos: [...series.learned, ...set.learned.memos],
  });
  index.release();
  const held = await heldIn(root, today);
  const snapshots = new Snapshots(root, index);
  const pasts: { keep(): void }[] = [];
  const { deals, archive, written } = dealsBehind(set, index, settings.settings.currency);
  const book: Book = {
    root,
    settings: settings.settings,
    today,
    state: set.state,
    past: false,
    deals,
    written,
    problems: [...set.problems, ...imports.problems].sort(byPlace),
    leftOut: set.leftOut,
    snapshotNames: names,
    snapshots,
    imports: imports.imports,
    importsUnread: imports.unread,
    newestTaken: once(() => newestTaken(root, names, today)),
    newestReview: once(() => newestReview(root, today)),
    newestCleanup: once(() => newestCleanup(root, today, settings.settings.fiscalYearStarts)),
    ...(held === undefined ? {} : { newestHeld: held }),
    series: once(() => foldSeries(series.facts(), set.state)),
    keptPast(asked) {
      const past = keptPast({ root, settings: settings.settings, snapshots, ...asked }, index);
      pasts.push(past);
      return past;
    },
  };
  const close = () => {
    for (const past of pasts) past.keep();
    if (learned !== undefined) index.keep(dayMemo(learned));
    index.close();
  };
  const said = [...notes, ...[unsaved ?? index.note].filter((note) => note !== undefined)];
  return { book, notes: said, archive, series: series.facts, close };
}

/** What tells when a review of plan or results was held; it is loaded only where there is a dialogue that may tell it. */
async function heldIn(root: string, today: Day): Promise<Book['newestHeld']> {
  if (!hasFeedback(root)) return undefined;
  const { newestHeld } = await import('./newest-held.ts');
  return (what) => newestHeld(root, what, today);
}

/** The settings alone. @throws Failure `settings-invalid` with every problem, `io` */
export async function openSettings(
  root: string,
  now: Date,
): Promise<{ readonly settings: Settings; readonly day: KnownDay | undefined }> {
  const index = openIndex(root);
  try {
    const { settings, learned } = await readSettingsFile(root, index);
    // What is wrong with the index is left to openBook, which says it.
    if (index.note === undefined) index.save({ readings: learned, gone: [], memos: [] });
    return { settings, day: keptDay(index, settings.timeZone, now) };
  } catch (error) {
    if (!(error instanceof IndexUnsure)) throw error;
    return { settings: (await readSettingsFile(root, noIndex(root))).settings, day: undefined };
  } finally {
    index.close();
  }
}

function pastBook(
  root: string,
  settings: Settings,
  past: Pick<Book, 'snapshotNames' | 'snapshots'>,
  asOf: Day,
): Book {
  const state = past.snapshots.read(expectUntil(past.snapshotNames, asOf));
  return {
    ...past,
    root,
    settings,
    today: state.on,
    state,
    past: true,
    deals: new Map(),
    problems: [],
    leftOut: [],
    imports: [],
    newestTaken: once(() => newestTaken(root, past.snapshotNames, state.on)),
    series: once(() => seriesUntil(state.name, past)),
  };
}

function goneFrom(index: Index, there: readonly string[]): string[] {
  const paths = new Set(there);
  return index.paths().filter((path) => !paths.has(path));
}

function pathOf({ path }: { readonly path: string }): string {
  return path;
}

function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
