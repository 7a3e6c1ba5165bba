// Where the native driver of SQLite is not there, or is one of another Node: said, with the command that mends it.

import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';

/** What to say of an error that loading the driver threw; undefined where it is another error. */
export function driverMissing(error: unknown): Failure | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  if (error.code === 'MODULE_NOT_FOUND') {
    return new Failure('io', "SQLite's driver, better-sqlite3, is not installed.", {
      hint: said("In pipeline's own folder: {command}", { command: 'npm ci' }),
      cause: error,
    });
  }
  if (error.code !== 'ERR_DLOPEN_FAILED') return undefined;
  return new Failure(
    'io',
    said("SQLite's driver, better-sqlite3, was not built for this Node, {version}.", {
      version: process.version,
    }),
    {
      hint: said("In pipeline's own folder: {command}", { command: 'npm rebuild better-sqlite3' }),
      cause: error,
    },
  );
}
