// Finds the workspace: the nearest folder, from one upward, that holds a pipeline.yaml.

import { lstatSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export const SETTINGS_FILE = 'pipeline.yaml';

/** The absolute path of the folder with pipeline.yaml, at `from` or above it; undefined where there is none. */
export function findWorkspace(from: string): string | undefined {
  let folder = resolve(from);
  for (;;) {
    if (isThere(join(folder, SETTINGS_FILE))) return folder;
    const parent = dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
}

/** Whatever it is; a place that can't be looked into holds nothing. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
