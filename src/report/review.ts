// pipeline/review/1: whom to talk about, why they were picked, and what has happened to them.

import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import type { Period } from '../base/period.ts';
import type { Book } from '../book/book.ts';
import type { Outcome } from '../deal/deal.ts';
import type { Findings } from '../freshness/finding.ts';
import { unreadableDeals } from '../freshness/unreadable.ts';
import type { Side } from '../movement/side.ts';
import { drawSample } from '../review/draw.ts';
import type { Pick as Picked, StratumSample } from '../review/sample.ts';
import { type ClosedSince, closedSince, type Stratum, stratumOf } from '../review/strata.ts';
import { defaultSeed, SAMPLER } from '../review/stream.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { SampleSize, Settings } from '../workspace/settings.ts';
import { ownedBy, ownerNamed } from './chosen.ts';
import { describing, type ReviewedDeal } from './review-deal.ts';

/** What a review of one deal takes; the sheet's questions are made for it. */
const MINUTES_A_DEAL = 5;

export interface ReviewOptions {
  readonly largest: number | undefined;
  readonly random: number | undefined;
  readonly seed: string | undefined;
  readonly strata: readonly Outcome[];
  readonly since: Day | undefined;
  readonly period: Period | undefined;
  readonly weighted: boolean;
  readonly owner: string | undefined;
  readonly minutes: number | undefined;
}

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
  readonly currency: string;
  /** Closed deals are those closed in it; `to` is null where it has no end. */
  readonly closed: { readonly from: Day; readonly to: Day | null; readonly period: string | null };
  /** The snapshot that movements are counted from; null where there is none. */
  readonly movements_since: Day | null;
  readonly strata: readonly ReviewedStratum[];
  readonly deals: number;
  readonly minutes: number;
  /** How many more deals the sample would have, had there been the time. */
  readonly cut: number;
  /** Ids of deals whose files cannot be read: each stands as the last snapshot has it, or is left out. */
  readonly unreadable: readonly string[];
}

/** What a review looks at beside its options. */
export interface ReviewFacts {
  readonly book: Book;
  /** The newest snapshot dated before today. */
  readonly previous: Side | undefined;
  readonly found: Findings;
}

/** @throws Failure `usage` where an owner is unknown or the options contradict each other */
export function reviewView(facts: ReviewFacts, options: ReviewOptions): ReviewView {
  const { book, previous, found } = facts;
  const { settings, state, today } = book;
  const owner = options.owner === undefined ? undefined : ownerNamed(options.owner, book);
  const isMine = ownedBy(owner === undefined ? [] : [owner], book);
  const period = closedIn(options, today, settings.review.closedWithin);
  const seed = seedOf(options.seed, settings.name, today, owner);
  const strata = options.strata.map((stratum) => stratumOf(state, stratum, period, isMine));
  const sample = drawSample({
    strata: strata.map(({ stratum, rows }) => ({
      stratum,
      deals: rows,
      size: sizeOf(stratum, options, settings.review),
    })),
    seed,
    weighted: options.weighted,
    reviewed: new Set(),
    most: dealsThatFit(options.minutes),
  });
  const describe = describing(book, previous, found);
  const deals = sample.strata.reduce((sum, { picked }) => sum + picked.length, 0);
  return {
    schema: 'pipeline/review/1',
    today,
    as_of: book.past ? state.on : null,
    seed,
    sampler: SAMPLER.version,
    algorithm: SAMPLER.algorithm,
    weighted: options.weighted,
    owner: owner ?? null,
    currency: state.reportingCurrency,
    closed: { from: period.from, to: period.to ?? null, period: options.period?.name ?? null },
    movements_since: previous?.on ?? null,
    strata: sample.strata.map((drawn, at) => stratumView(drawn, strata[at], describe)),
    deals,
    minutes: deals * MINUTES_A_DEAL,
    cut: sample.cut,
    unreadable: unreadableDeals(book),
  };
}

function closedIn({ since, period }: ReviewOptions, today: Day, closedWithinDays: number): ClosedSince {
  if (since !== undefined && period !== undefined) {
    throw new Failure('usage', '--since and --period both say which closed deals to take.', {
      hint: 'Give one of them.',
    });
  }
  if (period !== undefined) return { from: period.from, to: period.to };
  return closedSince(today, since, closedWithinDays);
}

function seedOf(given: string | undefined, workspace: string, today: Day, owner: string | undefined): string {
  if (given === undefined) return defaultSeed(workspace, today, owner ?? '');
  // The same letters typed on another machine may come in other code points.
  const seed = given.normalize('NFC').trim();
  if (seed === '') throw new Failure('usage', '--seed takes any text, but not none.');
  return seed;
}

function sizeOf(stratum: Outcome, options: ReviewOptions, review: Settings['review']): SampleSize {
  const own = review.strata[stratum];
  return {
    largest: options.largest ?? own?.largest ?? review.largest,
    random: options.random ?? own?.random ?? review.random,
  };
}

function dealsThatFit(minutes: number | undefined): number | undefined {
  if (minutes === undefined) return undefined;
  if (minutes < MINUTES_A_DEAL) {
    throw new Failure('usage', `In ${minutes} minutes no deal can be reviewed.`, {
      hint: `One takes about ${MINUTES_A_DEAL}.`,
    });
  }
  return Math.floor(minutes / MINUTES_A_DEAL);
}

function stratumView(
  drawn: StratumSample,
  from: Stratum | undefined,
  describe: (picked: Picked, row: DealRow) => ReviewedDeal,
): ReviewedStratum {
  const rows = new Map(from?.rows.map((row) => [row.id, row]));
  return {
    stratum: drawn.stratum,
    population: drawn.population,
    excluded: drawn.excluded,
    drawn_from: drawn.drawnFrom,
    never_drawn: drawn.neverDrawn,
    undated: from?.undated ?? 0,
    picked: drawn.picked.flatMap((picked) => {
      const row = rows.get(picked.id);
      return row === undefined ? [] : [describe(picked, row)];
    }),
  };
}
