// Folders for tests that write files.

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * A folder with these files, by path; removed when the test ends. It stands in one of its own, so that what climbs
 * out of it by mistake, and removes what is there, meets nothing of anybody's.
 */
export function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const outer = realpathSync(mkdtempSync(join(tmpdir(), 'pipeline-files-')));
  onTestFinished(() => rmSync(outer, { recursive: true, force: true }));
  const root = join(outer, 'ws');
  mkdirSync(root);
  for (const [path, text] of Object.entries(files)) put(root, path, text);
  return root;
}

export function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Every file in the folder with its text, by path, but for what is in `.pipeline/`. */
export function filesIn(root: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(root.length + 1);
    if (entry.isFile() && !path.startsWith('.pipeline/'))
      found[path] = readFileSync(join(root, path), 'utf8');
  }
  return found;
}
