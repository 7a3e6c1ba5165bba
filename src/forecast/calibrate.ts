// What became of the deals that were in a stage, against the probability that is configured for it.

import { type Interval, wilson, wilsonInterval } from '../base/wilson.ts';
import type { Span } from './spans.ts';

/** A deal's life as far as this asks. */
export interface StageLife {
  /** That it was seen or recorded in, in the process of now. */
  readonly stages: ReadonlySet<string>;
  /** As it ended last; undefined: it is open. What left without a win is lost. */
  readonly outcome: 'won' | 'lost' | undefined;
  readonly closed: number | undefined;
}

/**
 * Too few: nothing is to be said. Fits: what is configured lies within the interval of what happened. Undecided: it does
 * not, but the deals that are open could still bring it there. Off: it would not fit whatever became of them.
 */
export type Verdict = 'too-few' | 'fits' | 'undecided' | 'off';

export interface StageRate {
  readonly stage: string;
  readonly won: number;
  /** Won or lost. */
  readonly decided: number;
  /** Still open: in no rate. */
  readonly open: number;
  /** Won ÷ decided, at 90 % (Wilson 1927); undefined over nothing. */
  readonly interval: Interval | undefined;
  readonly verdict: Verdict;
  /** What would fit, 0.01 to 0.99 in whole per cent; only where it is off. */
  readonly proposed: number | undefined;
}

/** So few decided deals leave an interval of about ±17 points: less would be a guess against a guess. */
export const FEWEST_DECIDED = 20;

/**
 * @param configured by stage, in their order: what a forecast without history would take
 * @param decidedIn counts only deals that were closed within it; undefined: all
 */
export function stageRates(
  configured: ReadonlyMap<string, number>,
  lives: readonly StageLife[],
  decidedIn: Span | undefined,
): StageRate[] {
  const isCounted = ({ closed = 0 }: StageLife) =>
    decidedIn === undefined || (closed >= decidedIn.from && closed < decidedIn.to);
  return [...configured].map(([stage, share]) => {
    const entered = lives.filter(({ stages }) => stages.has(stage));
    const ended = entered.filter((life) => life.outcome !== undefined && isCounted(life));
    const won = ended.filter(({ outcome }) => outcome === 'won').length;
    const open = entered.filter(({ outcome }) => outcome === undefined).length;
    return {
      stage,
      won,
      decided: ended.length,
      open,
      ...judged(share, { won, decided: ended.length, open }),
    };
  });
}

function judged(
  configured: number,
  { won, decided, open }: Pick<StageRate, 'won' | 'decided' | 'open'>,
): Pick<StageRate, 'interval' | 'verdict' | 'proposed'> {
  const interval = wilsonInterval(won, decided);
  const without = { interval, proposed: undefined };
  if (interval === undefined || decided < FEWEST_DECIDED) return { ...without, verdict: 'too-few' };
  if (interval.low <= configured && configured <= interval.high) return { ...without, verdict: 'fits' };
  if (isPossible(configured, won, decided, open)) return { ...without, verdict: 'undecided' };
  const percent = Math.round((100 * won) / decided);
  return { interval, verdict: 'off', proposed: Math.min(Math.max(percent, 1), 99) / 100 };
}

/** Within what all open deals lost, and all of them won, would leave: bounds that assume nothing (Manski 1989). */
function isPossible(configured: number, won: number, decided: number, open: number): boolean {
  const least = wilson(won, decided + open).low;
  const most = wilson(won + open, decided + open).high;
  return least <= configured && configured <= most;
}
