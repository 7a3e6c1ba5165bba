// The review sheets of a workspace: their texts, and how the deals of each were drawn.

import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Day, toDay } from '../base/day.ts';
import { isErrno, reasonOf } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import type { Problem } from '../base/problem.ts';
import { said } from '../base/said.ts';
import { SourceText } from '../deal/source-text.ts';
import type { SheetDraw } from '../review/sheet.ts';
import { readDraw } from '../review/sheet-draw.ts';
import { readRegularFile } from '../workspace/read-file.ts';

export const REVIEWS = 'reviews';

/** Far more than a sheet that people can go through. */
const MOST_BYTES = 4 * 1024 * 1024;

export interface SheetFile {
  /** From the workspace's root. */
  readonly file: string;
  /** By its name. */
  readonly day: Day;
  readonly text: string;
}

export interface DrawnSheet extends SheetFile {
  readonly draw: SheetDraw;
}

/**
 * Where the sheet is that a person named: from where they stand, from the workspace's root, or by its name alone,
 * `2026-11-23`. It need not be there.
 * @param cwd where they stand
 */
export function sheetPath(word: string, root: string, cwd: string): string {
  const here = resolve(cwd, word);
  const isName = ['.', REVIEWS].includes(dirname(word));
  const named = isName ? [join(root, REVIEWS, `${basename(word, '.md')}.md`)] : [];
  return [here, resolve(root, word), ...named].find(isFile) ?? here;
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

/** The text of one sheet. @param word as a person named it @throws Failure `usage` where it is not to be read */
export function readSheetFile(path: string, word: string): string {
  const read = readRegularFile(path, MOST_BYTES);
  if (read.kind === 'read') return read.bytes.toString('utf8');
  const why = read.kind === 'absent' ? said('is not there') : read.reason;
  throw new Failure('usage', said('{word} {why}.', { word, why }), {
    hint: said('Sheets are in {reviews}/.', { reviews: REVIEWS }),
  });
}

/** Of a file without the block that says how deals were drawn. */
export function noSheet(word: string): Failure {
  return new Failure('usage', said('{word} is no review sheet: it has no block of one.', { word }), {
    hint: 'pipeline review --sheet writes one.',
  });
}

/**
 * The files of reviews/ that are named after a day, the earliest first; a file that is not to be read is a problem.
 * @throws Failure `io` where the folder can't be listed
 */
export function sheetFiles(root: string): { files: SheetFile[]; problems: Problem[] } {
  const files: SheetFile[] = [];
  const problems: Problem[] = [];
  for (const { file, day } of namesIn(root)) {
    const read = readRegularFile(join(root, file), MOST_BYTES);
    if (read.kind === 'read') files.push({ file, day, text: read.bytes.toString('utf8') });
    if (read.kind !== 'refused') continue;
    const hint = 'A sheet is a file that pipeline review --sheet wrote.';
    const source = new SourceText('', file, 'invalid-sheet');
    problems.push(
      source.problem(undefined, { message: said('The sheet {reason}.', { reason: read.reason }), hint }),
    );
  }
  return { files, problems };
}

/**
 * The sheets of a workspace with how each was drawn, the earliest first, and what is wrong with others. A file in
 * reviews/ without any block of a sheet is none, and is passed over.
 * @throws Failure `io`, `newer-format`
 */
export function drawnSheets(root: string): { sheets: DrawnSheet[]; problems: Problem[] } {
  const { files, problems } = sheetFiles(root);
  const sheets: DrawnSheet[] = [];
  for (const one of files) {
    const { draw, problems: found } = readDraw(one.text, one.file);
    if (draw !== undefined) sheets.push({ ...one, draw });
    problems.push(...found);
  }
  return { sheets, problems };
}

/** By day and name: `2026-11-23.md`, `2026-11-23-2.md`, `2026-11-23-anna.md`. */
function namesIn(root: string): { file: string; day: Day }[] {
  try {
    return readdirSync(join(root, REVIEWS))
      .filter((name) => name.endsWith('.md'))
      .map((name) => name.slice(0, -'.md'.length))
      .sort()
      .flatMap((name) => {
        const day = toDay(/^\d{4}-\d{2}-\d{2}(?=-|$)/.exec(name)?.[0] ?? '');
        return day === undefined ? [] : [{ file: `${REVIEWS}/${name}.md`, day }];
      });
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return [];
    if (!isErrno(error)) throw error;
    throw new Failure(
      'io',
      said("{reviews} can't be listed: {reason}.", { reviews: REVIEWS, reason: reasonOf(error) }),
      { cause: error },
    );
  }
}
