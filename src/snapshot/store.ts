// The folder snapshots/: which snapshots there are, and reading one. A snapshot is a folder, whole or not there;
// who writes it does so by one change of the workspace's files (workspace/transaction.ts).

import { lstatSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { isErrno, reasonOf } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import type { Problem } from '../base/problem.ts';
import { asItIs, said } from '../base/said.ts';
import { readRegularFile } from '../workspace/read-file.ts';
import { inCell, recordsWith } from './csv-records.ts';
import { Damage } from './damage.ts';
import { customColumns, writeArchived, writeDeals } from './format-csv.ts';
import { type Checksums, headerOf, parseHeader, sha256, writeHeader } from './format-yaml.ts';
import { isSnapshotName } from './names.ts';
import { readArchived, readDeals } from './read-csv.ts';
import { sameRows } from './row.ts';
import type { SharedRows } from './shared-rows.ts';
import type { Snapshot, SnapshotHeader } from './snapshot.ts';

export const SNAPSHOTS = 'snapshots';
export const SNAPSHOT_FILES = ['deals.csv', 'archived.csv', 'snapshot.yaml', 'snapshot.md'] as const;
/** Far more than the deals of any company take. */
const MOST_BYTES = 1024 * 1024 * 1024;
export type SnapshotFileName = (typeof SNAPSHOT_FILES)[number];

/**
 * The names of all snapshots, ascending: by day, then by time. What is no snapshot's folder is passed over.
 * @throws Failure `io` where snapshots/ is something else than a folder, or can't be listed
 */
export function listSnapshots(root: string): string[] {
  const folder = join(root, SNAPSHOTS);
  try {
    if (!isThere(folder)) return [];
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && isSnapshotName(entry.name))
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    if (!isErrno(error)) throw error;
    throw new Failure(
      'io',
      said("{snapshots} can't be listed: {reason}.", { snapshots: SNAPSHOTS, reason: reasonOf(error) }),
      { cause: error },
    );
  }
}

/**
 * The snapshot of that name. `shared`: takes over equal rows of other snapshots that were read with it.
 * @throws Failure `no-such-snapshot`, `snapshot-damaged` with file and line, `newer-format`
 */
export function readSnapshot(root: string, name: string, shared?: SharedRows): Snapshot {
  return readFolder(folderOf(root, name), name, shared);
}

/**
 * The snapshot of that name with those rows alone that name any of the words: all that may be one deal's.
 * @throws as readSnapshot, for damage in these rows
 */
export function readRowsWith(root: string, name: string, words: readonly string[]): Snapshot {
  const folder = folderOf(root, name);
  const header = headerIn(folder, name);
  try {
    const rowsOf = (file: SnapshotFileName) => recordsWith(bytesOf(folder, file), words.map(inCell));
    return {
      ...header,
      deals: [...readDeals(rowsOf('deals.csv'), header.digits)],
      archived: [...readArchived(rowsOf('archived.csv'), header.digits)],
    };
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    return readFolder(folder, name); // which knows the line
  }
}

/** What snapshot.yaml says, without the rows. @throws as readSnapshot */
export function readHeader(root: string, name: string): SnapshotHeader {
  return headerIn(folderOf(root, name), name);
}

/** How it was made, and the checksums of its rows. @throws as readSnapshot */
export function readSeals(root: string, name: string): { origin: string; checksums: Checksums } {
  const { header, checksums } = sealedHeaderIn(folderOf(root, name), name);
  return { origin: header.origin, checksums };
}

/** The files of a snapshot, with paths from the workspace's root. `report`: the text of snapshot.md. */
export function snapshotFiles(
  snapshot: Snapshot,
  report: string,
): { readonly path: string; readonly text: string }[] {
  const custom = customColumns(snapshot.deals, snapshot.archived);
  const deals = writeDeals(snapshot.deals, custom, snapshot.digits);
  const archived = writeArchived(snapshot.archived, custom, snapshot.digits);
  const checksums = { deals: sha256(deals), archived: sha256(archived) };
  const texts: Record<SnapshotFileName, string> = {
    'deals.csv': deals,
    'archived.csv': archived,
    'snapshot.yaml': writeHeader(headerOf(snapshot), checksums),
    'snapshot.md': report,
  };
  return SNAPSHOT_FILES.map((file) => ({ path: `${SNAPSHOTS}/${snapshot.name}/${file}`, text: texts[file] }));
}

/**
 * Reads back what was written, before it gets its name.
 * @param folder absolute path of the folder that holds the files now
 * @param shared the rows of the snapshot before, as they were read
 * @throws Error where anything reads otherwise than it was: a bug, and no snapshot
 */
export function assertReadsBack(folder: string, snapshot: Snapshot, shared?: SharedRows): void {
  const { deals, archived, ...header } = readFolder(folder, snapshot.name, shared);
  const { deals: dealsMeant, archived: archivedMeant, ...headerMeant } = snapshot;
  const isSame =
    isDeepStrictEqual(header, headerMeant) &&
    sameRows(deals, dealsMeant) &&
    sameRows(archived, archivedMeant);
  if (!isSame) {
    throw new Error(`the snapshot ${snapshot.name} does not read as it was written; nothing was kept`);
  }
}

/**
 * The absolute path of a snapshot's folder.
 * @throws Failure `no-such-snapshot`, `io` where snapshots/ is something else than a folder
 */
export function folderOf(root: string, name: string): string {
  const all = join(root, SNAPSHOTS);
  const folder = join(all, name);
  const isFolder = () => lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  if (isSnapshotName(name) && isThere(all) && isFolder()) return folder;
  throw new Failure('no-such-snapshot', said('There is no snapshot {name}.', { name }), {
    hint: asItIs('pipeline snapshot list'),
  });
}

/** @throws Failure `io` where snapshots/ is something else than a folder */
function isThere(folder: string): boolean {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  if (stat === undefined) return false;
  if (stat.isDirectory()) return true;
  const what = stat.isSymbolicLink() ? 'a symbolic link' : 'no folder';
  throw new Failure(
    'io',
    said('{snapshots} is {what}: it holds the snapshots.', { snapshots: SNAPSHOTS, what }),
    {
      hint: 'Nothing is read or written through links. Put the folder back in its place.',
    },
  );
}

function readFolder(folder: string, name: string, shared?: SharedRows): Snapshot {
  const header = headerIn(folder, name);
  return {
    ...header,
    deals: within(name, 'deals.csv', () => [
      ...readDeals(bytesOf(folder, 'deals.csv'), header.digits, shared),
    ]),
    archived: within(name, 'archived.csv', () => [
      ...readArchived(bytesOf(folder, 'archived.csv'), header.digits),
    ]),
  };
}

function headerIn(folder: string, name: string): SnapshotHeader {
  return sealedHeaderIn(folder, name).header;
}

function sealedHeaderIn(folder: string, name: string): ReturnType<typeof parseHeader> {
  return within(name, 'snapshot.yaml', () => parseHeader(textOf(folder, 'snapshot.yaml'), name));
}

/** @throws Damage where the file is missing, or is no file of the snapshot's own; Failure `io` where the disk fails */
export function bytesOf(folder: string, file: SnapshotFileName): Buffer {
  const read = readRegularFile(join(folder, file), MOST_BYTES);
  if (read.kind === 'read') return read.bytes;
  if (read.kind === 'absent') throw new Damage(1, 'the file is missing');
  if (read.lasting) throw new Damage(1, `the file ${read.reason}`);
  throw new Failure(
    'io',
    said('{snapshots}/{folder}/{file} {reason}.', {
      snapshots: SNAPSHOTS,
      folder: basename(folder),
      file,
      reason: read.reason,
    }),
  );
}

function textOf(folder: string, file: SnapshotFileName): string {
  return bytesOf(folder, file).toString('utf8');
}

function within<T>(name: string, file: SnapshotFileName, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    throw new Failure('snapshot-damaged', said('The snapshot {name} is damaged.', { name }), {
      hint: said(
        'Restore it: git checkout -- {snapshots}/{name}; all that is wrong with it: pipeline snapshot verify {name}',
        { snapshots: SNAPSHOTS, name },
      ),
      problems: [damageProblem(name, file, error)],
      cause: error,
    });
  }
}

export function damageProblem(name: string, file: SnapshotFileName, damage: Damage): Problem {
  return {
    code: 'invalid-snapshot',
    severity: 'error',
    file: `${SNAPSHOTS}/${name}/${file}`,
    line: damage.line,
    message: said('{message}.', { message: damage.message }),
  };
}
