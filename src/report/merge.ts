// pipeline/merge/1: what a merge of deals did, or would do.

import type { Day } from '../base/day.ts';
import type { Book } from '../book/book.ts';
import type { Deal } from '../deal/deal.ts';
import { type OpenChange, openChange } from './open-change.ts';

export interface MergeView {
  readonly schema: 'pipeline/merge/1';
  readonly on: Day;
  readonly dry_run: boolean;
  readonly currency: string;
  readonly kept: { readonly id: string; readonly name: string; readonly file: string };
  /** In the order in which they were merged. */
  readonly merged: readonly {
    readonly id: string;
    readonly name: string;
    /** Where it lies now. */
    readonly file: string;
  }[];
  /** What the kept one lacked, with the deal that had it. Items of lists one by one. */
  readonly taken: readonly { readonly from: string; readonly field: string; readonly value: string }[];
  /** What stays as it is, though the other one has it otherwise. */
  readonly differing: readonly {
    readonly from: string;
    readonly field: string;
    readonly kept: string;
    readonly other: string;
  }[];
  /** The stage with which the record of stages ends now, where that is not the stage of the deal. */
  readonly record_ends_with: { readonly stage: string; readonly on: Day } | null;
  /** The value of open deals in the view's currency, before and after. */
  readonly open: OpenChange;
}

/** What a merge is made of. */
export interface MergeFacts {
  readonly book: Book;
  /** As it stands then. */
  readonly after: Pick<Book, 'state'>;
  readonly dryRun: boolean;
  /** As it was. */
  readonly kept: Deal;
  readonly merges: readonly {
    readonly other: Deal;
    readonly taken: readonly { readonly field: string; readonly value: string }[];
    readonly differing: readonly { readonly field: string; readonly kept: string; readonly other: string }[];
  }[];
  /** Paths in the archive, in the order of the merges. */
  readonly archived: readonly string[];
  readonly recordEndsWith: { readonly stage: string; readonly on: Day } | undefined;
}

/** @throws Failure `sum-too-large` */
export function mergeView(facts: MergeFacts): MergeView {
  const { book, after, kept, merges } = facts;
  const { recordEndsWith: last } = facts;
  return {
    schema: 'pipeline/merge/1',
    on: book.today,
    dry_run: facts.dryRun,
    currency: book.state.reportingCurrency,
    kept: { id: kept.id, name: kept.name, file: kept.path },
    merged: merges.map(({ other }, at) => ({
      id: other.id,
      name: other.name,
      file: facts.archived[at] ?? other.path,
    })),
    taken: merges.flatMap(({ other, taken }) => taken.map((one) => ({ from: other.id, ...one }))),
    differing: merges.flatMap(({ other, differing }) => differing.map((one) => ({ from: other.id, ...one }))),
    record_ends_with: last === undefined ? null : { stage: last.stage, on: last.on },
    open: openChange(book.state, after.state),
  };
}
