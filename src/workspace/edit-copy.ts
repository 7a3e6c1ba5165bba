// The copy of a deal that a person edits: in `.pipeline/edit/`, out of the way of all that reads deals, with the ending
// by which editors know YAML. What was not taken over stays there, for nobody else to read.

import { lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isErrno, reasonOf, tryTo } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { makePrivateFolder, PRIVATE_FOLDER, privatePath } from './private-folder.ts';
import { readRegularFile } from './read-file.ts';

const FOLDER = 'edit';
const BEGUN_FOLDER = 'edit-begun';
/** A text that is too long for a deal is told so; this is no text. */
const MOST_BYTES = 16 * 1024 * 1024;

export interface EditCopy {
  /** Absolute. */
  readonly path: string;
  /** From the workspace's root. */
  readonly shown: string;
}

/** What no id has: by it a second text of a deal is told from one of another deal. */
const BEFORE_NUMBER = '+';

/**
 * Makes the copy, under a name that nothing has yet, and keeps beside it what it is begun with.
 * @throws Failure `io`
 */
export function makeCopy(root: string, id: string, content: Uint8Array, base: Uint8Array): EditCopy {
  try {
    makePrivateFolder(root);
    const folder = privatePath(root, FOLDER);
    const stat = lstatSync(folder, { throwIfNoEntry: false });
    if (stat !== undefined && !stat.isDirectory()) rmSync(folder);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (let n = 1; ; n++) {
      const name = `${FOLDER}/${id}${n === 1 ? '' : `${BEFORE_NUMBER}${n}`}.yaml`;
      const copy = { path: privatePath(root, name), shown: `${PRIVATE_FOLDER}/${name}` };
      if (!isMade(copy, content)) continue;
      keepBase(copy, base);
      return copy;
    }
  } catch (error) {
    throw notWritten(`${PRIVATE_FOLDER}/${FOLDER}`, error);
  }
}

/**
 * The texts of a deal that were not taken over: an edit was refused, or ended with its process, or goes on elsewhere.
 * What is as it was begun is none.
 * @param now what the deal's file holds, for texts of which nobody knows what they were begun with
 */
export function keptCopies(root: string, id: string, now: Uint8Array): EditCopy[] {
  const isOf = (name: string) => name === `${id}.yaml` || name.startsWith(`${id}${BEFORE_NUMBER}`);
  return namesIn(privatePath(root, FOLDER))
    .filter(isOf)
    .map((name) => ({
      path: privatePath(root, `${FOLDER}/${name}`),
      shown: `${PRIVATE_FOLDER}/${FOLDER}/${name}`,
    }))
    .filter(({ path }) => {
      const [text, base] = [path, baseAt(path)].map((file) => readRegularFile(file, MOST_BYTES));
      if (text?.kind !== 'read') return false;
      return !text.bytes.equals(base?.kind === 'read' ? base.bytes : now);
    });
}

/** In order; none where there is no folder, or something else in its place. */
function namesIn(folder: string): string[] {
  try {
    if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
    return readdirSync(folder).sort();
  } catch (error) {
    throw notWritten(`${PRIVATE_FOLDER}/${FOLDER}`, error);
  }
}

/** The copy that a path names: one of before, that was kept. Undefined where it is no copy. */
export function copyAt(root: string, path: string): EditCopy | undefined {
  const name = basename(path);
  if (path !== privatePath(root, `${FOLDER}/${name}`)) return undefined;
  return { path, shown: `${PRIVATE_FOLDER}/${FOLDER}/${name}` };
}

function isMade({ path }: EditCopy, content: Uint8Array): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false;
    throw error;
  }
}

/** What the editor left; undefined where it is gone. @throws Failure `io` where it can't be read */
export function readCopy({ path, shown }: EditCopy): Buffer | undefined {
  const read = readRegularFile(path, MOST_BYTES);
  if (read.kind === 'refused')
    throw new Failure('io', said('{shown} {reason}.', { shown, reason: read.reason }));
  return read.kind === 'read' ? read.bytes : undefined;
}

/** Puts another text into the copy. @throws Failure `io` */
export function writeCopy({ path, shown }: EditCopy, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content, { mode: 0o600 });
  } catch (error) {
    throw notWritten(shown, error);
  }
}

/** Keeps beside a text what it was begun with. @throws Failure `io` */
export function keepBase({ path, shown }: EditCopy, content: Uint8Array): void {
  const base = { path: baseAt(path), shown: baseAt(shown) };
  try {
    mkdirSync(dirname(base.path), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw notWritten(dirname(base.shown), error);
  }
  writeCopy(base, content);
}

/** What a text that was kept was begun with; undefined where nobody knows. @throws Failure `io` */
export function baseOf({ path, shown }: EditCopy): Buffer | undefined {
  return readCopy({ path: baseAt(path), shown: baseAt(shown) });
}

export function dropCopy({ path }: EditCopy): void {
  for (const file of [path, baseAt(path)]) tryTo(() => rmSync(file, { force: true }));
}

/** In a folder beside that of the texts. */
function baseAt(path: string): string {
  return join(dirname(dirname(path)), BEGUN_FOLDER, basename(path));
}

function notWritten(shown: string, error: unknown): Failure {
  if (!isErrno(error)) throw error;
  return new Failure('io', said("{shown} can't be written: {reason}.", { shown, reason: reasonOf(error) }), {
    cause: error,
  });
}
