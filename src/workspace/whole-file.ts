// Writes a file that is no part of the workspace's truth, wherever a person wants it: whole, or not at all.

import {
  closeSync,
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isErrno, reasonOf, tryTo } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { makeDurable } from './durable.ts';

/**
 * Puts the content in the place of what is there, by a temporary file beside it and a rename. No link is followed.
 * @param path absolute
 * @param shown the path as a person wrote it
 * @throws Failure `io` where the operating system refuses; the file is then as it was
 */
export function writeWholeFile(path: string, shown: string, content: string | Uint8Array): void {
  write(path, shown, content, renameSync);
}

/** Likewise, where nothing is there. @throws Failure `already-exists`, `io` */
export function writeNewFile(path: string, shown: string, content: string | Uint8Array): void {
  write(path, shown, content, (temporary) => {
    try {
      linkSync(temporary, path);
    } catch (error) {
      if (!isErrno(error, 'EPERM') && !isErrno(error, 'ENOTSUP')) throw error;
      copyFileSync(temporary, path, constants.COPYFILE_EXCL); // the file system has no hard links
    }
    rmSync(temporary);
  });
}

/**
 * Likewise of what comes bit by bit: it is never held whole.
 * @throws as writeWholeFile, and whatever the chunks throw; the file is then as it was
 */
export async function writeWholeFileFrom(
  path: string,
  shown: string,
  chunks: AsyncIterable<string | Uint8Array>,
): Promise<void> {
  await placeWholeFile(path, shown, async (temporary) => {
    const fd = openSync(temporary, 'wx');
    try {
      for await (const chunk of chunks) writeFileSync(fd, chunk);
    } finally {
      closeSync(fd);
    }
  });
}

/** Puts in its place what `make` made under the temporary name it is given. @throws as writeWholeFileFrom */
export async function placeWholeFile(
  path: string,
  shown: string,
  make: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = temporaryBeside(path);
  try {
    await make(temporary);
    makeDurable([temporary]);
    renameSync(temporary, path);
    makeDurable([dirname(path)]);
  } catch (error) {
    tryTo(() => rmSync(temporary, { force: true }));
    throw isErrno(error) ? notWritten(shown, error) : error;
  }
}

/** A name beside a file or folder, for what is to take its place. */
export function temporaryBeside(path: string, end = 'tmp'): string {
  return join(dirname(path), `.${basename(path).slice(0, 100)}.${process.pid}.${end}`);
}

function write(
  path: string,
  shown: string,
  content: string | Uint8Array,
  place: (temporary: string, path: string) => void,
): void {
  const temporary = temporaryBeside(path);
  try {
    try {
      const fd = openSync(temporary, 'wx');
      try {
        writeFileSync(fd, content);
      } finally {
        closeSync(fd);
      }
      makeDurable([temporary]);
      place(temporary, path);
    } catch (error) {
      tryTo(() => rmSync(temporary, { force: true }));
      throw error;
    }
    makeDurable([dirname(path)]);
  } catch (error) {
    throw notWritten(shown, error);
  }
}

/**
 * Makes sure, before any work is done, that a file can be put there.
 * @throws Failure `usage` where something else than a file stands there, `io` where there is no folder for it
 */
export function assertFilePlace(path: string, shown: string): void {
  const found = statOf(path, shown);
  if (found === undefined) {
    const folder = statOf(dirname(path), shown);
    if (folder === undefined || folder.isFile()) {
      throw new Failure(
        'io',
        said("{shown} can't be written: there is no folder {dirname}.", { shown, dirname: dirname(shown) }),
        {
          hint: 'Make the folder first.',
        },
      );
    }
  } else if (!found.isFile()) {
    const what = found.isDirectory() ? 'a folder' : found.isSymbolicLink() ? 'a symbolic link' : 'a device';
    throw new Failure('usage', said('{shown} is {what}, not a file.', { shown, what }), {
      hint: 'Name a file.',
    });
  }
}

function statOf(path: string, shown: string) {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw notWritten(shown, error);
  }
}

/** What to say of a file that the operating system refuses. @throws any other error */
export function notWritten(shown: string, error: unknown): Failure {
  if (!isErrno(error)) throw error;
  if (error.code === 'EEXIST') {
    return new Failure('already-exists', said('{shown} is there already, and stays as it is.', { shown }), {
      hint: 'Name another file, or delete it.',
    });
  }
  return new Failure('io', said("{shown} can't be written: {reason}.", { shown, reason: reasonOf(error) }), {
    cause: error,
  });
}
