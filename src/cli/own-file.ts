// Files at a place of a person's choice that a command writes anew: it knows its own by how they begin, and replaces no
// others.

import { lstatSync, readFileSync } from 'node:fs';
import { isErrno } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { notWritten } from '../workspace/whole-file.ts';
import { assertFileToWrite } from './file-to-write.ts';

export interface Writer {
  /** `pipeline digest`. */
  readonly command: string;
  /** What names another place: `--to`. */
  readonly option: string;
  /** How the files that it writes begin. */
  readonly beginnings: readonly string[];
}

/**
 * Makes sure that a file can be written, and takes the place of nothing but what the command wrote, or of an empty file.
 * @param path absolute
 * @param file as a person wrote it
 * @throws Failure `already-exists`, `usage`, `io`
 */
export function assertOwnFile(path: string, file: string, cwd: string, writer: Writer): void {
  assertFileToWrite(path, file, cwd);
  const text = textOf(path, file);
  if (text === undefined || text === '' || isOwnText(text, writer)) return;
  const { command, option } = writer;
  throw new Failure(
    'already-exists',
    said('{file} was not written by {command}: it stays as it is.', { file, command }),
    { hint: said('Move it away, or name another place with {option}.', { option }) },
  );
}

/** Whether the command wrote the file. @throws Failure `io` */
export function isOwnFile(path: string, file: string, writer: Writer): boolean {
  const text = textOf(path, file);
  return text !== undefined && isOwnText(text, writer);
}

function isOwnText(text: string, { beginnings }: Writer): boolean {
  return beginnings.some((beginning) => text.startsWith(beginning));
}

/** Undefined where there is no file. */
function textOf(path: string, file: string): string | undefined {
  try {
    const isFile = lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
    return isFile ? readFileSync(path, 'utf8') : undefined;
  } catch (error) {
    if (!isErrno(error)) throw error;
    throw notWritten(file, error);
  }
}
