// Stages that fewer deals leave for a later one or a win than before: the later half of the last year against the earlier.

import { addDays, type Day, daysBetween } from '../base/day.ts';
import { grouped } from '../base/grouped.ts';
import { chanceOfMore } from './chance.ts';
import type { DealMovements } from './compare.ts';
import { isStageless } from './pair.ts';
import { LOOKED_BACK, type SeriesStep } from './series-step.ts';

/**
 * Fewer decided deals in a half are too few to judge, fewer than `told` are not told at all. It fell where it is at most
 * that share of what it was; of too few, at most `toldShare`.
 */
export const CONVERSION = { least: 10, told: 3, share: 2 / 3, toldShare: 1 / 2, chance: 0.05 } as const;

export interface Decided {
  /** The days of the half, both included. */
  readonly from: Day;
  readonly to: Day;
  /** Went on to a later stage, or were won. */
  readonly movedOn: number;
  /** Went on, were lost or removed. */
  readonly of: number;
}

export interface ConversionFell {
  readonly stage: string;
  readonly before: Decided;
  readonly after: Decided;
  /** Deals that were lost or removed from the stage in the later half: ids, sorted. */
  readonly lost: readonly string[];
  /** At most so likely (0–1) that any of the stages compared would show such a fall by chance. */
  readonly chance: number;
  readonly tooFew: boolean;
}

export interface ConversionFound {
  readonly stages: readonly ConversionFell[];
  /** Whether deals were decided in both halves. */
  readonly judged: boolean;
}

interface Exit {
  readonly stage: string;
  readonly to: Day;
  readonly id: string;
  readonly movedOn: boolean;
}

export class ConversionFellWatch {
  #exits: Exit[] = [];
  #steps: { readonly from: Day; readonly to: Day }[] = [];
  readonly #stageKey: (stage: string) => string;

  /** @param stageKey a stage under its name of now */
  constructor(stageKey: (stage: string) => string) {
    this.#stageKey = stageKey;
  }

  add({ from, to, moved }: SeriesStep): void {
    const isRecent = (one: { to: Day }) => daysBetween(one.to, to) < LOOKED_BACK;
    this.#steps = [...this.#steps.filter(isRecent), { from, to }];
    this.#exits = this.#exits.filter(isRecent);
    for (const deal of moved) {
      const movedOn = wayOut(deal);
      if (movedOn === undefined || deal.a.state !== 'open' || isStageless(deal.a)) continue;
      this.#exits.push({ stage: this.#stageKey(deal.a.row.stage), to, id: deal.id, movedOn });
    }
  }

  /**
   * The stages for which it is so, the least likely to be chance first.
   * @param last the last day of the series
   */
  found(last: Day): ConversionFound {
    const [first] = this.#steps;
    if (first === undefined) return { stages: [], judged: false };
    const from = addDays(first.from, 1);
    const middle = addDays(from, Math.floor(daysBetween(from, last) / 2));
    const halves = [...grouped(this.#exits, ({ stage }) => stage)].flatMap(([stage, exits]) => {
      const [before, after] = [exits.filter(({ to }) => to <= middle), exits.filter(({ to }) => to > middle)];
      return before.length === 0 || after.length === 0 ? [] : [{ stage, before, after }];
    });
    const stages = halves.flatMap(({ stage, before, after }): ConversionFell[] => {
      const [a, b] = [countOf(before), countOf(after)];
      const tooFew = Math.min(a.of, b.of) < CONVERSION.least;
      if (Math.min(a.of, b.of) < CONVERSION.told || a.movedOn === 0) return [];
      const fell = b.movedOn / b.of / (a.movedOn / a.of);
      const chance = Math.min(1, halves.length * chanceOfMore(a.movedOn, a.of, b.movedOn, b.of));
      if (tooFew ? fell > CONVERSION.toldShare : fell > CONVERSION.share || chance > CONVERSION.chance)
        return [];
      return [
        {
          stage,
          before: { from, to: middle, ...a },
          after: { from: addDays(middle, 1), to: last, ...b },
          lost: after.flatMap(({ id, movedOn }) => (movedOn ? [] : [id])).sort(),
          chance,
          tooFew,
        },
      ];
    });
    return {
      stages: stages.sort((x, y) => x.chance - y.chance || (x.stage < y.stage ? -1 : 1)),
      judged: halves.length > 0,
    };
  }
}

/** Whether it went on or dropped out; undefined where it did neither. */
function wayOut({ movements }: DealMovements): boolean | undefined {
  for (const { kind } of movements) {
    if (kind === 'advanced' || kind === 'skipped' || kind === 'won') return true;
    if (kind === 'lost' || kind === 'removed') return false;
  }
  return undefined;
}

function countOf(exits: readonly Exit[]): { movedOn: number; of: number } {
  return { movedOn: exits.filter(({ movedOn }) => movedOn).length, of: exits.length };
}
