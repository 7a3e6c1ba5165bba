// What the options of `pipeline review` ask for, with the settings and the reviews before, and the draw that follows.

import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import type { Period } from '../base/period.ts';
import { said } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import type { DrawnSheet } from '../book/sheet-texts.ts';
import type { Outcome } from '../deal/deal.ts';
import { ownerKey } from '../freshness/owner.ts';
import { type Drawing, drawFrom, lastReview, reviewedWithin } from '../review/drawing.ts';
import { type ClosedSince, closedSince } from '../review/strata.ts';
import { defaultSeed } from '../review/stream.ts';
import type { SampleSize, Settings } from '../workspace/settings.ts';
import { ownerNamed } from './chosen.ts';

/** What a review of one deal takes; the sheet's questions are made for it. */
export const MINUTES_A_DEAL = 5;

export interface ReviewOptions {
  readonly largest: number | undefined;
  readonly random: number | undefined;
  readonly seed: string | undefined;
  readonly strata: readonly Outcome[];
  readonly since: Day | undefined;
  readonly period: Period | undefined;
  readonly weighted: boolean;
  readonly owner: string | undefined;
  /** Whether the random parts are dealt across owners, so that each has at least one. */
  readonly team: boolean;
  readonly minutes: number | undefined;
}

export interface ReviewDrawing extends Drawing {
  /** The sheet that closed deals are counted from; undefined where something else says since when. */
  readonly last: DrawnSheet | undefined;
}

/**
 * Draws from the book's state.
 * @param sheets the reviews that there were, of whatever day
 * @throws Failure `usage` where an owner is unknown or the options contradict each other
 */
export function reviewDrawing(
  book: Pick<Book, 'settings' | 'state' | 'today'>,
  sheets: readonly DrawnSheet[],
  options: ReviewOptions,
): ReviewDrawing {
  const { settings, state, today } = book;
  if (options.team && options.owner !== undefined) {
    throw new Failure('usage', '--team deals across all owners, --owner takes one.', {
      hint: 'Give one of them.',
    });
  }
  const owner = options.owner === undefined ? undefined : ownerNamed(options.owner, book);
  const keyOf = (name: string) => ownerKey(settings.team, name);
  const last = lastReview(sheets, today, owner, keyOf);
  const { notAgainWithin } = settings.review;
  const drawing = drawFrom(
    state,
    {
      on: today,
      workspace: settings.name,
      owner,
      team: options.team,
      seed: seedOf(options.seed, settings.name, today, owner),
      weighted: options.weighted,
      closed: closedIn(options, today, last?.draw.on, settings.review.closedWithin),
      most: dealsThatFit(options.minutes),
      notAgainWithin,
      strata: options.strata.map((stratum) => ({ stratum, ...sizeOf(stratum, options, settings.review) })),
    },
    {
      ownerKey: keyOf,
      reviewed: reviewedWithin(sheets, today, notAgainWithin),
    },
  );
  return { ...drawing, last: options.since === undefined && options.period === undefined ? last : undefined };
}

function closedIn(
  { since, period }: ReviewOptions,
  today: Day,
  lastReviewed: Day | undefined,
  closedWithinDays: number,
): ClosedSince {
  if (since !== undefined && period !== undefined) {
    throw new Failure('usage', '--since and --period both say which closed deals to take.', {
      hint: 'Give one of them.',
    });
  }
  if (period !== undefined) return { from: period.from, to: period.to };
  return closedSince(today, since ?? lastReviewed, closedWithinDays);
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
    throw new Failure('usage', said('No deal can be reviewed in --minutes {minutes}.', { minutes }), {
      hint: said('One takes about {minutes_a_deal}.', { minutes_a_deal: MINUTES_A_DEAL }),
    });
  }
  return Math.floor(minutes / MINUTES_A_DEAL);
}
