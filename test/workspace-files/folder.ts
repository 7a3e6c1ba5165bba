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

/** Every file in the folder with its text, by path, but for what is in `.pipeline/` and behind links. */
export function filesIn(root: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const path of filesBelow(root)) {
    if (!path.startsWith('.pipeline/')) found[path] = readFileSync(join(root, path), 'utf8');
  }
  return found;
}

/** Node 22 and newer go through links where they list a folder and what is in it; here nothing does. */
function filesBelow(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(root, path);
    return entry.isFile() ? [path] : [];
  });
}
