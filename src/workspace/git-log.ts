// The commits that git lists: who made them, when, and whether git has what they were made of.

import { LAST_YEAR } from '../base/last-year.ts';
import { type Environment, gitSays } from './git-plumbing.ts';

export interface LoggedCommit {
  readonly commit: string;
  readonly author: string;
  /** When it was committed, in milliseconds. */
  readonly atMs: number;
  /** The first one has none, and neither has one at which a shallow clone is cut off. */
  readonly hasParents: boolean;
}

const COMMIT = /^commit ([0-9a-f]{40,64})\n([0-9a-f ]*)\0(\d+)\0([^\n]*)\n/gm;

/**
 * Those that `git rev-list` lists for these words; undefined where git can't tell.
 * @param words what follows its options for the form of the list: more options, `--end-of-options`, revisions, paths
 */
export function loggedCommits(
  root: string,
  env: Environment,
  words: readonly string[],
): LoggedCommit[] | undefined {
  // Not `--parents`: where there are paths it tells other ones, as if commits that touch none were not there.
  const said = gitSays(root, env, ['rev-list', '--format=%P%x00%ct%x00%an', ...words])?.toString('utf8');
  if (said === undefined) return undefined;
  return [...said.matchAll(COMMIT)].map(([, commit = '', parents = '', seconds = '', author = '']) => ({
    commit,
    author,
    atMs: momentOf(seconds),
    hasParents: parents !== '',
  }));
}

/** So that it has a day in every time zone. */
const LAST_SECOND = Date.UTC(LAST_YEAR, 11, 30) / 1000;

/** The seconds that git tells in milliseconds. A commit may claim any; one beyond the last year there is, is of its end. */
export function momentOf(seconds: string): number {
  return Math.min(Number(seconds), LAST_SECOND) * 1000;
}
