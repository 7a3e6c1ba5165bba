// The sampling key (docs/reviews.md): whom a review picks in one stratum, and why. Pure: deals and a seed in, picks out.

import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { grouped } from '../base/grouped.ts';
import type { Minor } from '../base/money.ts';
import type { Outcome } from '../deal/deal.ts';
import type { SampleSize } from '../workspace/settings.ts';
import { fitParts } from './fit.ts';
import { placesOf } from './places.ts';
import { streamOf } from './stream.ts';
import { drawWeighted } from './weighted.ts';

/** What the key has to know of a deal. */
export interface Candidate {
  readonly id: string;
  /** In minor units of the reporting currency; undefined without an amount or a rate. */
  readonly value: Minor | undefined;
  /** Why a person marked it important; '' where nobody did. */
  readonly important: string;
}

export type Why = 'important' | 'largest' | 'random';

export interface Pick {
  readonly id: string;
  readonly why: Why;
  /** From 1, among those picked for the same reason. */
  readonly rank: number;
  /** The chance it had: 1 where it was picked for being important or large. */
  readonly probability: number;
  readonly value: Minor | undefined;
}

export interface StratumSample {
  readonly stratum: Outcome;
  readonly population: number;
  /** Left out of the random part because they were reviewed lately. */
  readonly excluded: number;
  /** How many the random part was drawn from. */
  readonly drawnFrom: number;
  /** What each of them is worth, as far as it is known. */
  readonly drawnFromValues: readonly Minor[];
  /** How many owners the random part was dealt across; 0 where it was not. */
  readonly hands: number;
  /** Weighted: how many could not be drawn, their value being 0 or less, or unknown. */
  readonly neverDrawn: number;
  /** Important, then largest, then random; each by rank. */
  readonly picked: readonly Pick[];
}

export interface Draw {
  readonly stratum: Outcome;
  readonly deals: readonly Candidate[];
  readonly size: SampleSize & {
    /** The most important ones to take, by value; all where left out. */
    readonly important?: number;
  };
  /** Ids reviewed lately; they can still be important or largest. */
  readonly reviewed: ReadonlySet<string>;
  readonly seed: string;
  /** Whether the random part is drawn with probability proportional to value. */
  readonly weighted: boolean;
  /**
   * Whose each deal is, where the random part is dealt across owners: each of them gets at least one, though that may
   * be more than its size. Undefined: it is drawn from all together.
   */
  readonly ownerOf?: ((id: string) => string) | undefined;
}

/** The sample of one stratum. The same draw gives the same sample on every machine. */
export function drawStratum(draw: Draw): StratumSample {
  const { deals, size, reviewed } = draw;
  const bySize = [...deals].sort(largestFirst);
  const important = bySize.filter((deal) => deal.important !== '').slice(0, size.important);
  // A deal without a value is not among the largest, however few there are; chance may still find it.
  const largest = bySize
    .filter((deal) => deal.important === '' && deal.value !== undefined)
    .slice(0, size.largest);
  const taken = new Set([...important, ...largest].map((deal) => deal.id));
  const rest = deals.filter((deal) => !taken.has(deal.id));
  const drawable = rest.filter((deal) => !reviewed.has(deal.id));
  const random = drawRandom(draw, drawable);
  return {
    stratum: draw.stratum,
    population: deals.length,
    excluded: rest.length - drawable.length,
    drawnFrom: random.from.length,
    drawnFromValues: random.from.flatMap(({ value }) => value ?? []),
    hands: random.hands,
    neverDrawn: drawable.length - random.from.length,
    picked: [...ranked(important, 'important'), ...ranked(largest, 'largest'), ...random.picked],
  };
}

interface RandomPart {
  readonly picked: readonly Pick[];
  readonly from: readonly Candidate[];
  readonly hands: number;
}

function drawRandom(draw: Draw, drawable: readonly Candidate[]): RandomPart {
  const { ownerOf, size } = draw;
  const stream = streamOf(draw.seed, draw.stratum);
  // The places are those of the whole stratum, so that they do not hang on who was picked before.
  const places = placesOf(
    draw.deals.map((deal) => deal.id),
    stream,
  );
  const byId = new Map(drawable.map((deal) => [deal.id, deal]));
  const inOrder = places.flatMap((id) => byId.get(id) ?? []);
  const from = draw.weighted ? inOrder.filter(({ value }) => value !== undefined && value > 0) : inOrder;
  const hands =
    ownerOf === undefined
      ? [{ deals: from, count: size.random }]
      : dealt(from, size.random, ({ id }) => ownerOf(id));
  const chances = new Map(
    hands.flatMap(({ deals, count }) => chancesIn(deals, count, draw.weighted, stream)),
  );
  const picked = from
    .filter(({ id }) => chances.has(id))
    .map(({ id, value }, index) => asRandom(id, index, chances.get(id) ?? 0, value));
  return { picked, from, hands: ownerOf === undefined ? 0 : hands.length };
}

interface Hand {
  /** In the order of their places. */
  readonly deals: readonly Candidate[];
  /** How many of them are drawn. */
  readonly count: number;
}

/** A hand an owner, by name: one deal for each, then always to whoever has got the smallest share of theirs. */
function dealt(from: readonly Candidate[], count: number, ownerOf: (deal: Candidate) => string): Hand[] {
  if (count === 0) return [];
  const byOwner = [...grouped(from, ownerOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  const sizes = byOwner.map(([, { length }]) => ({ size: length }));
  const counts = fitParts(sizes, Math.max(count, byOwner.length));
  return byOwner.map(([, deals], at) => ({ deals, count: counts[at] ?? 0 }));
}

/** Those drawn, each with the chance that it had. */
function chancesIn(
  deals: readonly Candidate[],
  count: number,
  weighted: boolean,
  stream: RandomGenerator,
): [id: string, probability: number][] {
  if (!weighted) {
    const drawn = deals.slice(0, count);
    return drawn.map(({ id }) => [id, drawn.length / deals.length]);
  }
  const worth = deals.map(({ id, value = 0 }) => ({ id, value }));
  return drawWeighted(worth, count, stream).map(({ id, probability }) => [id, probability]);
}

function asRandom(id: string, index: number, probability: number, value: Minor | undefined): Pick {
  return { id, why: 'random', rank: index + 1, probability, value };
}

function ranked(deals: readonly Candidate[], why: Why): Pick[] {
  return deals.map(({ id, value }, index) => ({ id, why, rank: index + 1, probability: 1, value }));
}

/** By value, unknown ones last; ties by id. */
function largestFirst(a: Candidate, b: Candidate): number {
  const difference = (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY);
  if (difference !== 0 && !Number.isNaN(difference)) return difference;
  return a.id < b.id ? -1 : 1;
}
