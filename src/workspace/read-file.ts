// Reads one file of the workspace whole, and nothing that only looks like one: no link is followed, no pipe or
// device can hang the program, and nothing is read that is larger than allowed.

import { type BigIntStats, closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { isErrno, reasonOf } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import { type Said, said } from '../base/said.ts';

/** Why what is there can't be taken as a file. */
export interface Refusal {
  /** Continues "it …". */
  readonly reason: Said;
  /** Unless the disk was at fault. */
  readonly lasting: boolean;
}

export type FileRead =
  | { readonly kind: 'read'; readonly bytes: Buffer; readonly stat: BigIntStats }
  | { readonly kind: 'absent' }
  | ({ readonly kind: 'refused' } & Refusal);

const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** The bytes of a regular file of at most `mostBytes`, with its stat as of the moment before they were read. */
export function readRegularFile(path: string, mostBytes: number): FileRead {
  let fd: number;
  try {
    fd = openSync(path, FLAGS);
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return { kind: 'absent' };
    if (isErrno(error, 'ELOOP')) return refused(SYMLINK);
    if (isErrno(error, 'ENXIO')) return refused(NO_FILE); // a socket
    return transient(error);
  }
  try {
    const stat = fstatSync(fd, { bigint: true });
    const trouble = troubleWith(stat, mostBytes);
    return trouble === undefined ? readAll(fd, stat, mostBytes) : refused(trouble);
  } catch (error) {
    return transient(error);
  } finally {
    closeSync(fd);
  }
}

/** Who may read, write and run a file: the nine bits. */
export function permissionsOf({ mode }: Pick<BigIntStats, 'mode'>): number {
  return Number(mode) & 0o777;
}

const SYMLINK = said('is a symbolic link, and links are not followed');
const NO_FILE = said('is not a regular file');

/** Why something is not read as a file, going by its stat; undefined where it may be. */
export function troubleWith(stat: BigIntStats, mostBytes: number): Said | undefined {
  if (stat.isSymbolicLink()) return SYMLINK;
  if (stat.isDirectory()) return said('is a folder');
  if (!stat.isFile()) return NO_FILE;
  return stat.size > mostBytes ? tooLarge(mostBytes) : undefined;
}

function tooLarge(mostBytes: number): Said {
  return said('is larger than {size} KiB', { size: mostBytes / 1024 });
}

/** Up to the end, which may not be where stat said: the file may be growing. */
function readAll(fd: number, stat: BigIntStats, mostBytes: number): FileRead {
  let bytes = Buffer.allocUnsafe(Number(stat.size) + 1);
  let filled = 0;
  for (;;) {
    const count = readSync(fd, bytes, filled, bytes.length - filled, null);
    if (count === 0) return { kind: 'read', bytes: bytes.subarray(0, filled), stat };
    filled += count;
    if (filled > mostBytes) return refused(tooLarge(mostBytes));
    if (filled === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(bytes.length)]);
  }
}

function refused(reason: Said): FileRead {
  return { kind: 'refused', reason, lasting: true };
}

function transient(error: unknown): FileRead {
  return { kind: 'refused', reason: unreadable(error), lasting: false };
}

/** Why the disk did not give what is there; continues "it …". */
export function unreadable(error: unknown): Said {
  return said("can't be read: {reason}", { reason: reasonOf(error) });
}

/** @throws Failure `io` where the disk, and not what is there, was at fault */
export function expectGiven(read: FileRead, path: string): void {
  if (read.kind === 'refused' && !read.lasting) throw notGiven(path, read.reason);
}

/** The failure of what the disk does not give. */
export function notGiven(path: string, reason: Said): Failure {
  return new Failure('io', said('{path} {reason}.', { path, reason }));
}
