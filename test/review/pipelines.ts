// Made-up pipelines like real ones, whose true overstatement is known, and reviews of them by the real sampler: values
// are log-normal, the largest are taken out first, and some deals are worth less than was said.

import type { Sampled } from '../../src/review/overstated.ts';
import { type Candidate, drawStratum } from '../../src/review/sample.ts';
import { randomOf } from '../support/random.ts';

/** What is wrong with the deals that are overstated, as a share of the value. */
const WRONG = {
  /** Anything from 0 to 100 %. */
  anything: (chance: number) => chance,
  /** Four in ten are dead. */
  dead: (chance: number) => (chance < 0.4 ? 1 : (chance - 0.4) / 0.6),
  /** Mostly a little, as after a discount. */
  little: (chance: number) => chance ** 3 * 0.6,
  /** One in four is worth up to half as much again. */
  either: (chance: number) => (chance < 0.25 ? -2 * chance : (chance - 0.25) / 0.75),
} as const;

export interface Kind {
  readonly deals: number;
  /** Of the logarithm of the values: 1 is usual, 1.4 is a few giants and many dwarfs. */
  readonly spread: number;
  /** The share of deals that are not worth what was said. */
  readonly wrong: number;
  readonly by: keyof typeof WRONG;
}

export interface Design {
  readonly sheets: number;
  /** At random, of each sheet. */
  readonly random: number;
  readonly how: 'even' | 'weighted' | 'team';
  /** Who never fills in, as a share; by chance. */
  readonly silent?: number;
}

interface Made extends Candidate {
  readonly value: number;
  readonly reviewed: number;
  readonly owner: number;
}

/** The first has half of the deals, the last one in eight. */
const OWNERS = 4;
const LARGEST = 5;
/** Whom so many sheets before had is not drawn again. */
const NOT_AGAIN = 4;

export function pipelineOf({ deals, spread, wrong, by }: Kind, seed: number): Made[] {
  const random = randomOf(seed);
  const chance = () => (random.below(1e6) + 0.5) / 1e6;
  return Array.from({ length: deals }, (_, at) => {
    const normal = Math.sqrt(-2 * Math.log(chance())) * Math.cos(2 * Math.PI * chance());
    const value = Math.round(6_000_000 * Math.exp(spread * normal));
    const reviewed = chance() < wrong ? Math.round(value * (1 - WRONG[by](chance()))) : value;
    return {
      id: `d${at}`,
      value,
      reviewed,
      important: '',
      owner: Math.floor((OWNERS * at ** 2) / deals ** 2),
    };
  });
}

export interface Reviewed {
  readonly sampled: readonly Sampled[];
  /** (value − reviewed) ÷ value of all that could be drawn, sheet by sheet. */
  readonly truth: number;
}

/** The reviews of some weeks, filled in as they would be. */
export function reviewsOf(deals: readonly Made[], design: Design, seed: string): Reviewed {
  const known = new Map(deals.map((deal) => [deal.id, deal]));
  const sampled: Sampled[] = [];
  const seen: string[][] = [];
  let [said, found] = [0, 0];
  for (let sheet = 0; sheet < design.sheets; sheet++) {
    const reviewed = new Set(seen.slice(-NOT_AGAIN).flat());
    const { picked } = drawStratum({
      ...{ stratum: 'open', deals, reviewed, seed: `${seed} ${sheet}` },
      size: { largest: LARGEST, random: design.random },
      weighted: design.how === 'weighted',
      ownerOf: design.how === 'team' ? (id) => String(known.get(id)?.owner) : undefined,
    });
    const judged = new Set(picked.flatMap(({ why, id }) => (why === 'random' ? [] : [id])));
    for (const deal of deals) {
      if (judged.has(deal.id) || reviewed.has(deal.id)) continue;
      said += deal.value;
      found += deal.reviewed;
    }
    const drawn = picked.filter(({ why }) => why === 'random');
    const filled = drawn.filter((_, at) => !isSilent(design, sheet + at));
    for (const { id, probability } of filled) {
      const { value = 0, reviewed: worth = 0 } = known.get(id) ?? {};
      const answered = (probability * filled.length) / drawn.length;
      sampled.push({ sheet: String(sheet), value, reviewed: worth, probability: answered });
    }
    seen.push(drawn.map(({ id }) => id));
  }
  return { sampled, truth: 1 - found / said };
}

/** Every so many-th place: the draw is by chance, so this is too. */
function isSilent({ silent = 0 }: Design, place: number): boolean {
  return silent > 0 && place % Math.round(1 / silent) === 0;
}
