// Exports that are most likely not what they are taken for: filtered ones that do not say so, and ones whose records
// go by another key than before, so that every deal would be made once more.

import { Failure } from '../base/failure.ts';
import type { ImportPlan } from './plan.ts';

/** Fewer known deals than that may well all be gone. */
const FEWEST_FOR_ANOTHER_KEY = 3;
const FEWEST_FOR_A_FILTER = 10;

/**
 * @param of what is told: the system, the export, and where its columns are mapped
 * @throws Failure `export-doubtful` where none of the known deals is in the export, or more than half are not
 */
export function refuseDoubtful(
  { gone, updates, unchanged, creates }: ImportPlan,
  of: { readonly system: string; readonly file: string; readonly mappingFile: string },
): void {
  const found = updates.length + unchanged;
  const known = found + gone.length;
  if (found === 0 && creates.length > 0 && gone.length >= FEWEST_FOR_ANOTHER_KEY) {
    throw new Failure(
      'export-doubtful',
      `None of the ${gone.length} deals known from ${of.system} is in ${of.file}; it would make ${creates.length} new ones.`,
      {
        hint: `Is another column the id than before? It stands in ${of.mappingFile} under columns. As it is: --force`,
      },
    );
  }
  if (gone.length > known / 2 && gone.length >= FEWEST_FOR_A_FILTER) {
    throw new Failure(
      'export-doubtful',
      `${gone.length} of ${known} deals known from ${of.system} are not in ${of.file}.`,
      { hint: 'Where the export was filtered, say so: --partial. Where they are gone indeed: --force' },
    );
  }
}
