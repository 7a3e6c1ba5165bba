// What exported tables are made of: the workspace as it stands, its snapshots, findings and review sheets.

import type { Day } from '../base/day.ts';
import { ExitStatus } from '../base/exit-status.ts';
import { once } from '../base/once.ts';
import { said } from '../base/said.ts';
import { reviewSheets } from '../book/sheets.ts';
import type { ExportFacts } from '../export/table.ts';
import { findingsOf } from '../freshness/findings.ts';
import { unreadableDeals } from '../freshness/unreadable.ts';
import { checkFinding } from '../report/check-finding.ts';
import { apartIn } from '../report/check-since.ts';
import { dayOfName } from '../snapshot/names.ts';
import { storedBaseline } from './check-baseline.ts';
import type { Call } from './verb.ts';

/** @param since leaves out earlier snapshots */
export async function exportFacts(call: Call, since?: Day): Promise<ExportFacts> {
  const { book, archive } = await call.open();
  return {
    book,
    archive,
    names: book.snapshotNames.filter((name) => since === undefined || dayOfName(name) >= since),
    findings: once(() => {
      const found = findingsOf(book);
      const apart = apartIn(found, book, { baseline: storedBaseline(call.root())?.entries });
      const { gate } = book.settings.check;
      return found.findings.map((finding) =>
        checkFinding({ finding, apart: apart(finding) }, gate, book.state.digits),
      );
    }),
    sheets: once(() => {
      const { sheets, problems } = reviewSheets(call.root(), book.settings);
      if (problems.length > 0) {
        call.note(
          said(
            "{answers, plural, one {# answer} other {# answers}} in review sheets can't be read, and are in no table: pipeline review stats",
            { answers: problems.length },
          ),
        );
      }
      return sheets;
    }),
    note: call.note,
  };
}

/** Tells of deals that cannot be read, which are in the tables as they were last known or not at all. @returns the exit status */
export function statusOf(call: Call, { book }: ExportFacts): ExitStatus {
  const { length } = unreadableDeals(book);
  if (length === 0) return ExitStatus.done;
  call.note(
    said('{deals, plural, one {# deal} other {# deals}} cannot be read: pipeline check says why.', {
      deals: length,
    }),
  );
  return ExitStatus.rejected;
}
