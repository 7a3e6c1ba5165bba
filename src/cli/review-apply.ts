// Carries out what was written into a review sheet: all of it or nothing, under the lock. The sheet stays as it is.

import { basename, relative } from 'node:path';
import { ExitStatus } from '../base/exit-status.ts';
import { Failure } from '../base/failure.ts';
import { type Said, said } from '../base/said.ts';
import { shellWord } from '../base/shell-word.ts';
import type { Book } from '../book/book.ts';
import { feedbackOf } from '../book/feedback.ts';
import type { Opened } from '../book/open.ts';
import { noSheet, readSheetFile, sheetPath } from '../book/sheet-texts.ts';
import { todoFiles, todoItems, todoPath, withTodo } from '../crm-import/todo-files.ts';
import { isClosed } from '../entry/closed.ts';
import { withEntries } from '../feedback/changes.ts';
import { lookOf } from '../page/look.ts';
import { reviewAppliedPage, reviewAppliedRecords } from '../page/review-applied.ts';
import { type AnsweredDeal, type ReviewAppliedView, reviewAppliedView } from '../report/review-applied.ts';
import { saidEntries, saidOtherwise, takenOut } from '../review/answer-entries.ts';
import type { ReviewSheet } from '../review/sheet.ts';
import { nameOf } from '../review/sheet-name.ts';
import { readSheet, type SheetRead } from '../review/sheet-read.ts';
import { inQuotes } from '../workspace/settings-report.ts';
import type { FileChange } from '../workspace/write-plan.ts';
import { type Carried, carryAnswers } from './review-answers.ts';
import type { Call } from './verb.ts';

interface AppliedSheet {
  readonly view: ReviewAppliedView;
  readonly book: Book;
}

/** What says what is to be drawn: a sheet has been. */
const OF_A_DRAW = [
  ...['sheet', 'largest', 'random', 'seed', 'status', 'since', 'period'],
  ...['weighted', 'owner', 'team', 'minutes', 'as-of'],
];

/** Applies a sheet and shows what came of it. @throws as applySheet; Failure `usage` for options of a draw */
export async function showApplied(call: Call, word: string): Promise<ExitStatus> {
  const other = OF_A_DRAW.find((option) => call.flag(option));
  if (other !== undefined) {
    throw new Failure('usage', said('--{other} does not go with --apply.', { other }), {
      hint: 'The sheet says what was drawn.',
    });
  }
  const { view, book } = await applySheet(call, word);
  await call.show({
    view,
    page: () => reviewAppliedPage(view, lookOf(book)),
    records: () => reviewAppliedRecords(view),
  });
  return ExitStatus.done;
}

/**
 * Applies a sheet, or with --dry-run says what that would change.
 * @param word the file as the person named it, from where they stand or from the workspace's root
 * @throws Failure `sheet-unreadable` with everything that is wrong or has changed meanwhile, `usage`, `feedback-invalid`
 */
async function applySheet(call: Call, word: string): Promise<AppliedSheet> {
  return call.locked(async (today) => {
    const opened = await call.open({ today: () => today });
    const { book } = opened;
    const path = sheetPath(word, book.root, call.io.cwd);
    const file = relative(book.root, path).startsWith('..') ? word : relative(book.root, path);
    const text = readSheetFile(path, word);
    const read = readSheet(text, file, book.settings);
    const sheet = sheetIn(read, word);
    refuseOthers(sheet, word, book.settings.name);
    const ref = refOf(sheet, path, today);
    const dialogue = feedbackOf(book.root);
    const carried = carryAnswers({ sheet, read, text, ref, opened, entries: dialogue.entries });
    const problems = [...read.problems, ...carried.problems];
    if (problems.length > 0) throw refused(word, problems);
    const feedback = saidEntries(sheet.process, sheet.draw, ref, dialogue.entries);
    const known = new Set(dialogue.entries.map(({ id }) => id));
    const actions = carried.promised.filter(({ id }) => !known.has(id));
    const fresh = feedback.filter(({ id }) => !known.has(id));
    const todo = todoChanges(book, carried);
    const files = [...carried.files, ...withEntries(dialogue.files, [...actions, ...fresh]), ...todo];
    const dryRun = call.flag('dry-run');
    if (!dryRun && files.length > 0) await call.write(files, { signal: call.io.signal });
    const view = reviewAppliedView({
      ...{ sheet, ref, today, dryRun, actions, said: fresh },
      currency: book.state.reportingCurrency,
      understood: read.understood,
      answered: carried.answered,
      files: files.map(pathWritten),
      todo: todo.length > 0 ? todoPath(today) : null,
      remarks: [
        ...carried.remarks,
        ...saidOtherwise(feedback, dialogue.entries),
        ...takenOut(dialogue.entries, ref, feedback),
        ...withoutBlock(read),
      ],
      dead: deadDeals(carried.answered, opened),
    });
    return { view, book };
  });
}

function sheetIn({ sheet, problems }: SheetRead, word: string): ReviewSheet {
  if (sheet !== undefined) return sheet;
  if (problems.length > 0) throw refused(word, problems);
  throw noSheet(word);
}

function refused(word: string, problems: SheetRead['problems']): Failure {
  return new Failure('sheet-unreadable', said("{word} can't be applied. Nothing was written.", { word }), {
    problems,
  });
}

/** @throws Failure `usage` where the sheet was drawn in a workspace of another name */
function refuseOthers({ draw: { workspace } }: ReviewSheet, word: string, here: string): void {
  if (workspace === undefined || workspace === here) return;
  throw new Failure(
    'usage',
    said('{word} is a sheet of the workspace {workspace}; this one is {here}.', {
      word,
      workspace: inQuotes(workspace),
      here: inQuotes(here),
    }),
    {
      hint: said(
        'Apply it there, with -C FOLDER. Where this workspace was called so before, write its new name behind workspace: in the last block of the sheet.',
      ),
    },
  );
}

/** What the deals refer to it by. @throws Failure `usage` where the name is of another day, or the day is to come */
function refOf({ draw }: ReviewSheet, path: string, today: string): string {
  const ref = nameOf({ file: path });
  if (!ref.startsWith(draw.on)) {
    throw new Failure(
      'usage',
      said('{path} is the sheet of {on}, by what stands in it.', { path: basename(path), on: draw.on }),
      {
        hint: said('Call it as it was: {on}.md', { on: draw.on }),
      },
    );
  }
  if (draw.on <= today) return ref;
  throw new Failure('usage', said('The review is of {on}, which is still to come.', { on: draw.on }), {
    hint: said('Today is {today}.', { today }),
  });
}

/** Lines that are asked for already stay where they are. */
function todoChanges({ root, today, settings }: Book, { asked }: Carried): readonly FileChange[] {
  if (asked.length === 0) return [];
  const files = todoFiles(root);
  const there = new Set(todoItems(files).map((item) => JSON.stringify(item)));
  const fresh = asked.filter((item) => !there.has(JSON.stringify(item)));
  return fresh.length === 0 ? [] : withTodo(files, fresh, { day: today, system: settings.sourceOfRecord });
}

function pathWritten(change: FileChange): string {
  return change.kind === 'move' ? change.to : change.path;
}

function withoutBlock({ withoutBlock: ids }: SheetRead): readonly Said[] {
  if (ids.length === 0) return [];
  return [said('Drawn, and without a block by now: {ids}.', { ids: ids.join(', ') })];
}

function deadDeals(answered: readonly AnsweredDeal[], { book }: Opened): ReviewAppliedView['dead'] {
  const { sourceOfRecord } = book.settings;
  return answered.flatMap(({ answer, deal: { id } }) => {
    const deal = book.deals.get(id);
    if (answer.verdict !== 'dead' || deal === undefined || isClosed(deal)) return [];
    const isTheirs = sourceOfRecord !== '' && deal.source?.system === sourceOfRecord;
    const command = isTheirs
      ? `close record ${deal.source?.id} in ${sourceOfRecord}`
      : `pipeline lost ${shellWord(id)} --reason …`;
    return [{ id, command }];
  });
}
