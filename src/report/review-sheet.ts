// pipeline/review-sheet/1: a review as it is prepared and written down, and how its deals were drawn.

import type { Day } from '../base/day.ts';
import type { Decimal } from '../base/money.ts';
import { periodAround } from '../base/period.ts';
import type { Book } from '../book/book.ts';
import type { Outcome } from '../deal/deal.ts';
import type { Findings } from '../freshness/finding.ts';
import { unreadableDeals } from '../freshness/unreadable.ts';
import type { Side } from '../movement/side.ts';
import type { DrawDifference } from '../review/another-draw.ts';
import type { SheetDraw } from '../review/sheet.ts';
import { describing } from './review-deal.ts';
import { MINUTES_A_DEAL, type ReviewDrawing } from './review-draw.ts';
import { type EarlierSheets, type SheetDeal, sheetDeal } from './review-sheet-deal.ts';

export interface SheetStratumView {
  readonly stratum: Outcome;
  readonly population: number;
  readonly excluded: number;
  readonly drawn_from: number;
  readonly drawn_from_value: Decimal;
  readonly never_drawn: number;
  /** Closed deals without the day they were closed: in no period. */
  readonly undated: number;
  readonly picked: readonly SheetDeal[];
}

/** `written`; `unchanged`: the day has a sheet of the very same draw; `dry-run`. */
export type SheetOutcome = 'written' | 'unchanged' | 'dry-run';

export interface ReviewSheetView {
  readonly schema: 'pipeline/review-sheet/1';
  readonly today: Day;
  /** From the workspace's root. */
  readonly file: string;
  readonly outcome: SheetOutcome;
  /** The sheet of the same day and owner that there was, and in what its draw differs; null where there was none. */
  readonly another: { readonly file: string; readonly differs: readonly DrawDifference[] } | null;
  readonly owner: string | null;
  readonly team: boolean;
  readonly weighted: boolean;
  readonly seed: string;
  readonly sampler: number;
  readonly currency: string;
  readonly snapshot: {
    readonly name: string;
    readonly deals_sha256: string;
    readonly archived_sha256: string;
    /** Whether it was taken for this sheet. */
    readonly taken: boolean;
  };
  readonly closed: { readonly from: Day; readonly to: Day | null };
  readonly last_review: string | null;
  readonly not_again_within: number;
  /** The snapshot that movements are counted from; null where there is none. */
  readonly movements_since: Day | null;
  /** The quarter that a slipped deal may have left. */
  readonly due_in: string;
  readonly strata: readonly SheetStratumView[];
  readonly deals: number;
  readonly minutes: number;
  readonly cut: number;
  readonly unreadable: readonly string[];
}

export interface SheetFacts {
  readonly book: Book;
  readonly drawing: ReviewDrawing;
  readonly draw: SheetDraw;
  readonly file: string;
  readonly outcome: SheetOutcome;
  readonly another: ReviewSheetView['another'];
  readonly takesSnapshot: boolean;
  readonly earlier: EarlierSheets;
  /** The snapshot that movements are counted from. */
  readonly since: Side | undefined;
  readonly found: Findings;
}

export function reviewSheetView(facts: SheetFacts): ReviewSheetView {
  const { book, drawing, draw, earlier, since } = facts;
  const describe = describing(book, since, facts.found);
  const strata = drawing.strata.map(({ sample, from, rows }, at): SheetStratumView => {
    const { stratum } = sample;
    return {
      stratum,
      population: sample.population,
      excluded: sample.excluded,
      drawn_from: sample.drawnFrom,
      drawn_from_value: draw.strata[at]?.drawnFromValue ?? ('0' as Decimal),
      never_drawn: sample.neverDrawn,
      undated: from.undated,
      picked: sample.picked.flatMap((picked) => {
        const row = rows.get(picked.id);
        return row === undefined ? [] : [sheetDeal(stratum, describe(picked, row), row, book, earlier)];
      }),
    };
  });
  const deals = strata.reduce((sum, { picked }) => sum + picked.length, 0);
  return {
    schema: 'pipeline/review-sheet/1',
    today: book.today,
    file: facts.file,
    outcome: facts.outcome,
    another: facts.another,
    owner: draw.owner ?? null,
    team: draw.team,
    weighted: draw.weighted,
    seed: draw.seed,
    sampler: draw.sampler,
    currency: draw.currency,
    snapshot: {
      name: draw.snapshot.name,
      deals_sha256: draw.snapshot.deals,
      archived_sha256: draw.snapshot.archived,
      taken: facts.takesSnapshot,
    },
    closed: { from: draw.closed.from, to: draw.closed.to ?? null },
    last_review: drawing.last?.file ?? null,
    not_again_within: draw.notAgainWithin,
    movements_since: since?.on ?? null,
    due_in: periodAround(book.today, 'quarter', book.settings.fiscalYearStarts).name,
    strata,
    deals,
    minutes: deals * MINUTES_A_DEAL,
    cut: drawing.cut,
    unreadable: unreadableDeals(book),
  };
}
