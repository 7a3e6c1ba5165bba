// Sales processes whose truth is known, by a seed. A deal is made, moves through its stages or not, is said to close on a
// day that is pushed, and is won or lost; its amount is guessed and comes out otherwise.

import { day, epochDay } from '../../src/base/day.ts';
import { type DealHistory, type DealState, type Ending, historyOf } from '../../src/forecast/history.ts';
import { randomOf } from '../support/random.ts';

export interface Shape {
  readonly quarters: number;
  readonly dealsPerQuarter: number;
  /** Share that is won in the end; from a quarter on another one. */
  readonly winRate: number;
  readonly breakAt?: { readonly quarter: number; readonly winRate: number };
  /** How strongly the fourth quarter of each year draws closings: 1 not at all. */
  readonly season?: number;
  /** Stages and expected close dates, or one stage without. */
  readonly staged: boolean;
  /** Spread of amounts: 1 is a factor of e either way at one standard deviation. */
  readonly spread: number;
}

const START = epochDay(day('2010-01-01'));
const QUARTER = 365.25 / 4;
export const STAGES = ['lead', 'qualified', 'proposal', 'negotiation'];

/** Deals of `shape.quarters` quarters from 2010-01-01 on; the history is complete from its fifth month on. */
export function synthetic(shape: Shape, seed: number) {
  const random = randomOf(seed);
  const uniform = () => (random.below(2 ** 31) + 0.5) / 2 ** 31;
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const span = shape.quarters * QUARTER;
  const deals: DealHistory[] = [];
  const count = Math.round(shape.dealsPerQuarter * shape.quarters);
  for (let at = 0; at < count; at++) {
    const created = Math.floor(START + uniform() * span);
    const quarter = Math.floor((created - START) / QUARTER);
    const { breakAt, winRate } = shape;
    const rate = breakAt !== undefined && quarter >= breakAt.quarter ? breakAt.winRate : winRate;
    const isWon = uniform() < rate;
    // Sales cycles are skewed: most take two months, some half a year. What is lost is often let go late.
    const cycle = Math.ceil((isWon ? 60 : 75) * Math.exp(0.55 * normal()));
    const closed = inSeason(created + cycle, shape.season ?? 1, uniform);
    const final = Math.round(10_000 * Math.exp(shape.spread * normal()));
    // What sellers say first is too high by a seventh, and half of them correct it half-way.
    const guess = Math.round(final * 1.15 * Math.exp(0.2 * normal()));
    const states = shape.staged
      ? stagedStates(created, closed, isWon, guess, final, uniform, normal)
      : [{ since: created + 1, stage: 'open', close: undefined, amount: guess, slips: 0 }];
    const ending: Ending = {
      since: closed + 1,
      outcome: isWon ? 'won' : 'lost',
      on: closed,
      amount: isWon ? final : undefined,
    };
    const id = `d${String(at).padStart(6, '0')}`;
    deals.push({ id, created, product: 'one', states, endings: closed - START < span ? [ending] : [] });
  }
  return { history: historyOf(START + 120, deals), ends: Math.floor(START + span) };
}

/** Some closings of the first two months after a fourth quarter are pulled into its last month. */
function inSeason(closed: number, season: number, uniform: () => number): number {
  const quarter = Math.floor((closed - START) / QUARTER);
  const into = closed - START - quarter * QUARTER;
  if (season === 1 || quarter % 4 !== 0 || into > 60 || uniform() > (season - 1) / season) return closed;
  return Math.floor(START + quarter * QUARTER - 1 - uniform() * 25);
}

function stagedStates(
  created: number,
  closed: number,
  isWon: boolean,
  guess: number,
  final: number,
  uniform: () => number,
  normal: () => number,
): DealState[] {
  const cycle = closed - created;
  // The won go through all stages; the lost stop at one, and stay there until somebody says so.
  const last = isWon ? 3 : ([0, 0, 1, 1, 1, 2, 2, 3][Math.floor(uniform() * 8)] ?? 0);
  const changes: { on: number; stage?: string; slip?: number; amount?: number }[] = [];
  for (let stage = 1; stage <= last; stage++) {
    const share = (stage + 0.5 * (uniform() - 0.5)) / (last + 1);
    changes.push({ on: created + Math.round(cycle * share), stage: STAGES[stage] ?? '' });
  }
  let expected = created + Math.round(cycle * (isWon ? 0.85 : 0.7) * Math.exp(0.25 * normal()));
  const first = expected;
  // Most push the date when it has come; some let it lie.
  while (expected < closed - 5 && uniform() < 0.8) {
    const slip = 14 + Math.floor(uniform() * 45);
    changes.push({ on: expected + 1, slip });
    expected += slip;
  }
  if (uniform() < 0.5)
    changes.push({ on: created + Math.round(cycle * 0.6), amount: Math.round((guess + final) / 2) });
  changes.sort((a, b) => a.on - b.on);
  let state: DealState = {
    since: created + 1,
    stage: STAGES[0] ?? '',
    close: first,
    amount: guess,
    slips: 0,
  };
  const states = [state];
  for (const { on, stage, slip, amount } of changes) {
    if (on + 1 <= state.since || on >= closed) continue;
    state = {
      since: on + 1,
      stage: stage ?? state.stage,
      close: (state.close ?? 0) + (slip ?? 0),
      amount: amount ?? state.amount,
      slips: state.slips + (slip === undefined ? 0 : 1),
    };
    states.push(state);
  }
  return states;
}
