// Takes a workspace away again that was made a moment ago and that nothing came into.

import { lstatSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isErrno } from '../base/errno.ts';
import { PRIVATE_FOLDER } from './private-folder.ts';

/**
 * Looks at what is there of all that `init` writes; to be called before it.
 * @param paths of its files
 * @returns what makes the folder again what it was; whatever else came into it meanwhile stays
 */
export function rememberFolder(root: string, paths: readonly string[]): () => void {
  const before = new Map(paths.map((path) => [path, bytesAt(join(root, path))]));
  const folders = [...new Set(paths.map((path) => dirname(path)))].filter((path) => path !== '.');
  const made = folders.filter((path) => !isThere(join(root, path)));
  const hadPrivate = isThere(join(root, PRIVATE_FOLDER));
  return () => {
    for (const [path, bytes] of before) {
      if (bytes === undefined) rmSync(join(root, path), { force: true });
      else if (!bytes.equals(readFileSync(join(root, path)))) writeFileSync(join(root, path), bytes);
    }
    if (!hadPrivate) rmSync(join(root, PRIVATE_FOLDER), { recursive: true, force: true });
    for (const path of made) removeEmpty(join(root, path));
  };
}

function bytesAt(path: string): Buffer | undefined {
  return isThere(path) ? readFileSync(path) : undefined;
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    const isOthers = ['ENOTEMPTY', 'EEXIST', 'ENOENT'].some((code) => isErrno(error, code));
    if (!isOthers) throw error;
  }
}
