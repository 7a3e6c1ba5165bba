// What results that were computed from snapshots depend on: the fingerprints of the snapshots' files.

import { type BigIntStats, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOf, isRacy } from '../workspace/fingerprint.ts';

/** The files of a snapshot that rows and their meaning come from. */
const FILES = ['snapshot.yaml', 'deals.csv', 'archived.csv'];

export interface SnapshotInputs {
  /** The name with the fingerprints of its files, in one line. */
  readonly text: string;
  /** Whether they may be trusted from now on, by the file system's clock from before this look. */
  lasting(clockNs: bigint): boolean;
}

export function snapshotInputs(root: string, name: string): SnapshotInputs {
  const stats: BigIntStats[] = FILES.flatMap((file) => {
    const path = join(root, 'snapshots', name, file);
    return lstatSync(path, { bigint: true, throwIfNoEntry: false }) ?? [];
  });
  return {
    text: [name, ...stats.map(fingerprintOf)].join(' '),
    lasting: (clockNs) => !stats.some((stat) => isRacy(stat, clockNs)),
  };
}

/** Whether there is more than these lines, and they are its first ones: snapshots were added, and none of before is another. */
export function isBeginning(start: readonly string[], of: readonly string[]): boolean {
  return start.length < of.length && start.every((line, place) => line === of[place]);
}
