// pipeline/archive-restore/1: which deals came back from the archive, or would.

import type { Day } from '../base/day.ts';
import { type Decimal, fromMinor } from '../base/money.ts';
import type { Book } from '../book/book.ts';
import type { Outcome } from '../deal/deal.ts';
import type { ArchivedRow } from '../snapshot/row.ts';
import { outcomeOfRow } from './chosen.ts';
import { type OpenChange, openChange } from './open-change.ts';

export interface ArchiveRestoreView {
  readonly schema: 'pipeline/archive-restore/1';
  readonly on: Day;
  readonly dry_run: boolean;
  readonly currency: string;
  /** In the order in which they were named. */
  readonly restored: readonly {
    readonly id: string;
    readonly name: string;
    readonly owner: string;
    readonly stage: string;
    /** null where nothing but the id is known. */
    readonly outcome: Outcome | null;
    readonly value: Decimal | null;
    /** Where it lay in the archive. */
    readonly from: string;
    /** Where it lies now. */
    readonly file: string;
    /** The deal that it was part of, and that keeps what it took over; ''. */
    readonly was_merged_into: string;
    /** Why its file cannot be read; ''. */
    readonly problem: string;
  }[];
  readonly open: OpenChange;
}

/** @throws Failure `sum-too-large` */
export function archiveRestoreView(
  book: Book,
  after: Pick<Book, 'state'>,
  restored: readonly { readonly row: ArchivedRow; readonly from: string; readonly to: string }[],
  dryRun: boolean,
): ArchiveRestoreView {
  const { digits, reportingCurrency } = book.state;
  return {
    schema: 'pipeline/archive-restore/1',
    on: book.today,
    dry_run: dryRun,
    currency: reportingCurrency,
    restored: restored.map(({ row, from, to }) => ({
      id: row.id,
      name: row.name,
      owner: row.owner,
      stage: row.stage,
      outcome: outcomeOfRow(row) ?? null,
      value: row.value === undefined ? null : fromMinor(row.value, digits),
      from,
      file: to,
      was_merged_into: row.mergedInto,
      problem: row.problem,
    })),
    open: openChange(book.state, after.state),
  };
}
