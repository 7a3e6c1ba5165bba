// Open deals by owner or by stage: the groups that an index is shown for.

import { grouped } from '../base/grouped.ts';
import type { Book } from '../book/book.ts';
import { rankOf } from '../deal/process.ts';
import { ownerKey } from '../freshness/owner.ts';
import { type DealRow, worthOf } from '../snapshot/row.ts';

import type { FreshnessFields } from './freshness.ts';

export interface FreshnessGroup extends FreshnessFields {
  /** An owner or a stage's id. */
  readonly key: string;
}

/** Owners by open value, largest first; stages in the order of the process, then unknown ones. */
export function openGroups(
  open: readonly DealRow[],
  by: 'owner' | 'stage',
  book: Book,
): [string, readonly DealRow[]][] {
  const groups = grouped(open, (row) =>
    by === 'stage' ? row.stage : ownerKey(book.settings.team, row.owner),
  );
  const rank = (stage: string) => {
    const at = rankOf(book.state.process, stage);
    return at < 0 ? Number.MAX_SAFE_INTEGER : at;
  };
  return [...groups]
    .map(([key, of]) => ({ key, of, rank: by === 'stage' ? rank(key) : -worthOf(of) }))
    .sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1))
    .map(({ key, of }) => [key, of]);
}
