// Makes temporaries: whole files and folders beside their targets, under names that nothing else reads.

import {
  closeSync,
  fchmodSync,
  fchownSync,
  mkdirSync,
  openSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { isErrno } from '../base/errno.ts';
import type { StagedItem } from './write-plan.ts';

/** Makes the folders, outer ones first. */
export function makeFolders(root: string, folders: readonly string[]): void {
  for (const folder of folders) mkdirSync(join(root, folder), { recursive: true });
}

/** Makes one temporary. @returns the paths to make durable, from the root */
export function makeTemporary(root: string, item: StagedItem): string[] {
  const { temporary, content } = item;
  if (typeof content === 'string' || content instanceof Uint8Array) {
    writeNew(join(root, temporary), content, item);
    return [temporary];
  }
  rmSync(join(root, temporary), { recursive: true, force: true });
  mkdirSync(join(root, temporary));
  const files = content.map((file) => {
    writeNew(join(root, temporary, file.name), file.content, {});
    return `${temporary}/${file.name}`;
  });
  return [...files, temporary];
}

/** The file takes over mode and owner of the one that it replaces, as far as it may. */
function writeNew(
  path: string,
  content: string | Uint8Array,
  { replaces, mode }: Pick<StagedItem, 'replaces' | 'mode'>,
): void {
  const fd = openNew(path);
  try {
    writeFileSync(fd, content);
    if (replaces !== undefined) takeOver(fd, replaces);
    else if (mode !== undefined) fchmodSync(fd, mode);
  } finally {
    closeSync(fd);
  }
}

/** A file of that name is left from a write whose intent is gone: it was never put in its place. */
function openNew(path: string): number {
  try {
    return openSync(path, 'wx');
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error;
    rmSync(path, { recursive: true });
    return openSync(path, 'wx');
  }
}

function takeOver(fd: number, { mode, uid, gid }: Stats): void {
  if (uid !== process.getuid?.() || gid !== process.getgid?.()) {
    try {
      fchownSync(fd, uid, gid);
    } catch (error) {
      if (!isErrno(error, 'EPERM')) throw error;
    }
  }
  fchmodSync(fd, mode & 0o7777);
}
