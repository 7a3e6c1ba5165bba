// Steps 1 to 6: what deals like these did in windows like this one.

import { medianOf } from '../base/quantile.ts';
import type { Amounts, StandIn } from './amounts.ts';
import { CellIndex, type Thirds, thirdsOf } from './cells.ts';
import { CourseShares } from './course.ts';
import { dispersionOf, stretched } from './dispersion.ts';
import { type Draws, drawsOf } from './draws.ts';
import { configuredChance, type Fit, Fitting, type Horizon, type StageProbability } from './fit.ts';
import { type Known, openOn } from './known.ts';
import type { Target } from './spans.ts';
import { freshIn, type OpenDeal, openDeals, type Tally, tallyOf } from './tally.ts';
import { WinDays } from './win-days.ts';
import { type Window, windowOf } from './windows.ts';

export interface DealChance {
  readonly id: string;
  readonly stage: string;
  /** As its like of the past were won; before anything is adjusted. */
  readonly chance: number;
  /** What is taken to be won with it: the amount as known, or a stand-in; before the factor on amounts. */
  readonly amount: number;
  /** Where no amount is known: what stands in for it. */
  readonly standIn: StandIn | undefined;
  /** Amount × factor × chance. */
  readonly expected: number;
  /** Raw counts: deals like it in the references, and how many of them were won in such a window. */
  readonly like: { readonly open: number; readonly won: number };
  /** The estimate that these counts moved: that of the deals of its stage, close date and size. */
  readonly prior: number;
}

export interface Cohort {
  /** Nothing was there to learn from: configured probabilities, no new deals. */
  readonly isConfigured: boolean;
  readonly references: readonly Window[];
  readonly deals: readonly DealChance[];
  /** Expected values. */
  readonly open: number;
  readonly fresh: number;
  /** Factor on amounts (step 4), and on the variance (step 6). */
  readonly worth: number;
  readonly dispersion: number;
  /** Of the rest of the period, each draw, stretched; its median. */
  readonly rest: Float64Array;
  readonly median: number;
  /** By end of a step that was asked for, then by draw: the share of the rest that is won by then. */
  readonly shares: readonly Float64Array[];
}

/** What chances are reckoned from. */
export interface ChancesAsked {
  readonly known: Known;
  readonly target: Target;
  readonly references: readonly Window[];
  readonly amounts: Amounts;
  readonly probability: StageProbability;
}

export interface Drawing {
  /** How many draws. */
  readonly draws: number;
  /** By which days of the period it is asked what is won, ascending, its end as the last; empty: what it is in all. */
  readonly ends: readonly number[];
}

export interface CohortAsked extends ChancesAsked, Drawing {
  /** A part of the deals: its own open ones and what it brought anew, with the chances of all. */
  readonly part?: Known;
  readonly seed: string;
}

/** A convention, not measured: without history, twice as wide as independent deals would be. */
const DISPERSION_UNKNOWN = 4;
const REFERENCES_FOR_THIRDS = 4;

export function cohortOf(asked: CohortAsked): Cohort {
  const { references, target, known } = asked;
  const { open: deals, tallies, fitting, fit, chances } = fitted(asked, asked.part ?? known, asked.part);
  const isConfigured = references.length === 0;
  const dispersion = isConfigured ? DISPERSION_UNKNOWN : dispersionOf(tallies, fitting);
  const days = target.to - known.at;
  const course = days <= 0 ? undefined : courseShares(asked, deals);
  const draws =
    days <= 0 ? NOTHING : drawn(asked, deals, tallies, isConfigured ? fixed(fit) : fitting, course);
  const rest = stretched(
    draws.open.map((open, at) => open + (draws.fresh[at] ?? 0)),
    dispersion,
  );
  return {
    isConfigured,
    references,
    deals: chances,
    open: chances.reduce((sum, { expected }) => sum + expected, 0),
    fresh: days <= 0 ? 0 : fit.fresh,
    worth: days <= 0 ? 1 : fit.worth,
    dispersion,
    rest,
    median: medianOf(rest),
    shares: course?.shares ?? [],
  };
}

function courseShares(
  { known, target, references, ends, seed, draws: count }: CohortAsked,
  deals: readonly OpenDeal[],
): CourseShares | undefined {
  const ahead = ends.filter((end) => end > known.at);
  if (ahead.length === 0) return undefined;
  const window = windowOf(target, known.at);
  const days = new WinDays(known, references, window);
  return new CourseShares({
    seed,
    count,
    window,
    ends: ahead,
    days: deals.map(({ close }) => days.of(close)),
  });
}

/**
 * The chances of open deals alone, without what is drawn.
 * @param standing the same deals with other states, if they are to be seen as standing there; what is learned stays
 */
export function chancesOf(asked: ChancesAsked, standing: Known): readonly DealChance[] {
  return fitted(asked, standing).chances;
}

function fitted(
  { known, target, references, probability, amounts }: ChancesAsked,
  standing: Known,
  part?: Known,
) {
  const now = windowOf(target, known.at);
  const days = target.to - known.at;
  const horizon = { lead: Math.max(target.from - known.at, 0), days };
  const thirds = thirdsAt([now, ...references.slice(0, REFERENCES_FOR_THIRDS)], known, amounts);
  const cells = new CellIndex();
  const open = days <= 0 ? [] : openDeals(standing, now, amounts, thirds, cells);
  const tallies = references.map((window) => {
    const tally = tallyOf(known, window, amounts, thirds, cells);
    return part === undefined ? tally : { ...tally, fresh: freshIn(part, window) };
  });
  const fitting = new Fitting(tallies, cells, probability, horizon, amounts.meanRatio);
  const fit =
    references.length === 0
      ? asConfigured(cells, probability, horizon)
      : fitting.fit(references.map(({ weight }) => weight));
  return { open, tallies, fitting, fit, chances: chancesOfDeals(open, fit, tallies) };
}

const NOTHING: Draws = { open: new Float64Array(1), fresh: new Float64Array(1) };

function thirdsAt(windows: readonly Window[], known: Known, amounts: Amounts): Thirds {
  const found: number[] = [];
  for (const { at } of windows) for (const deal of openOn(known, at)) found.push(amounts.at(deal, at));
  return thirdsOf(found);
}

function chancesOfDeals(open: readonly OpenDeal[], fit: Fit, tallies: readonly Tally[]): DealChance[] {
  const like = new Map<number, DealChance['like']>();
  return open.map(({ id, stage, amount, standIn, cell }) => {
    const chance = fit.chance[cell] ?? 0;
    const alike = like.get(cell) ?? likeIn(cell, tallies);
    like.set(cell, alike);
    const prior = fit.prior[cell] ?? chance;
    return { id, stage, chance, amount, standIn, expected: chance * amount * fit.worth, like: alike, prior };
  });
}

function likeIn(cell: number, tallies: readonly Tally[]): DealChance['like'] {
  const like = { open: 0, won: 0 };
  for (const tally of tallies) {
    like.open += tally.open[cell] ?? 0;
    like.won += tally.won[cell] ?? 0;
  }
  return like;
}

function asConfigured(cells: CellIndex, probability: StageProbability, horizon: Horizon): Fit {
  const byStage = cells.examples.map((cell) => configuredChance(cell, probability, horizon));
  const chance = Float64Array.from(cells.banded, (band) => byStage[cells.staged[band] ?? 0] ?? 0);
  return { chance, prior: chance, worth: 1, fresh: 0, freshSquared: 0 };
}

function fixed(fit: Fit): Pick<Fitting, 'fit'> {
  return { fit: () => fit };
}

function drawn(
  { seed, draws, amounts: { ratios, meanRatio } }: CohortAsked,
  deals: readonly OpenDeal[],
  tallies: readonly Tally[],
  fitting: Pick<Fitting, 'fit'>,
  course: CourseShares | undefined,
): Draws {
  return drawsOf({ seed, count: draws, deals, tallies, fitting, ratios, meanRatio, course });
}
