// What is staged: the files of the next commit, with the content that they will have there.

import { resolve } from 'node:path';
import { Failure } from '../base/failure.ts';
import { isDealPath } from './deal-files.ts';
import type { GitFiles } from './git-past.ts';
import { blobs, type CommittedFile, type Environment, gitSays, LINK } from './git-plumbing.ts';

export interface Staged extends GitFiles {
  /** The commit that it is held against; '' before the first one. */
  readonly head: string;
  /** Of deals that are staged with another content than HEAD has, or that it does not have. */
  readonly changed: readonly string[];
  /** Of deals that HEAD has and the next commit will not. */
  readonly removed: readonly string[];
}

/**
 * @param cwd where GIT_INDEX_FILE is meant from: git names another index to a hook, of `commit --all` say
 * @throws Failure `io` where git can't tell
 */
export function stagedFiles(root: string, env: Environment, cwd: string): Staged {
  const index = env.GIT_INDEX_FILE === undefined ? undefined : resolve(cwd, env.GIT_INDEX_FILE);
  const says = (words: readonly string[], input?: string) => {
    const said = gitSays(root, env, words, input, index);
    if (said !== undefined) return said.toString('utf8');
    throw new Failure('io', 'git does not tell what is staged.', { hint: 'git status says more.' });
  };
  const found = gitSays(root, env, ['rev-parse', '--verify', '--quiet', '--end-of-options', 'HEAD^{commit}']);
  const head = found?.toString('utf8').trim() ?? '';
  const noFiles = says(['hash-object', '-t', 'tree', '--stdin'], '').trim();
  const names = (filter: string) =>
    says([
      'diff-index',
      '--cached',
      '--name-only',
      '-z',
      '--no-renames',
      '--relative',
      `--diff-filter=${filter}`,
      head === '' ? noFiles : head,
      '--',
      'deals',
      'archive',
    ])
      .split('\0')
      .filter((path) => isDealPath(path));
  return {
    head,
    changed: names('d'),
    removed: names('D'),
    files: (_, paths) => filesIn(says(['ls-files', '--stage', '-z', '--', ...paths]), says),
    contents: (ids) => {
      const found = blobs(root, env, ids);
      if (found !== undefined) return found;
      throw new Failure('io', 'git does not tell what is staged.', { hint: 'git fsck says more.' });
    },
  };
}

/** What a merge left in two versions is not staged. */
function filesIn(listed: string, says: (words: readonly string[], input: string) => string): CommittedFile[] {
  const entries = listed.split('\0').flatMap((entry) => {
    const [, mode, id, path] = /^(\d+) ([0-9a-f]+) 0\t(.+)$/s.exec(entry) ?? [];
    return id === undefined || path === undefined ? [] : [{ path, id, isLink: mode === LINK }];
  });
  if (entries.length === 0) return [];
  const sizes = says(
    ['cat-file', '--batch-check=%(objectsize)'],
    `${entries.map(({ id }) => id).join('\n')}\n`,
  );
  const lines = sizes.split('\n');
  return entries.map((entry, at) => ({ ...entry, size: Number(lines[at]) }));
}
