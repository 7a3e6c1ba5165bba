// What the commits of a range did to files, commit by commit.

import { loggedCommits } from './git-log.ts';
import { type Environment, gitSays, isId } from './git-plumbing.ts';

/** What a commit did to a file: the ids of its content before and after; undefined where it was or is not there. */
export interface FileStep {
  /** From the workspace's root. */
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export interface CommitStep {
  readonly commit: string;
  readonly author: string;
  /** When it was committed, in milliseconds. */
  readonly atMs: number;
  /** Whether it came from another one: the first one of a repository tells what was there, not who made it. */
  readonly hasParents: boolean;
  readonly files: readonly FileStep[];
}

export interface CommitRange {
  /** A commit, or `HEAD`. */
  readonly until: string;
  /** What this commit already has is left out; undefined: from the first one on. */
  readonly after?: string | undefined;
}

/**
 * The commits of a range that did something to files below these paths, each after its parents; undefined where git
 * can't tell, or does not have the two commits. Not along first parents: where a team merges by pulling, the first
 * parent is whoever pulled, and the work of all others would be theirs. So each commit is held against its own
 * parents, and a merge tells only what it made of its own: the files that none of its parents has like that.
 */
export function commitSteps(
  root: string,
  env: Environment,
  { until, after }: CommitRange,
  paths: readonly string[],
): CommitStep[] | undefined {
  const range = ['--end-of-options', until, ...(after === undefined ? [] : [`^${after}`])];
  // `--full-history`: else a branch whose work came to nothing is left out, which nobody else tells of.
  const order = ['--topo-order', '--reverse', '--full-history'];
  const commits = loggedCommits(root, env, [...order, ...range, '--', ...paths]);
  if (commits === undefined) return undefined;
  const place = placeOf(root, env);
  const known = place?.isShallow === true ? commits.filter(({ hasParents }) => hasParents) : commits;
  const files = place && filesOf(root, env, known, { paths, prefix: place.prefix });
  return (
    files &&
    known.flatMap((made) => {
      const own = files.get(made.commit);
      return own === undefined ? [] : [{ ...made, files: own }];
    })
  );
}

/** Whether HEAD has that commit among those that it came from, or is it. */
export function isBehindHead(root: string, env: Environment, id: string): boolean {
  const words = ['merge-base', '--is-ancestor', '--end-of-options', id, 'HEAD'];
  return isId(id) && gitSays(root, env, words) !== undefined;
}

/** Whether the repository has that commit. */
export function hasCommit(root: string, env: Environment, id: string): boolean {
  return (
    gitSays(root, env, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${id}^{commit}`]) !==
    undefined
  );
}

interface Place {
  /** From the repository's root to the workspace's: '' or `sales/`. */
  readonly prefix: string;
  /** History is cut off: its first commits look as if they had made everything, and nobody knows what they did. */
  readonly isShallow: boolean;
}

function placeOf(root: string, env: Environment): Place | undefined {
  const said = gitSays(root, env, ['rev-parse', '--show-prefix', '--is-shallow-repository']);
  const [, prefix = '', shallow] = /^(.*)\n(true|false)\n$/s.exec(said?.toString('utf8') ?? '') ?? [];
  return shallow === undefined ? undefined : { prefix, isShallow: shallow === 'true' };
}

/** By commit; one that did nothing is absent. */
function filesOf(
  root: string,
  env: Environment,
  commits: readonly { readonly commit: string }[],
  { paths, prefix }: { readonly paths: readonly string[]; readonly prefix: string },
): Map<string, FileStep[]> | undefined {
  const steps = new Map<string, FileStep[]>();
  if (commits.length === 0) return steps;
  const words = ['diff-tree', '--stdin', '-r', '-c', '-z', '--root', '--raw', '--no-abbrev', '--no-renames'];
  const asked = commits.map(({ commit }) => `${commit}\n`).join('');
  // `--no-relative`: of a merge git tells paths from the repository's root whatever it is asked for.
  const said = gitSays(root, env, [...words, '--no-relative', '-O/dev/null', '--', ...paths], asked);
  if (said === undefined) return undefined;
  let own: FileStep[] = [];
  const entries = said.toString('utf8').split('\0');
  for (let at = 0; at < entries.length; at += 1) {
    const entry = entries[at]?.trim() ?? '';
    if (entry.startsWith(':')) {
      at += 1;
      own.push({ path: entries[at]?.slice(prefix.length) ?? '', ...contentsOf(entry) });
    } else if (entry !== '') {
      own = [];
      steps.set(entry, own);
    }
  }
  return new Map([...steps].filter(([, files]) => files.length > 0));
}

/** A file, executable or not, or a link. */
const HAS_CONTENT = /^:*1[02]/;

/** `:100644 100644 ID ID M`; of a merge of two `::100644 100644 100644 ID ID ID MM`. */
function contentsOf(entry: string): Pick<FileStep, 'before' | 'after'> {
  const parents = /^:+/.exec(entry)?.[0].length ?? 1;
  const words = entry.split(' ');
  const content = (at: number) => (HAS_CONTENT.test(words[at] ?? '') ? words[at + parents + 1] : undefined);
  return { before: content(0), after: content(parents) };
}
