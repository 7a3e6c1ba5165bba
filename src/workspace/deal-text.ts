// The text of one deal's file, with its fingerprint: what a change of it starts from.

import { join } from 'node:path';
import { decodeUtf8 } from '../base/utf8.ts';
import { MOST_BYTES } from './deal-files.ts';
import { type Fingerprint, fingerprintOf } from './fingerprint.ts';
import { permissionsOf, readRegularFile } from './read-file.ts';

export interface DealText {
  readonly text: string;
  readonly fingerprint: Fingerprint;
  /** The file's permissions. */
  readonly mode: number;
}

/** The text of a deal's file with its fingerprint; undefined where it can't be read. */
export function readDealText(root: string, path: string): DealText | undefined {
  const read = readRegularFile(join(root, path), MOST_BYTES);
  if (read.kind !== 'read') return undefined;
  const text = decodeUtf8(read.bytes);
  if (typeof text !== 'string') return undefined;
  return { text, fingerprint: fingerprintOf(read.stat), mode: permissionsOf(read.stat) };
}
