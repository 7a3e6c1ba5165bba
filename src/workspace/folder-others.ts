// What lies in a folder of the tool's beside what the tool put there.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What is in a folder and is not known, from the folder on; of folders that are known, what is in them. Folders end in
 * `/`; a link is never known, and none is followed.
 * @throws Errno
 */
export function othersIn(folder: string, isKnown: (path: string) => boolean, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = `${below}${entry.name}${entry.isDirectory() ? '/' : ''}`;
    if (!isKnown(path) || !(entry.isFile() || entry.isDirectory())) return [path];
    return entry.isDirectory() ? othersIn(folder, isKnown, path) : [];
  });
}
