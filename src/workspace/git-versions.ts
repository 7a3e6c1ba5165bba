// Which versions of files the commits of a branch have, and who made them.

import { grouped } from '../base/grouped.ts';
import { loggedCommits } from './git-log.ts';
import { type Environment, gitSays } from './git-plumbing.ts';

export interface FileVersion {
  readonly commit: string;
  readonly author: string;
  /** When it was committed, in milliseconds. */
  readonly atMs: number;
  /** Of the content; '' where the commit takes the file away. */
  readonly id: string;
  /** From the workspace's root. */
  readonly path: string;
}

/**
 * The versions of each file below a folder, by its path from the workspace's root, the earliest first: what commits on
 * HEAD's first-parent line made of it. Undefined where there is no repository, no commit or no git.
 */
export function versionsOf(
  root: string,
  env: Environment,
  folder: string,
): ReadonlyMap<string, readonly FileVersion[]> | undefined {
  const words = ['--first-parent', '--reverse', '--end-of-options', 'HEAD', '--', folder];
  const commits = loggedCommits(root, env, words);
  if (commits === undefined) return undefined;
  const made = new Map(commits.map((one) => [one.commit, one]));
  const changes = changesIn(root, env, [...made.keys()], folder);
  if (changes === undefined) return undefined;
  const versions = changes.flatMap(({ commit, ...change }) => {
    const by = made.get(commit);
    return by === undefined ? [] : [{ commit, author: by.author, atMs: by.atMs, ...change }];
  });
  return grouped(versions, ({ path }) => path);
}

type Change = Pick<FileVersion, 'commit' | 'id' | 'path'>;

const DIFF_TREE = [
  ...['diff-tree', '--stdin', '-r', '-z', '--root', '-m', '--first-parent'],
  ...['--relative', '--no-renames', '--no-ext-diff', '--no-textconv'],
];

function changesIn(
  root: string,
  env: Environment,
  commits: readonly string[],
  folder: string,
): Change[] | undefined {
  if (commits.length === 0) return [];
  const said = gitSays(root, env, [...DIFF_TREE, '--', folder], `${commits.join('\n')}\n`);
  if (said === undefined) return undefined;
  const changes: Change[] = [];
  let commit = '';
  let id = '';
  for (const token of said.toString('utf8').split('\0')) {
    const [, to, status] = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) ([A-Z])$/.exec(token) ?? [];
    if (to !== undefined) id = status === 'D' ? '' : to;
    else if (/^[0-9a-f]{40,64}$/.test(token)) commit = token;
    else if (token !== '') changes.push({ commit, id, path: token });
  }
  return changes;
}
