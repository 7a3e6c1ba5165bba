// A file's fingerprint: what tells, without reading it, that a file is still the one that was looked at.

import { type BigIntStats, lstatSync } from 'node:fs';
import { join } from 'node:path';

/** `size:mtimeNs:ctimeNs:inode`. Equal fingerprints mean the same content, but for git's racy case (`isRacy`). */
export type Fingerprint = string & { readonly __fingerprint: unique symbol };

/** What a fingerprint is made of. */
export type Printed = Pick<BigIntStats, 'size' | 'mtimeNs' | 'ctimeNs' | 'ino'>;

/** The fingerprint of a file with those numbers. */
export function fingerprintOf(stat: Printed): Fingerprint {
  return `${stat.size}:${stat.mtimeNs}:${stat.ctimeNs}:${stat.ino}` as Fingerprint;
}

/**
 * Whether the file may still change without its fingerprint doing so: one that was written in the same tick of
 * the file system's clock in which it was looked at, or later by a clock that has gone back since.
 * @param clockNs what that clock said before the look
 */
export function isRacy(stat: BigIntStats, clockNs: bigint): boolean {
  return stat.ctimeNs >= clockNs || stat.mtimeNs >= clockNs;
}

/** The fingerprint of what is at the path; undefined where nothing is. */
export function fingerprintAt(root: string, path: string): Fingerprint | undefined {
  const stat = lstatSync(join(root, path), { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? undefined : fingerprintOf(stat);
}
