// The change of imports/SYSTEM.yaml that every import makes.

import type { FileChange } from '../workspace/write-plan.ts';
import type { LastImportRecord, Mapping } from './mapping.ts';
import { writeMapping } from './mapping-write.ts';
import type { StoredMapping } from './stored-mappings.ts';

/** Written anew where there is none; else only what is new and `last`. */
export function mappingFileChange(
  path: string,
  mapping: Mapping & { readonly last: LastImportRecord },
  stored: StoredMapping | undefined,
): FileChange {
  return {
    kind: 'write',
    path,
    content: writeMapping(mapping, stored?.text),
    expected: stored?.fingerprint ?? 'absent',
  };
}
