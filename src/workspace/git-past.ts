// The commits that a workspace went through, and the files that each of them has.

import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { momentOf } from './git-log.ts';
import { blobs, type CommittedFile, committedFiles, type Environment, gitSays } from './git-plumbing.ts';

export interface PastCommit {
  readonly id: string;
  /** When it was committed, in milliseconds. */
  readonly atMs: number;
}

/** What to do where git lacks what a commit had. */
export const FETCH_OLD_FILES =
  'A partial clone lacks old files: git fetch --refetch --no-filter brings them. Else: git fsck';

/** Files as commits have them. */
export interface GitFiles {
  /** The files of a commit below these paths. @throws Failure `io` where the repository can't tell */
  files(commit: string, paths: readonly string[]): readonly CommittedFile[];
  /** The contents that have these ids. @throws Failure `io` where the repository can't tell */
  contents(ids: readonly string[]): ReadonlyMap<string, Buffer>;
}

export interface GitPast extends GitFiles {
  /** From HEAD back along first parents: what the branch itself went through. */
  readonly commits: readonly PastCommit[];
  /** Whether the clone's history is cut off. */
  readonly isShallow: boolean;
  /** The commits of the branch that changed anything below these paths, the oldest first. */
  touching(paths: readonly string[]): readonly string[];
}

/** Undefined where there is no repository, no commit, or no git. */
export function gitPast(root: string, env: Environment): GitPast | undefined {
  const list = gitSays(root, env, ['rev-list', '--first-parent', '--timestamp', '--end-of-options', 'HEAD']);
  if (list === undefined) return undefined;
  const commits = list
    .toString('utf8')
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [, seconds, id] = /^(\d+) ([0-9a-f]{40,64})$/.exec(line) ?? [];
      return seconds === undefined || id === undefined ? [] : [{ id, atMs: momentOf(seconds) }];
    });
  const shallow = gitSays(root, env, ['rev-parse', '--is-shallow-repository']);
  return {
    commits,
    isShallow: shallow?.toString('utf8').trim() === 'true',
    touching: (paths) => {
      const words = ['rev-list', '--first-parent', '--reverse', '--end-of-options', 'HEAD', '--', ...paths];
      return told(gitSays(root, env, words), 'the commits')
        .toString('utf8')
        .trim()
        .split('\n');
    },
    ...gitFiles(root, env),
  };
}

/** Of any commit that the repository has. */
export function gitFiles(root: string, env: Environment): GitFiles {
  return {
    files: (commit, paths) => told(committedFiles(root, env, commit, paths), commit),
    contents: (ids) => told(blobs(root, env, ids), `${ids.length} files`),
  };
}

function told<Answer>(answer: Answer | undefined, of: string): Answer {
  if (answer === undefined) {
    throw new Failure('io', said('git does not tell of {of}.', { of }), {
      hint: FETCH_OLD_FILES,
    });
  }
  return answer;
}
