// The files of tests, for what goes by what stands in them.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The paths, from the project's folder, of the files of tests whose text matches `pattern`. */
export function testsWith(pattern) {
  return readdirSync('test', { recursive: true })
    .map((path) => join('test', path))
    .filter((path) => path.endsWith('.test.ts') && pattern.test(readFileSync(path, 'utf8')));
}
