// A part of the deals (an owner, a segment) with too little of its own to learn from: its deals have the chances of all
// deals, as a credibility of nought would give them (Bühlmann & Gisler 2005), and what it brings anew is its own.

import { cohortOf } from './cohort.ts';
import type { History } from './history.ts';
import { type Known, knownAt } from './known.ts';
import type { Target } from './spans.ts';
import { seedOf } from './stream.ts';
import { amountsFor, type Views, type ViewsAsked } from './views.ts';
import { periodWindows, referenceWindows } from './windows.ts';

/** Fewer decided deals, or complete periods, are too few to learn from: a convention. */
export const FEWEST_OWN = { decided: 20, periods: 3 } as const;

/** How many are won or lost. */
export function decidedIn({ deals }: Known): number {
  return deals.reduce((count, { outcome }) => count + (outcome === undefined ? 0 : 1), 0);
}

/** What of all deals there is to learn from instead; undefined where the part has enough of its own, or they have no more. */
export function poolFor(known: Known, target: Target, pool: History | undefined): Known | undefined {
  if (pool === undefined) return undefined;
  const decided = decidedIn(known);
  const isEnough = decided >= FEWEST_OWN.decided && periodWindows(known, target).length >= FEWEST_OWN.periods;
  if (isEnough) return undefined;
  const all = knownAt(pool, known.at);
  return decidedIn(all) > decided ? all : undefined;
}

/** The cohort view alone: of means of its own past there is too little. */
export function pooledViews(asked: ViewsAsked, pool: Known): Views {
  const { known, target, scope } = asked;
  const cohort = cohortOf({
    ...asked,
    ...{ known: pool, part: known },
    ...{ amounts: amountsFor(pool, target), references: referenceWindows(pool, target) },
    seed: seedOf(known.at, target.from, target.to, scope),
  });
  return {
    cohort,
    rest: cohort.isConfigured ? {} : { cohort: cohort.median },
    periods: periodWindows(pool, target).length,
  };
}
