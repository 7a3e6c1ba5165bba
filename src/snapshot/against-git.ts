// Whether snapshots are what was committed of them. Their checksums stand beside the rows, and who changes both is told
// by git alone.

import type { Day } from '../base/day.ts';
import { grouped } from '../base/grouped.ts';
import type { Problem } from '../base/problem.ts';
import { type Said, said } from '../base/said.ts';
import { blobId } from '../workspace/git-plumbing.ts';
import type { FileVersion } from '../workspace/git-versions.ts';
import { Damage } from './damage.ts';
import { dayOfName, isSnapshotName } from './names.ts';
import { bytesOf, folderOf, SNAPSHOT_FILES, SNAPSHOTS, type SnapshotFileName } from './store.ts';

export interface Committed {
  /** Of each file, by its path from the workspace's root, the earliest first. */
  readonly versions: ReadonlyMap<string, readonly FileVersion[]>;
  /** The day of a moment in milliseconds, where the workspace is. */
  dayOf(atMs: number): Day;
  readonly today: Day;
}

interface ChangedFile {
  readonly file: SnapshotFileName;
  /** The last one committed. */
  readonly last: FileVersion;
}

/**
 * What is other than in the last commit: an error, but for a snapshot of today, whose place another one may have taken.
 * And what a commit made other after the day of the first one: a warning, for it is there for good.
 */
export function againstGit(root: string, name: string, committed: Committed): Problem[] {
  const folder = folderOf(root, name);
  const differing: ChangedFile[] = [];
  const rewritten: ChangedFile[] = [];
  for (const file of SNAPSHOT_FILES) {
    const versions = committed.versions.get(`${SNAPSHOTS}/${name}/${file}`) ?? [];
    const [first, last] = [versions[0], versions.at(-1)];
    if (first === undefined || last === undefined || last.id === '') continue;
    const bytes = bytesIn(folder, file);
    if (bytes !== undefined && blobId(bytes, last.id) !== last.id) differing.push({ file, last });
    const isLater = committed.dayOf(last.atMs) > committed.dayOf(first.atMs);
    if (isLater && last.id !== first.id) rewritten.push({ file, last });
  }
  const mayBeReplaced = dayOfName(name) === committed.today;
  return [
    ...told(name, differing, {
      severity: mayBeReplaced ? 'warning' : 'error',
      what: (files, last) =>
        said('not as it was committed last ({last}): {files}.', { last: asToldOf(last, committed), files }),
    }),
    ...told(name, rewritten, {
      severity: 'warning',
      what: (files, last) =>
        said('changed by a later commit ({last}): {files}.', { last: asToldOf(last, committed), files }),
    }),
  ];
}

interface Telling {
  readonly severity: Problem['severity'];
  what(files: string, last: FileVersion): Said;
}

/** One problem for all files that a commit had last. */
function told(name: string, changed: readonly ChangedFile[], { severity, what }: Telling): Problem[] {
  return [...grouped(changed, ({ last }) => last.commit).values()].flatMap((group) => {
    const files = group.map(({ file }) => file).join(', ');
    return group.slice(0, 1).map(({ last }) => ({
      code: 'changed-snapshot' as const,
      severity,
      file: `${SNAPSHOTS}/${name}`,
      message: what(files, last),
    }));
  });
}

/** Snapshots that the last commit has and the folder does not, an error; those that a commit took away, a warning. */
export function lostSnapshots(names: readonly string[], committed: Committed): Map<string, Problem[]> {
  const found = new Map<string, Problem[]>();
  for (const [path, versions] of committed.versions) {
    const [folder, name = '', file] = path.split('/');
    const last = versions.at(-1);
    if (last === undefined || folder !== SNAPSHOTS || file !== 'snapshot.yaml') continue;
    if (!isSnapshotName(name) || names.includes(name)) continue;
    const isGone = last.id === '';
    const message = isGone
      ? said('taken away by a commit ({last}).', { last: asToldOf(last, committed) })
      : 'in the last commit, but not here.';
    const severity = isGone ? 'warning' : 'error';
    found.set(name, [{ code: 'lost-snapshot', severity, file: `${SNAPSHOTS}/${name}`, message }]);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** `1a2b3c4d5e6f, Anna, 2026-11-16`. */
function asToldOf({ commit, author, atMs }: FileVersion, { dayOf }: Committed): string {
  return `${commit.slice(0, 12)}, ${author}, ${dayOf(atMs)}`;
}

/** Undefined where it is no file that can be read: that is told elsewhere. */
function bytesIn(folder: string, file: SnapshotFileName): Buffer | undefined {
  try {
    return bytesOf(folder, file);
  } catch (error) {
    if (error instanceof Damage) return undefined;
    throw error;
  }
}
