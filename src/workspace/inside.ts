// Keeps every write inside the workspace: no path that climbs out of it, and no folder on the way that is a link.

import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';

/** Whether the path, taken by its letters, stays inside: relative, with forward slashes, without `.` and `..`. */
export function isInnerPath(path: string): boolean {
  return (
    !path.includes('\0') && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  );
}

/**
 * The folders above a path that are not there yet, outer ones first.
 * @param known folders that were found to be there; added to
 * @throws Failure `usage` for a path that climbs out, `io` where something else than a folder is in the way
 */
export function missingParents(root: string, path: string, known: Set<string>): string[] {
  if (!isInnerPath(path))
    throw new Failure('usage', said('"{path}" is no path inside the workspace.', { path }));
  const missing: string[] = [];
  const parts = path.split('/').slice(0, -1);
  for (const [place] of parts.entries()) {
    const folder = parts.slice(0, place + 1).join('/');
    if (known.has(folder)) continue;
    const stat = lstatSync(join(root, folder), { throwIfNoEntry: false });
    if (stat === undefined) missing.push(folder);
    else if (!stat.isDirectory()) {
      const what = stat.isSymbolicLink() ? 'a symbolic link' : 'not a folder';
      throw new Failure('io', said("{path} can't be written: {folder} is {what}.", { path, folder, what }), {
        hint: 'Nothing is written through links, or outside of the workspace.',
      });
    }
    known.add(folder);
  }
  return missing;
}
