// All of one deal, as `show` and `archive show` print it.

import { ExitStatus } from '../base/exit-status.ts';
import type { Opened } from '../book/open.ts';
import type { FoundDeal } from '../report/find-deal.ts';
import type { Call } from './verb.ts';

/** Prints it; exit 3 where its file cannot be read. */
export async function showDeal(call: Call, { book, archive }: Opened, found: FoundDeal): Promise<ExitStatus> {
  const { showView } = await import('../report/show.ts');
  const { seenBy } = await import('../report/seen.ts');
  const { findingsOf } = await import('../freshness/findings.ts');
  const { pastOf } = await import('../book/past.ts');
  const isIt = ({ id }: { readonly id: string }) => id === found.row.id;
  const { deals, archived } = book.state;
  const view = showView({
    book,
    found,
    archive,
    findings: findingsOf(book, { rows: deals.filter(isIt), archived: archived.filter(isIt), amid: deals }),
    seen: seenBy(pastOf(found.row, book), found.row),
  });
  const { lookOf } = await import('../page/look.ts');
  const { showPage } = await import('../page/show.ts');
  await call.show({ view, page: () => showPage(view, lookOf(book)) });
  return view.problem === '' ? ExitStatus.done : ExitStatus.rejected;
}
