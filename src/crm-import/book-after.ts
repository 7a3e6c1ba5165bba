// The book as it stands once an import is written, without writing it: what `week` takes a snapshot of.

import type { Book } from '../book/book.ts';
import { bookWith } from '../book/book-with.ts';
import type { Opened } from '../book/open.ts';
import type { Deal } from '../deal/deal.ts';
import { dealAfter } from '../workspace/deal-changes.ts';
import type { LastImport } from '../workspace/last-import.ts';
import type { ImportOutcome } from './import-exports.ts';
import type { PlannedDeal } from './new-deals.ts';

/** The book after an import. Its state is the working set as it would be taken then. */
export function bookAfter(opened: Opened, { after, facts, last }: ImportOutcome): Book {
  const { imports } = opened.book;
  const changed = after.changed.map((one) => dealAfter(one, after.settings.currency));
  return {
    ...bookWith(opened, after.settings, [...after.created.map(dealOf), ...changed]),
    imports: last === undefined ? imports : withLast(imports, { system: facts.system, ...last }),
  };
}

/** A new deal as it will be read; the lines of its file are of no account here. */
function dealOf({ id, path, deal }: PlannedDeal): Deal {
  return {
    id,
    path,
    name: deal.name,
    account: deal.account ?? '',
    owner: deal.owner ?? '',
    stage: deal.stage,
    amount: deal.amount,
    currency: deal.currency ?? '',
    created: deal.created,
    recorded: deal.recorded,
    close: deal.close,
    important: '',
    category: '',
    contacts: [],
    nextStep: deal.nextStep,
    stages: (deal.stages ?? []).map((entry) => ({ ...entry, line: 0 })),
    activities: (deal.activities ?? []).map((activity) => ({ ...activity, line: 0 })),
    checklist: [],
    waive: [],
    lostReason: deal.lostReason ?? '',
    source: deal.source,
    was: '',
    mergedInto: '',
    missing: undefined,
    custom: deal.custom ?? {},
    lines: {},
  };
}

function withLast(imports: readonly LastImport[], last: LastImport): LastImport[] {
  return [...imports.filter(({ system }) => system !== last.system), last];
}
