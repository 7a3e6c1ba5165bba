// Errors of the operating system: told apart by their code, and told to people in words.

import type { Message } from '../words/message.ts';
import { asItIs, type Said, said } from './said.ts';

const REASONS = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file is too large for the disk',
  EMFILE: 'too many open files',
  ENFILE: 'too many open files on this machine',
  EIO: 'the disk reports an error',
  ENOENT: 'no such file or folder',
  EEXIST: 'it exists already',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  ENOTEMPTY: 'the folder is not empty',
  ELOOP: 'it is a symbolic link',
  ENAMETOOLONG: 'the name is too long',
  EBUSY: 'it is in use',
  ETXTBSY: 'it is in use',
  EXDEV: 'it lies on another file system',
} as const satisfies Readonly<Record<string, Message>>;

export interface Errno extends Error {
  readonly code: string;
  readonly syscall: string;
  readonly path?: string;
}

/** Whether it is an error of a system call; with `code`, that one. */
export function isErrno(error: unknown, code?: string): error is Errno {
  return (
    error instanceof Error &&
    'syscall' in error &&
    'code' in error &&
    typeof error.code === 'string' &&
    (code === undefined || error.code === code)
  );
}

/** What Node's `rmSync`, from 23 on, tells by the system's own words alone: "Unknown error: Read-only file system 'a'". */
const UNNAMED: Readonly<Record<string, keyof typeof REASONS>> = {
  'Read-only file system': 'EROFS',
  'Input/output error': 'EIO',
  'Disk quota exceeded': 'EDQUOT',
};

/** Why, in words that continue a sentence: "the disk is full". */
export function reasonOf(error: unknown): Said {
  if (isErrno(error)) {
    const { code } = error;
    if (isKnown(code)) return said(REASONS[code]);
    const words = /Unknown error: (.*?)(?: '.*)?$/s.exec(error.message)?.[1] ?? code;
    const known = Object.hasOwn(UNNAMED, words) ? UNNAMED[words] : undefined;
    return known === undefined ? asItIs(words) : said(REASONS[known]);
  }
  return asItIs((error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '');
}

function isKnown(code: string): code is keyof typeof REASONS {
  return Object.hasOwn(REASONS, code);
}

/** The same, with the path that it concerns where the system names one. */
export function reasonAt(error: Errno): Said {
  const reason = reasonOf(error);
  return error.path === undefined ? reason : said('{reason} ({path})', { reason, path: error.path });
}

/** Does what may be left undone where the system refuses it. @throws all other errors */
export function tryTo(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!isErrno(error)) throw error;
  }
}
