// The file system's clock, which is what files are dated by; it need not be this machine's.

import { lstatSync } from 'node:fs';
import { makePrivateFolder, privatePath, writePrivate } from '../workspace/private-folder.ts';

/**
 * What the file system dates a file that is written now, in ns since 1970; undefined where nothing can be
 * written, and so nothing kept either.
 */
export function fileSystemClock(root: string): bigint | undefined {
  try {
    makePrivateFolder(root);
    writePrivate(root, 'clock', '.');
    return lstatSync(privatePath(root, 'clock'), { bigint: true }).ctimeNs;
  } catch {
    return undefined;
  }
}
