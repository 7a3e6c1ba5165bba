// A whole review's sample: the strata that were asked for, drawn from one seed, cut to the time where there is little.

import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import type { Outcome } from '../deal/deal.ts';
import type { SampleSize } from '../workspace/settings.ts';
import { fitParts } from './fit.ts';
import { type Candidate, drawStratum, type StratumSample } from './sample.ts';

export interface SampleRequest {
  readonly strata: readonly {
    readonly stratum: Outcome;
    readonly deals: readonly Candidate[];
    readonly size: SampleSize;
  }[];
  readonly seed: string;
  readonly weighted: boolean;
  /** Ids reviewed lately: left out of the random parts. */
  readonly reviewed: ReadonlySet<string>;
  /** The most deals that there is time for; undefined: no limit. */
  readonly most?: number | undefined;
  /** Whose each deal is, where the random parts are dealt across owners. */
  readonly ownerOf?: ((id: string) => string) | undefined;
}

export interface Sample {
  readonly strata: readonly StratumSample[];
  /** How many more deals the sample would have without the limit. */
  readonly cut: number;
}

/**
 * Draws every stratum. With a limit it is the sample of the smaller sizes that fit, so its chances are right too.
 * @throws Failure `usage` where every owner is to get a deal, and there is no time for that
 */
export function drawSample(request: SampleRequest): Sample {
  const whole = request.strata.map(({ stratum, deals, size }) =>
    drawStratum({ ...request, stratum, deals, size }),
  );
  const wanted = countPicked(whole);
  if (request.most === undefined || wanted <= request.most) return { strata: whole, cut: 0 };
  const fitting = fitParts(
    whole.flatMap((sample) => [{ size: judged(sample) }, { size: sample.picked.length - judged(sample) }]),
    request.most,
  );
  for (const [index, { hands, stratum }] of whole.entries()) {
    const fits = fitting[2 * index + 1] ?? 0;
    if (fits >= hands) continue;
    throw new Failure(
      'usage',
      said(
        'There is time for {most} deals, {fits} of them {stratum} ones at random: too few for {hands} owners.',
        { most: request.most, fits, stratum, hands },
      ),
      { hint: 'Give more --minutes, or take one stratum: --status open.' },
    );
  }
  const strata = request.strata.map(({ stratum, deals, size }, index) => {
    const judgedFit = fitting[2 * index] ?? 0;
    const marked = deals.filter((deal) => deal.important !== '').length;
    const important = Math.min(marked, judgedFit);
    const largest = Math.min(size.largest, judgedFit - important);
    return drawStratum({
      ...request,
      stratum,
      deals,
      size: { important, largest, random: fitting[2 * index + 1] ?? 0 },
    });
  });
  return { strata, cut: wanted - countPicked(strata) };
}

/** How many were picked for being important or large. */
function judged(sample: StratumSample): number {
  return sample.picked.filter((pick) => pick.why !== 'random').length;
}

function countPicked(strata: readonly StratumSample[]): number {
  return strata.reduce((sum, { picked }) => sum + picked.length, 0);
}
