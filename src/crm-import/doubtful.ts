// Exports that are most likely not what they are taken for: filtered ones that do not say so, and ones whose records
// go by another key than before, so that every deal would be made once more.

import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
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
      said('None of the {count} deals known from {system} is in {file}; it would make {count_2} new ones.', {
        count: gone.length,
        system: of.system,
        file: of.file,
        count_2: creates.length,
      }),
      {
        hint: said(
          'Is another column the id than before? It stands in {mappingFile} under columns. As it is: --force',
          { mappingFile: of.mappingFile },
        ),
      },
    );
  }
  if (gone.length > known / 2 && gone.length >= FEWEST_FOR_A_FILTER) {
    throw new Failure(
      'export-doubtful',
      said('{count} of {known} deals known from {system} are not in {file}.', {
        count: gone.length,
        known,
        system: of.system,
        file: of.file,
      }),
      { hint: 'Where the export was filtered, say so: --partial. Where they are gone indeed: --force' },
    );
  }
}
