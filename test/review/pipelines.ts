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
    return { id: `d${at}`, value, reviewed, important: '', owner: at % OWNERS };
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
    const parts = partsOf(deals, design).map(({ members, random }) => {
      const size = { largest: design.how === 'team' ? 0 : LARGEST, random };
      const draw = { stratum: 'open', deals: members, size, reviewed, seed: `${seed} ${sheet}` } as const;
      return { members, sample: drawStratum({ ...draw, weighted: design.how === 'weighted' }) };
    });
    const picks = parts.flatMap(({ sample }) => sample.picked);
    for (const { members, sample } of parts) {
      const judged = new Set(sample.picked.flatMap(({ why, id }) => (why === 'random' ? [] : [id])));
      for (const deal of members) {
        if (judged.has(deal.id) || reviewed.has(deal.id)) continue;
        said += deal.value;
        found += deal.reviewed;
      }
    }
    const drawn = picks.filter(({ why }) => why === 'random');
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

/** With --team each owner's deals are a part of their own. */
function partsOf(deals: readonly Made[], { how, random }: Design) {
  if (how !== 'team') return [{ members: deals, random }];
  const largest = new Set([...deals].sort((a, b) => b.value - a.value).slice(0, LARGEST));
  return Array.from({ length: OWNERS }, (_, owner) => ({
    members: deals.filter((deal) => deal.owner === owner && !largest.has(deal)),
    random: Math.ceil(random / OWNERS),
  }));
}

/** Every so many-th place: the draw is by chance, so this is too. */
function isSilent({ silent = 0 }: Design, place: number): boolean {
  return silent > 0 && place % Math.round(1 / silent) === 0;
}
