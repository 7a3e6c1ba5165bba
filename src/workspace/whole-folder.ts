// Writes a folder that is no part of the workspace's truth: all of its files, or none of them.

import { lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { isErrno, tryTo } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { makeDurable } from './durable.ts';
import { notWritten, temporaryBeside } from './whole-file.ts';

/**
 * Puts what `make` made into the place of the folder that is there, or of none.
 * @param path absolute; nothing is there, or what assertFolderPlace has let pass
 * @param make fills the empty folder whose path it is given
 * @throws Failure `io` where the operating system refuses, and whatever `make` throws; the folder is then as it was
 */
export async function writeWholeFolder(
  path: string,
  shown: string,
  make: (folder: string) => Promise<void>,
): Promise<void> {
  const [temporary, old] = [temporaryBeside(path), temporaryBeside(path, 'old')];
  try {
    mkdirSync(temporary);
    await make(temporary);
    makeDurable(pathsIn(temporary));
    const isThere = lstatSync(path, { throwIfNoEntry: false }) !== undefined;
    if (isThere) renameSync(path, old);
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
}

/**
 * Makes sure, before any work is done, that a folder can be put there: nothing is there, an empty folder, or one that
 * has a file of that name, which tells whose it is.
 * @throws Failure `usage`, `already-exists`, `io`
 */
export function assertFolderPlace(path: string, shown: string, mark: string): void {
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
    const names = readdirSync(path);
    if (names.length === 0 || names.includes(mark)) return;
  } catch (error) {
    throw isErrno(error) ? notWritten(shown, error) : error;
  }
  throw new Failure(
    'already-exists',
    said('{shown} holds what pipeline export did not write, and stays as it is.', { shown }),
    {
      hint: 'Name a folder that is not there yet.',
    },
  );
}

function pathsIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return [folder, ...names.map((name) => `${folder}/${name}`)];
}
