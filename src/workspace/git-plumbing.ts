// Reads a git repository. Nothing runs that it brings along (hooks, monitors, filters, a fetch of what it lacks):
// plumbing only, and files are hashed here.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';

export type Environment = Readonly<Record<string, string | undefined>>;

const SAFELY = [
  ...['-c', 'core.fsmonitor=false'],
  ...['-c', 'core.hooksPath=/dev/null'],
  ...['-c', 'core.untrackedCache=false'],
  ...['-c', 'i18n.logOutputEncoding=UTF-8'],
];
const MOST_OUTPUT = 256 * 1024 * 1024;

/**
 * What git says, or undefined where it fails or is missing. No variable of the caller's repository counts.
 * @param index what is staged is told from that file; the repository's own where left out
 */
export function gitSays(
  root: string,
  env: Environment,
  words: readonly string[],
  input?: string,
  index?: string,
): Buffer | undefined {
  const own = Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('GIT_')));
  const { status, stdout } = spawnSync('git', [...SAFELY, ...words], {
    cwd: root,
    env: { ...own, GIT_NO_LAZY_FETCH: '1', ...(index === undefined ? {} : { GIT_INDEX_FILE: index }) },
    maxBuffer: MOST_OUTPUT,
    input,
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout : undefined;
}

export interface CommittedFile {
  /** From the workspace's root. */
  readonly path: string;
  /** Of its content. */
  readonly id: string;
  readonly size: number;
  /** It is a link, and its content is where it leads to. */
  readonly isLink: boolean;
}

export const LINK = '120000';

/** The files of a commit below these paths, from the workspace's root; undefined where git can't tell. */
export function committedFiles(
  root: string,
  env: Environment,
  commit: string,
  paths: readonly string[],
): CommittedFile[] | undefined {
  const tree = gitSays(root, env, ['ls-tree', '-rlz', '--end-of-options', commit, ...paths]);
  return tree
    ?.toString('utf8')
    .split('\0')
    .flatMap((entry) => {
      const [, mode, id = '', size = '', path = ''] =
        /^(\d+) blob ([0-9a-f]+) +(\d+)\t(.+)$/s.exec(entry) ?? [];
      return mode === undefined ? [] : [{ path, id, size: Number(size), isLink: mode === LINK }];
    });
}

/** Whether the text is a whole id of a commit, and no other word that git takes for one. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{40,64}$/.test(text);
}

/** The id that git gives these bytes; by the same hash, and so of the same length, as that other one. */
export function blobId(bytes: Uint8Array, like: string): string {
  const algorithm = like.length === 40 ? 'sha1' : 'sha256';
  return createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

const LINE_FEED = 10;

/** The contents that have these ids; one that the repository lacks is absent. Undefined where git can't tell. */
export function blobs(
  root: string,
  env: Environment,
  ids: readonly string[],
): ReadonlyMap<string, Buffer> | undefined {
  const found = new Map<string, Buffer>();
  if (ids.length === 0) return found;
  const said = gitSays(root, env, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  if (said === undefined) return undefined;
  let at = 0;
  for (const id of ids) {
    const end = said.indexOf(LINE_FEED, at);
    const head = said.toString('utf8', at, end);
    if (end < 0 || !head.startsWith(id)) return undefined; // cut off
    const size = Number(/ blob (\d+)$/.exec(head)?.[1] ?? Number.NaN);
    at = end + 1;
    if (Number.isNaN(size)) continue;
    found.set(id, said.subarray(at, at + size));
    at += size + 1;
  }
  return found;
}
