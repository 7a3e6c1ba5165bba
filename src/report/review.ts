// pipeline/review/1: whom to talk about, why they were picked, and what has happened to them.

import type { Day } from '../base/day.ts';
import { type Problem, placeOf } from '../base/problem.ts';
import type { Sayable } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import type { DrawnSheet } from '../book/sheet-texts.ts';
import type { Outcome } from '../deal/deal.ts';
import type { Findings } from '../freshness/finding.ts';
import { unreadableDeals } from '../freshness/unreadable.ts';
import type { Side } from '../movement/side.ts';
import type { DrawnStratum } from '../review/drawing.ts';
import type { Pick as Picked } from '../review/sample.ts';
import { SAMPLER } from '../review/stream.ts';
import type { DealRow } from '../snapshot/row.ts';
import { describing, type ReviewedDeal } from './review-deal.ts';
import { MINUTES_A_DEAL, type ReviewOptions, reviewDrawing } from './review-draw.ts';

export interface ReviewedStratum {
  readonly stratum: Outcome;
  readonly population: number;
  /** Left out of the random part, having been reviewed lately. */
  readonly excluded: number;
  /** How many the random part was drawn from. */
  readonly drawn_from: number;
  /** Weighted: how many were never drawn, their value being 0 or less, or unknown. */
  readonly never_drawn: number;
  /** Closed deals without the day they were closed: in no period. */
  readonly undated: number;
  readonly picked: readonly ReviewedDeal[];
}

export interface ReviewView {
  readonly schema: 'pipeline/review/1';
  readonly today: Day;
  readonly as_of: Day | null;
  readonly seed: string;
  /** The sampler's version. */
  readonly sampler: number;
  readonly algorithm: string;
  readonly weighted: boolean;
  /** null: everybody's deals. */
  readonly owner: string | null;
  /** Whether the random parts are dealt across owners. */
  readonly team: boolean;
  readonly currency: string;
  /** Closed deals are those closed in it; `to` is null where it has no end. */
  readonly closed: { readonly from: Day; readonly to: Day | null; readonly period: string | null };
  /** The sheet of the last review, which `closed` counts from; null where something else says since when. */
  readonly last_review: string | null;
  /** Days; a deal in a sheet of that time is left out of the random part. */
  readonly not_again_within: number;
  /** The snapshot that movements are counted from; null where there is none. */
  readonly movements_since: Day | null;
  readonly strata: readonly ReviewedStratum[];
  readonly deals: number;
  readonly minutes: number;
  /** How many more deals the sample would have, had there been the time. */
  readonly cut: number;
  /** Ids of deals whose files cannot be read: each stands as the last snapshot has it, or is left out. */
  readonly unreadable: readonly string[];
  /** Sheets of which nobody can tell whom they had: none of their deals is left out. */
  readonly unread_sheets: readonly UnreadSheet[];
}

export interface UnreadSheet {
  /** `file:line:column`, as far as it is known. */
  readonly place: string;
  readonly message: Sayable;
}

/** What a review looks at beside its options. */
export interface ReviewFacts {
  readonly book: Book;
  /** Of all days. */
  readonly sheets: { readonly sheets: readonly DrawnSheet[]; readonly problems: readonly Problem[] };
  /** The newest snapshot dated before today. */
  readonly previous: Side | undefined;
  readonly found: Findings;
}

/** @throws Failure `usage` where an owner is unknown or the options contradict each other */
export function reviewView(
  { book, sheets, previous, found }: ReviewFacts,
  options: ReviewOptions,
): ReviewView {
  const drawing = reviewDrawing(book, sheets.sheets, options);
  const { request, cut, last } = drawing;
  const { state, today } = book;
  const describe = describing(book, previous, found);
  const deals = drawing.strata.reduce((sum, { sample }) => sum + sample.picked.length, 0);
  return {
    schema: 'pipeline/review/1',
    today,
    as_of: book.past ? state.on : null,
    seed: request.seed,
    sampler: SAMPLER.version,
    algorithm: SAMPLER.algorithm,
    weighted: request.weighted,
    owner: request.owner ?? null,
    team: request.team,
    currency: state.reportingCurrency,
    closed: {
      from: request.closed.from,
      to: request.closed.to ?? null,
      period: options.period?.name ?? null,
    },
    last_review: last?.file ?? null,
    not_again_within: request.notAgainWithin,
    movements_since: previous?.on ?? null,
    strata: drawing.strata.map((stratum) => stratumView(stratum, describe)),
    deals,
    minutes: deals * MINUTES_A_DEAL,
    cut,
    unreadable: unreadableDeals(book),
    unread_sheets: unreadSheets(sheets.problems),
  };
}

/** What can't be read of the sheets, as a view names it. */
export function unreadSheets(problems: readonly Problem[]): UnreadSheet[] {
  return problems.map((problem) => ({ place: placeOf(problem), message: problem.message }));
}

function stratumView(
  { from, sample, rows }: DrawnStratum,
  describe: (picked: Picked, row: DealRow) => ReviewedDeal,
): ReviewedStratum {
  return {
    stratum: sample.stratum,
    population: sample.population,
    excluded: sample.excluded,
    drawn_from: sample.drawnFrom,
    never_drawn: sample.neverDrawn,
    undated: from.undated,
    picked: sample.picked.flatMap((picked) => {
      const row = rows.get(picked.id);
      return row === undefined ? [] : [describe(picked, row)];
    }),
  };
}
