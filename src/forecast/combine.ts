// Step 7: views weighted by how well each did before (Bates & Granger 1969), shrunk toward a prior where there is little
// to tell by.

import { VIEW_NAMES, type ViewName, type Views } from './views.ts';

/** What each view missed by as of the same point of one past period; absent where it lacked history. */
export type Misses = Readonly<Partial<Record<ViewName, number>>>;

export interface WeightedView {
  readonly view: ViewName;
  /** Of the rest of the period. */
  readonly rest: number;
  /** All add up to 1. */
  readonly weight: number;
  /** In how many past periods it was tried. */
  readonly tried: number;
}

const PRIOR: Record<ViewName, number> = {
  cohort: 0.55,
  'cohort-in-cycle': 0.15,
  'mean-of-last': 0.15,
  'mean-in-cycle': 0.15,
};
/** 2^(−1/4): a miss counts half after four periods. */
const FADING = Math.sqrt(Math.sqrt(0.5));
const PRIOR_PERIODS = 2;

/** @param past latest period first */
export function weighted(rest: Views['rest'], past: readonly Misses[]): WeightedView[] {
  const pooled = squaredMisses(VIEW_NAMES, past);
  const pool = pooled.weight === 0 ? 0 : pooled.sum / pooled.weight;
  const views = VIEW_NAMES.flatMap((view) => {
    const value = rest[view];
    if (value === undefined) return [];
    const own = squaredMisses([view], past);
    const meanSquare = (own.sum + PRIOR_PERIODS * pool) / (own.weight + PRIOR_PERIODS);
    const skill = meanSquare > 0 && pool > 0 ? pool / meanSquare : 1;
    return [{ view, rest: value, tried: own.count, score: PRIOR[view] * skill * skill }];
  });
  const total = views.reduce((sum, { score }) => sum + score, 0);
  return views.map(({ score, ...view }) => ({ ...view, weight: score / total }));
}

function squaredMisses(views: readonly ViewName[], past: readonly Misses[]) {
  let [sum, weight, count, fading] = [0, 0, 0, 1];
  for (const misses of past) {
    for (const view of views) {
      const miss = misses[view];
      if (miss === undefined) continue;
      sum += fading * miss * miss;
      weight += fading;
      count++;
    }
    fading *= FADING;
  }
  return { sum, weight, count };
}

/** What the views together say of the rest; undefined where there is none. */
export function combined(views: readonly WeightedView[]): number | undefined {
  return views.length === 0 ? undefined : views.reduce((sum, { weight, rest }) => sum + weight * rest, 0);
}

/**
 * The chance of a deal where the views together expect `factor` times what its like of the past did: its odds times the factor, so
 * that it stays below 1 (a shift of the base rate: Saerens, Latinne & Decaestecker 2002).
 */
export function adjustedChance(chance: number, factor: number): number {
  return (factor * chance) / (1 - chance + factor * chance);
}
