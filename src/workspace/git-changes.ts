// Which files of deals, and whether pipeline.yaml, are not as a commit has them: by content, the work tree as it is.

import { lstatSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { isDealPath, listDealFiles } from './deal-files.ts';
import { SETTINGS_FILE } from './find.ts';
import { FETCH_OLD_FILES } from './git-past.ts';
import { blobId, type CommittedFile, committedFiles, type Environment } from './git-plumbing.ts';

export interface ChangedFiles {
  /** Files in deals/ and archive/ with another content than there, or that are not there: new, or moved. Sorted. */
  readonly changed: readonly string[];
  /** Files of the commit that are not here any more. Sorted. */
  readonly removed: readonly string[];
  /** Whether pipeline.yaml is another one. */
  readonly settings: boolean;
}

/** @throws Failure `io` where git can't tell what the commit has */
export function changedFiles(root: string, env: Environment, commit: string): ChangedFiles {
  const tree = committedFiles(root, env, commit, ['deals', 'archive', SETTINGS_FILE]);
  if (tree === undefined) {
    throw new Failure('io', said('git does not tell of {commit}.', { commit }), { hint: FETCH_OLD_FILES });
  }
  const committed = new Map(tree.map((file) => [file.path, file]));
  const { files, refused } = listDealFiles(root);
  const paths = [...files, ...refused].map(({ path }) => path).sort();
  const here = new Set(paths);
  const isOther = (path: string) => !isAsCommitted(root, path, committed.get(path));
  return {
    changed: paths.filter(isOther),
    removed: [...committed.keys()]
      .filter((path) => isDealPath(path) && path !== SETTINGS_FILE && !here.has(path))
      .sort(),
    settings: isOther(SETTINGS_FILE),
  };
}

/** Sizes tell first: of most files that changed nothing has to be read. */
function isAsCommitted(root: string, path: string, committed: CommittedFile | undefined): boolean {
  if (committed === undefined) return false;
  const place = join(root, path);
  const stat = lstatSync(place, { throwIfNoEntry: false });
  if (stat === undefined || stat.size !== committed.size || stat.isSymbolicLink() !== committed.isLink)
    return false;
  if (!committed.isLink && !stat.isFile()) return false;
  const bytes = committed.isLink ? Buffer.from(readlinkSync(place)) : readFileSync(place);
  return blobId(bytes, committed.id) === committed.id;
}
