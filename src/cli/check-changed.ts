// `pipeline check --changed`: which deals the work tree changes against the commit where its branch parted from another.

import type { Book } from '../book/book.ts';
import { idsOf } from '../deal/former-ids.ts';
import type { ChangedDeals } from '../report/check-scope.ts';
import { idOf } from '../workspace/deal-files.ts';
import { changedFiles } from '../workspace/git-changes.ts';
import { partedFrom } from '../workspace/git-range.ts';
import type { Call } from './verb.ts';

/** @throws Failure `usage` where git does not know the commit, `io` where it lacks the files */
export function changedDeals(call: Call, { state, leftOut }: Book): ChangedDeals {
  const typed = call.text('changed') ?? '';
  const asked = typed === '' ? 'HEAD' : typed;
  const root = call.root();
  const { env } = call.io;
  const instead = 'Without --changed all deals are looked at.';
  const base = partedFrom({ root, env, option: '--changed', instead }, asked).id;
  const { changed, removed, settings } = changedFiles(root, env, base);
  const rows = [...state.deals, ...state.archived];
  const present = new Set([...leftOut, ...rows.flatMap(idsOf)]);
  const gone = removed.map(idOf).filter((id) => !present.has(id));
  return {
    ...{ asked, base, settings, staged: false },
    ids: new Set(changed.map(idOf)),
    removed: [...new Set(gone)].sort(),
  };
}
