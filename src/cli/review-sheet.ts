// Writes the sheet of a review, and before it the snapshot that its deals are drawn from, where none is of this very state.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { slug } from '../base/fold.ts';
import { asItIs, said } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import { newestTakenDay, previousSnapshot } from '../book/past.ts';
import { type DrawnSheet, drawnSheets, REVIEWS } from '../book/sheet-texts.ts';
import { findingsOf } from '../freshness/findings.ts';
import { ownerKey } from '../freshness/owner.ts';
import { lookOf } from '../page/look.ts';
import { sheetDocument } from '../page/review-sheet.ts';
import { renderDocument } from '../render/markdown.ts';
import { reviewDrawing } from '../report/review-draw.ts';
import { type ReviewSheetView, reviewSheetView } from '../report/review-sheet.ts';
import { drawDifferences } from '../review/another-draw.ts';
import { type Drawing, drawnAgainFrom, lastReview, recordOf } from '../review/drawing.ts';
import type { DealAnswer, SheetDraw } from '../review/sheet.ts';
import { readSheet } from '../review/sheet-read.ts';
import { hasChanged } from '../snapshot/changed.ts';
import { sha256 } from '../snapshot/format-yaml.ts';
import { newestUntil } from '../snapshot/names.ts';
import { nameSnapshot } from '../snapshot/naming.ts';
import { refuseOldSource } from '../snapshot/refuse.ts';
import { listSnapshots, readHeader, readSnapshot } from '../snapshot/store.ts';
import { sumsOf } from '../snapshot/sums.ts';
import { takenAt } from '../snapshot/taken-at.ts';
import { languageFor } from '../words/language.ts';
import type { Message } from '../words/message.ts';
import { headOf } from '../workspace/git.ts';
import { importOverdue } from '../workspace/import-due.ts';
import type { FileChange } from '../workspace/write-plan.ts';
import { reviewAsked } from './review-asked.ts';
import { planSnapshot } from './snapshot-plan.ts';
import type { Call } from './verb.ts';

/** A review of more would take days; a file of more nobody opens. */
const MOST_DEALS = 500;

export interface MadeSheet {
  readonly book: Book;
  readonly view: ReviewSheetView;
  readonly draw: SheetDraw;
}

/**
 * Draws, and writes the sheet; nothing where the day has one of the very same draw, or with --dry-run. Whoever calls
 * holds the lock.
 * @throws Failure `usage`, `nothing-to-look-at`, `sheet-unreadable`, and of every kind that a snapshot has
 */
export async function makeSheet(call: Call, today: Day): Promise<MadeSheet> {
  const { book } = await call.open({ today: () => today });
  const sheets = sheetsOf(book.root);
  const drawing = reviewDrawing(book, sheets, await reviewAsked(call, book));
  refuseNone(drawing, sheets);
  refuseSize(drawing.strata.reduce((sum, { sample }) => sum + sample.picked.length, 0));
  const unsealed = recordOf(drawing, { name: '', deals: '', archived: '' }, book.state);
  const same = sheets.find(({ draw }) => isSameDraw(draw, unsealed));
  const name = `${REVIEWS}/${today}${ownerSuffix(unsealed.owner)}`;
  const file = same?.file ?? freeName(book.root, name);
  const sealed = same === undefined ? await sealedState(call, book, file) : undefined;
  const draw = same?.draw ?? { ...unsealed, snapshot: sealed?.snapshot ?? unsealed.snapshot };
  const isDry = call.flag('dry-run');
  const view = reviewSheetView({
    ...{ book, drawing, draw, file },
    outcome: same !== undefined ? 'unchanged' : isDry ? 'dry-run' : 'written',
    another: same === undefined ? anotherOf(draw, sheets) : null,
    takesSnapshot: (sealed?.changes.length ?? 0) > 0,
    earlier: {
      sheets: sheets.filter((sheet) => sheet.draw.on < today),
      answersOf: answersOnce(book),
    },
    since: sinceLast(
      book,
      lastReview(sheets, today, draw.owner, (name) => ownerKey(book.settings.team, name)),
    ),
    found: findingsOf(book),
  });
  if (sealed !== undefined && !isDry) {
    const page = sheetDocument(view, draw, lookOf(book), book.settings.lostReasons);
    const content = renderDocument(page, await languageFor(book.settings.locale));
    const sheet: FileChange = { kind: 'write', path: file, content, expected: 'absent' };
    await call.write([...sealed.changes, sheet], { signal: call.io.signal });
  }
  return { book, view, draw };
}

/** A sheet is read once, however many deals ask for it. */
function answersOnce({ settings }: Book): (sheet: DrawnSheet) => readonly DealAnswer[] {
  const known = new Map<string, readonly DealAnswer[]>();
  return ({ text, file }) => {
    const answers = known.get(file) ?? readSheet(text, file, settings).sheet?.answers ?? [];
    known.set(file, answers);
    return answers;
  };
}

function sheetsOf(root: string): DrawnSheet[] {
  const { sheets, problems } = drawnSheets(root);
  if (problems.length === 0) return sheets;
  throw new Failure('sheet-unreadable', 'Nobody can tell whom earlier reviews had: no sheet is written.', {
    problems,
  });
}

/** No deal to review; where all were in a sheet lately, till when. */
function refuseNone({ request, strata }: Drawing, sheets: readonly DrawnSheet[]): void {
  if (strata.some(({ sample }) => sample.picked.length > 0)) return;
  const { on, notAgainWithin: days } = request;
  const leftOut = strata.reduce((sum, { sample }) => sum + sample.excluded, 0);
  const rows = strata.flatMap((stratum) => [...stratum.rows.values()]);
  const from = leftOut === 0 ? undefined : drawnAgainFrom(sheets, on, days, rows);
  if (from === undefined) {
    throw new Failure('nothing-to-look-at', 'There is no deal to review.', {
      hint: asItIs('pipeline status'),
    });
  }
  throw new Failure('nothing-to-look-at', said(ALL_LATELY, { count: leftOut, days }), {
    hint: said(DRAWN_AGAIN, { day: from }),
  });
}

const ALL_LATELY =
  'There is no deal to review: {count, plural, one {{count} deal was} other {{count} deals were}} in a sheet of the last {days, plural, one {# day} other {# days}} (review.not_again_within).' satisfies Message;
const DRAWN_AGAIN =
  'The first can be drawn again on {day}; a lower review.not_again_within in pipeline.yaml draws them sooner, and --largest takes them at any time.' satisfies Message;

function refuseSize(deals: number): void {
  if (deals <= MOST_DEALS) return;
  throw new Failure(
    'usage',
    said('A sheet of {deals} deals is no review: the most are {most_deals}.', {
      deals,
      most_deals: MOST_DEALS,
    }),
    {
      hint: 'Take fewer: --largest, --random or --minutes.',
    },
  );
}

/** The last sheet of the day and owner, beside which this one is another. */
function anotherOf(draw: SheetDraw, sheets: readonly DrawnSheet[]): ReviewSheetView['another'] {
  const last = sheets.filter((sheet) => sheet.draw.on === draw.on && sheet.draw.owner === draw.owner).at(-1);
  return last === undefined ? null : { file: last.file, differs: drawDifferences(last.draw, draw) };
}

/** Whether they drew the same deals for the same reasons, and the deals stand as they stood; whatever the snapshot. */
function isSameDraw(a: SheetDraw, b: SheetDraw): boolean {
  const { snapshot, workspace } = b;
  return isDeepStrictEqual({ ...a, snapshot, workspace }, b);
}

function ownerSuffix(owner: string | undefined): string {
  if (owner === undefined) return '';
  return `-${owner === '' ? 'none' : slug(owner) || 'owner'}`;
}

function freeName(root: string, name: string): string {
  for (let at = 1; ; at++) {
    const file = `${name}${at === 1 ? '' : `-${at}`}.md`;
    if (!existsSync(join(root, file))) return file;
  }
}

interface SealedState {
  readonly snapshot: SheetDraw['snapshot'];
  /** What takes it, where it is not there. */
  readonly changes: readonly FileChange[];
}

/** The snapshot that holds the book's state: the newest one, or one that is to be taken. */
async function sealedState(call: Call, book: Book, file: string): Promise<SealedState> {
  const { root, settings, today } = book;
  const newest = newestUntil(book.snapshotNames, today);
  const previous = newest === undefined ? undefined : readSnapshot(root, newest);
  if (previous !== undefined && !hasChanged(previous, book.state)) {
    return { snapshot: { name: previous.name, ...sumsOf(root, previous.name) }, changes: [] };
  }
  refuseOldSource(importOverdue(settings, book.imports, newestTakenDay(book), today), book);
  const moment = takenAt(call.io.now(), settings.timeZone);
  const names = listSnapshots(root);
  const asked = { names, today, time: moment.time, second: 'again', command: 'pipeline snapshot' } as const;
  const given = nameSnapshot(asked, (name) => readHeader(root, name).origin === 'taken');
  const { change } = await planSnapshot(book, {
    ...given,
    takenAt: moment,
    head: headOf(root, call.io.env),
    message: `for ${file}`,
    previous,
  });
  const sum = (of: string) => {
    const content =
      change.kind === 'folder' ? change.files.find(({ name }) => name === of)?.content : undefined;
    if (content === undefined) throw new Error(`the snapshot has no ${of}`);
    return sha256(content);
  };
  const sums = { deals: sum('deals.csv'), archived: sum('archived.csv') };
  return { snapshot: { name: given.name, ...sums }, changes: [change] };
}

/** What movements are counted from: the last review's snapshot, else the one before today. */
function sinceLast(book: Book, last: DrawnSheet | undefined) {
  const name = last?.draw.snapshot.name ?? '';
  const since = book.snapshotNames.includes(name) ? book.snapshots.read(name) : previousSnapshot(book);
  return since?.reportingCurrency === book.state.reportingCurrency ? since : undefined;
}
