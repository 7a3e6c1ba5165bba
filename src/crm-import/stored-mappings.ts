// The mappings in imports/, read from disk.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isErrno } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { decodeUtf8 } from '../base/utf8.ts';
import { MOST_BYTES } from '../workspace/deal-files.ts';
import { type Fingerprint, fingerprintOf } from '../workspace/fingerprint.ts';
import { readRegularFile } from '../workspace/read-file.ts';
import type { Mapping } from './mapping.ts';
import { readMapping } from './mapping-read.ts';

export interface StoredMapping {
  readonly mapping: Mapping;
  readonly text: string;
  readonly fingerprint: Fingerprint;
}

export const IMPORTS = 'imports';

/**
 * By system, which is the file's name.
 * @throws Failure `mapping-needed` where one can't be taken: the import would make its deals a second time; `io` where
 *   the disk does not give it
 */
export function storedMappings(root: string): Map<string, StoredMapping> {
  const stored = new Map<string, StoredMapping>();
  for (const name of namesIn(join(root, IMPORTS))) {
    const path = `${IMPORTS}/${name}`;
    const read = readRegularFile(join(root, path), MOST_BYTES);
    if (read.kind !== 'read') {
      if (read.kind === 'absent') continue;
      if (!read.lasting) throw new Failure('io', said('{path} {reason}.', { path, reason: read.reason }));
      throw new Failure(
        'mapping-needed',
        said("{path} can't be used as a mapping: it {reason}.", { path, reason: read.reason }),
      );
    }
    const { text, mapping } = mappingIn(read.bytes, path);
    stored.set(name.slice(0, -ENDING.length), { mapping, text, fingerprint: fingerprintOf(read.stat) });
  }
  return stored;
}

/** @throws Failure `usage` where there is no such file, `mapping-needed` where it can't be taken */
export function readMappingFile(path: string, shown: string): Mapping {
  try {
    return mappingIn(readFileSync(path), shown).mapping;
  } catch (error) {
    if (!isErrno(error, 'ENOENT')) throw error;
    throw new Failure('usage', said('There is no mapping file {shown}.', { shown }), { cause: error });
  }
}

/** @throws Failure `mapping-needed` where the bytes are no text, too: written again, they would be lost */
function mappingIn(bytes: Uint8Array, file: string): { readonly text: string; readonly mapping: Mapping } {
  const text = decodeUtf8(bytes);
  if (typeof text === 'string') return { text, mapping: readMapping(text, file) };
  throw new Failure('mapping-needed', said("{file} can't be used as a mapping.", { file }), {
    problems: [{ code: 'invalid-mapping', severity: 'error', file, ...text }],
  });
}

const ENDING = '.yaml';

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(ENDING) && !name.startsWith('.'))
      .sort();
  } catch (error) {
    if (isErrno(error, 'ENOENT') || isErrno(error, 'ENOTDIR')) return [];
    throw error;
  }
}
