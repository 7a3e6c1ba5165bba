// Which build of the program this is: another build may read a file differently, so it keeps an index of its own.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

let known: string | undefined;

/** The bundle's hash, which stands beside it; from source, where there is no bundle, always the same word. */
export function buildId(): string {
  known ??= bundleHash() ?? 'source';
  return known;
}

function bundleHash(): string | undefined {
  if (typeof __filename !== 'string') return undefined;
  try {
    return readFileSync(join(dirname(__filename), 'pipeline.hash'), 'utf8').trim();
  } catch {
    return undefined;
  }
}
