// Makes what was written survive a power cut: fsync of each file and folder, or of the whole file system at once
// where that is cheaper.

import { spawnSync } from 'node:child_process';
import { closeSync, fsyncSync, openSync, statSync } from 'node:fs';
import { isErrno } from '../base/errno.ts';

/** From so many on, one syncfs costs less than fsync of each. */
const MANY = 24;

/**
 * Waits until all of them are on disk.
 * @param paths absolute paths of files and folders
 * @throws Errno where the disk reports an error
 */
export function makeDurable(paths: readonly string[]): void {
  if (paths.length >= MANY && syncWholeFileSystems(paths)) return;
  for (const path of paths) fsync(path);
}

function fsync(path: string): void {
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } catch (error) {
    if (!isErrno(error, 'EINVAL')) throw error; // a file system that can't sync folders
  } finally {
    closeSync(fd);
  }
}

/** coreutils' `sync -f`, once a device; false where there is no such command, or it reports trouble. */
function syncWholeFileSystems(paths: readonly string[]): boolean {
  const byDevice = new Map<number, string>();
  for (const path of paths) byDevice.set(statSync(path).dev, path);
  const { status } = spawnSync('sync', ['-f', '--', ...byDevice.values()], { stdio: 'ignore' });
  return status === 0;
}
