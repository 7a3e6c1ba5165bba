// What a merge left half done in feedback/ and in forecasts/calls.yaml, for `check`: such a file says nothing any more.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isErrno } from '../base/errno.ts';
import type { Problem } from '../base/problem.ts';
import { findConflict } from '../deal/guard-text.ts';
import { SourceText } from '../deal/source-text.ts';
import { CALLS_FILE } from '../human-calls/human-call.ts';
import type { GitFiles } from '../workspace/git-past.ts';
import { readRegularFile } from '../workspace/read-file.ts';

const FOLDER = 'feedback';
/** Of a larger one its reader says that it is too large. */
const MOST_BYTES = 4 * 1024 * 1024;

/** A problem a file that holds conflict markers, by path. */
export function dialogueConflicts(root: string): Problem[] {
  return [...feedbackIn(root), CALLS_FILE].flatMap((path) => {
    const read = readRegularFile(join(root, path), MOST_BYTES);
    return read.kind === 'read' ? conflictsIn(path, read.bytes) : [];
  });
}

/** The same of what is staged. @throws Failure `io` where git can't tell */
export function stagedConflicts(staged: GitFiles): Problem[] {
  const files = staged
    .files('', [FOLDER, CALLS_FILE])
    .filter(({ path, isLink, size }) => !isLink && size <= MOST_BYTES && isDialogue(path));
  const contents = staged.contents(files.map(({ id }) => id));
  return files.flatMap(({ path, id }) => conflictsIn(path, contents.get(id)));
}

function isDialogue(path: string): boolean {
  return path === CALLS_FILE || /^feedback\/[^./][^/]*\.yaml$/.test(path);
}

function conflictsIn(file: string, bytes: Buffer | undefined): Problem[] {
  const source = new SourceText(bytes?.toString('utf8') ?? '', file, 'conflict-markers');
  const found = findConflict(source.text, (offset) => source.lineAt(offset), file);
  return found === undefined ? [] : [source.problem(found.at, found)];
}

function feedbackIn(root: string): string[] {
  try {
    const paths = readdirSync(join(root, FOLDER)).map((name) => `${FOLDER}/${name}`);
    return paths.filter(isDialogue).sort();
  } catch (error) {
    if (isErrno(error)) return [];
    throw error;
  }
}
