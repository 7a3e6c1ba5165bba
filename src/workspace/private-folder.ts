// The workspace's own corner: `.pipeline/`, with the index, the lock and what a write leaves for a crash.
// Disposable, never under version control.

import { lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isErrno } from '../base/errno.ts';

export const PRIVATE_FOLDER = '.pipeline';

/** The absolute path of something in `.pipeline/`. */
export function privatePath(root: string, name: string): string {
  return join(root, PRIVATE_FOLDER, name);
}

/**
 * Makes sure that `.pipeline/` is there, ignored by git whatever the workspace's own .gitignore says.
 * @throws Errno where it can't be made, Error where it is something else than a folder
 */
export function makePrivateFolder(root: string): void {
  const folder = join(root, PRIVATE_FOLDER);
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  if (stat !== undefined && !stat.isDirectory()) throw new Error(`${PRIVATE_FOLDER} is not a folder`);
  if (stat === undefined) unlessThere(() => mkdirSync(folder));
  const ignore = join(folder, '.gitignore');
  const there = lstatSync(ignore, { throwIfNoEntry: false });
  if (there !== undefined && there.size > 0) return;
  if (there?.isFile() === true) rmSync(ignore); // a full disk has left it empty
  unlessThere(() => writeFileSync(ignore, '*\n', { flag: 'wx' }));
}

/** Another process may have been faster. */
function unlessThere(make: () => void): void {
  try {
    make();
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error;
  }
}

/**
 * Writes a small file in `.pipeline/`, made anew: one that came with the folder may be a link to somewhere else.
 * @param flush whether to wait until it is on disk
 */
export function writePrivate(root: string, name: string, text: string, flush = false): void {
  const path = privatePath(root, name);
  rmSync(path, { force: true });
  writeFileSync(path, text, { flag: 'wx', flush });
}
