// The copy of a deal that a person edits: in `.pipeline/edit/`, out of the way of all that reads deals, with the ending
// by which editors know YAML. What was not taken over stays there, for nobody else to read.

import { lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
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

/** Makes the copy, under a name that nothing has yet. @throws Failure `io` */
export function makeCopy(root: string, id: string, content: Uint8Array): EditCopy {
  try {
    makePrivateFolder(root);
    const folder = privatePath(root, FOLDER);
    const stat = lstatSync(folder, { throwIfNoEntry: false });
    if (stat !== undefined && !stat.isDirectory()) rmSync(folder);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (let n = 1; ; n++) {
      const name = `${FOLDER}/${id}${n === 1 ? '' : `-${n}`}.yaml`;
      const copy = { path: privatePath(root, name), shown: `${PRIVATE_FOLDER}/${name}` };
      if (isMade(copy, content)) return copy;
    }
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
