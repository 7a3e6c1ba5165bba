// Why a draw is another one than that of an earlier sheet of the same day.

import { isDeepStrictEqual } from 'node:util';
import type { SheetDraw } from './sheet.ts';

export const DRAW_DIFFERENCES = ['seed', 'sizes', 'options', 'deals'] as const;
export type DrawDifference = (typeof DRAW_DIFFERENCES)[number];

const OF_EACH: Readonly<Record<DrawDifference, (draw: SheetDraw) => unknown>> = {
  seed: ({ seed }) => seed,
  sizes: ({ strata, most }) => [
    most,
    strata.map(({ stratum, largest, random }) => [stratum, largest, random]),
  ],
  options: ({ weighted, team, closed, notAgainWithin, names }) => [
    ...[weighted, team, closed.from, closed.to, notAgainWithin, names],
  ],
  deals: ({ snapshot: { deals, archived } }) => [deals, archived],
};

/** What is not the same in two draws; both from snapshots whose checksums are known. */
export function drawDifferences(before: SheetDraw, now: SheetDraw): DrawDifference[] {
  return DRAW_DIFFERENCES.filter((of) => !isDeepStrictEqual(OF_EACH[of](before), OF_EACH[of](now)));
}
