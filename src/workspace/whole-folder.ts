// Writes a folder that is no part of the workspace's truth: all of its files, or none of them.

import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isErrno, tryTo } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import { type Said, said } from '../base/said.ts';
import { fewOf } from '../base/said-lists.ts';
import { makeDurable } from './durable.ts';
import { othersIn } from './folder-others.ts';
import { notWritten, temporaryBeside } from './whole-file.ts';

/** Which folders may be replaced. */
export interface OwnFolder {
  /** The file that such a folder has, and no other. */
  readonly mark: string;
  /** Whether a path in it, from the folder on, is one that is written there; folders end in `/`. */
  isOwn(path: string): boolean;
}

/**
 * Puts what `make` made into the place of the folder that is there, or of none.
 * @param path absolute; nothing is there, or what assertFolderPlace has let pass
 * @param make fills the empty folder whose path it is given
 * @returns what the folder had and has no longer, from the folder on; folders end in `/`
 * @throws Failure `io` where the operating system refuses, `already-exists` as assertFolderPlace, and whatever `make`
 *   throws; the folder is then as it was
 */
export async function writeWholeFolder(
  path: string,
  shown: string,
  own: OwnFolder,
  make: (folder: string) => Promise<void>,
): Promise<readonly string[]> {
  const [temporary, old] = [temporaryBeside(path), temporaryBeside(path, 'old')];
  let gone: readonly string[] = [];
  try {
    mkdirSync(temporary);
    await make(temporary);
    makeDurable(pathsIn(temporary));
    assertFolderPlace(path, shown, own); // meanwhile somebody may have put a file there
    const isThere = lstatSync(path, { throwIfNoEntry: false }) !== undefined;
    if (isThere) {
      gone = othersIn(path, (place) => existsSync(join(temporary, place)));
      renameSync(path, old);
    }
    try {
      renameSync(temporary, path);
    } catch (error) {
      if (isThere) renameSync(old, path);
      throw error;
    }
    makeDurable([dirname(path)]);
  } catch (error) {
    tryTo(() => rmSync(temporary, { recursive: true, force: true }));
    throw isErrno(error) ? notWritten(shown, error) : error;
  }
  tryTo(() => rmSync(old, { recursive: true, force: true }));
  return gone;
}

/**
 * Makes sure that a folder can be put there: nothing is there, an empty folder, or one that has the mark, and nothing
 * but what is written there.
 * @throws Failure `usage`, `already-exists`, `io`
 */
export function assertFolderPlace(path: string, shown: string, { mark, isOwn }: OwnFolder): void {
  try {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found === undefined) {
      if (lstatSync(dirname(path), { throwIfNoEntry: false })?.isDirectory() === true) return;
      throw new Failure('io', said("{shown} can't be written: there is no folder for it.", { shown }), {
        hint: said('Make the folder first; {path} itself need not be there.', { path: basename(path) }),
      });
    }
    if (!found.isDirectory()) {
      throw new Failure('usage', said('{shown} is no folder.', { shown }), { hint: 'Name a folder.' });
    }
    const isMarked = existsSync(join(path, mark));
    const others = othersIn(path, (place) => isMarked && isOwn(place));
    if (others.length > 0) throw holdsOthers(shown, fewOf(others), isMarked);
  } catch (error) {
    throw isErrno(error) ? notWritten(shown, error) : error;
  }
}

function holdsOthers(shown: string, names: Said, isMarked: boolean): Failure {
  return new Failure(
    'already-exists',
    said('{shown} holds what pipeline export did not write ({names}), and stays as it is.', { shown, names }),
    {
      hint: isMarked
        ? said('Move it out of {shown}, or name another folder.', { shown })
        : 'Name a folder that is not there yet.',
    },
  );
}

function pathsIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return [folder, ...names.map((name) => `${folder}/${name}`)];
}
