// Merges of deals → the changes of files that carry them out. Reads the files that change, writes nothing.

import type { Deal } from '../deal/deal.ts';
import {
  archivedFile,
  type ChangeContext,
  type ChangedDeal,
  dealAfter,
  isRefused,
  patchedFile,
  type Refused,
} from '../workspace/deal-changes.ts';
import type { FileChange } from '../workspace/write-plan.ts';
import { type Merge, mergeOf } from './merge.ts';

export interface MergedFiles {
  /** One for each of the others, in their order; each counts on those before it. */
  readonly merges: readonly Merge[];
  /** To be written all at once. */
  readonly files: readonly FileChange[];
  readonly kept: ChangedDeal;
  readonly archived: readonly ChangedDeal[];
}

/**
 * The files of a deal that takes over what others of it have, and of those, which go to the archive with
 * `merged_into`. Whether they are to be merged at all is asked of `objectionTo` first.
 * @param quarter the folder in archive/ that the others go to
 * @throws Failure `changed-meanwhile`
 */
export function mergedFiles(
  keep: Deal,
  others: readonly Deal[],
  quarter: string,
  context: ChangeContext,
): MergedFiles | Refused {
  const merges: Merge[] = [];
  const archived: ChangedDeal[] = [];
  let kept: ChangedDeal | Refused = patchedFile(keep, [], context);
  for (const other of others) {
    if (isRefused(kept)) return kept;
    merges.push(mergeOf(dealAfter(kept, context.currency), other, context.currency));
    kept = patchedFile(
      keep,
      merges.flatMap(({ changes }) => changes),
      context,
    );
    const gone = archivedFile(other, quarter, context, [{ kind: 'set', key: 'merged_into', value: keep.id }]);
    if (isRefused(gone)) return gone;
    archived.push(gone);
  }
  if (isRefused(kept)) return kept;
  const written = merges.some(({ changes }) => changes.length > 0) ? kept.files : [];
  return { merges, files: [...written, ...archived.flatMap(({ files }) => files)], kept, archived };
}
