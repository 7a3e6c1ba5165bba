// Opens the index, whatever its state. That never fails: where the database is absent, damaged, another one's or out of
// reach, everything is read from the files.

import { lstatSync } from 'node:fs';
import { said } from '../base/said.ts';
import { type Database, isBusy, openDatabase } from '../sqlite/database.ts';
import { Index, indexPath, openFile } from './index-file.ts';
import { checkIdentity, isBlank, Unusable } from './rows.ts';

/** No index: nothing is kept in it, and nothing will be. */
export function noIndex(root: string): Index {
  return new Index(root, 'out-of-reach');
}

/** The index, whatever its state. Never throws: without it all works too. */
export function openIndex(root: string): Index {
  let database: Database | undefined;
  try {
    const stat = lstatSync(indexPath(root), { throwIfNoEntry: false });
    if (stat === undefined) return new Index(root, 'usable');
    if (!stat.isFile()) throw new Unusable('is no regular file');
    database = openFile(root);
    database.exec('BEGIN');
    if (isBlank(database)) {
      database.close();
      return new Index(root, 'usable');
    }
    checkIdentity(database, root);
    return new Index(root, 'usable', database);
  } catch (error) {
    database?.close();
    if (isBusy(error)) {
      return new Index(root, 'out-of-reach', undefined, 'The index is in use; everything is read anew.');
    }
    const why = error instanceof Unusable ? error.why : 'was damaged';
    return new Index(
      root,
      'replace',
      undefined,
      said('The index {why}; it is built anew.', { why: said(why) }),
    );
  }
}

/**
 * The index as the last command left it, of whatever state of the files: for what may be a little behind and must not
 * wait. Never written to; undefined where it is not there, not whole, another one's or in use.
 */
export function openIndexToRead(root: string): Index | undefined {
  let database: Database | undefined;
  try {
    if (lstatSync(indexPath(root), { throwIfNoEntry: false })?.isFile() !== true) return undefined;
    database = openDatabase(indexPath(root), 0, true);
    checkIdentity(database, root);
    return new Index(root, 'out-of-reach', database);
  } catch {
    database?.close();
    return undefined;
  }
}
