// Owners whose deals shrink in the last two weeks of a quarter more often than in the rest of it.

import { addDays, type Day, daysBetween } from '../base/day.ts';
import { grouped } from '../base/grouped.ts';
import { type Minor, sumMinor } from '../base/money.ts';
import { periodAround } from '../base/period.ts';
import { chanceOfMore } from './chance.ts';
import type { DealMovements } from './compare.ts';
import { LOOKED_BACK, type SeriesStep, tells } from './series-step.ts';

/** The last days of a quarter; a longer step than that cannot tell whether it was in them. */
const LATE_DAYS = 14;
/** Fewer times that a deal shrank, or fewer quarter ends, are too few to judge; below `told`, or likely chance, not told at all. */
export const SHRINKS = { least: 5, told: 2, ends: 2, times: 2, chance: 0.05, toldChance: 0.25 } as const;

export interface Shrinks {
  /** How often a deal shrank from a snapshot to the next. */
  readonly shrunk: number;
  /** How often one was open and might have. */
  readonly of: number;
  /** By how much in all; negative, at the rates of the time. */
  readonly value: Minor;
  /** Ids, sorted. */
  readonly deals: readonly string[];
}

export interface ShrinksLate {
  readonly owner: string;
  readonly late: Shrinks;
  readonly otherwise: Shrinks;
  /** Quarters in whose last two weeks it was. */
  readonly quarters: readonly string[];
  /** At most so likely (0–1) that any of the owners compared would show such a difference by chance. */
  readonly chance: number;
  readonly tooFew: boolean;
}

export interface ShrinksFound {
  readonly owners: readonly ShrinksLate[];
  /** Whether there are steps of two weeks or less both at quarter ends and otherwise. */
  readonly judged: boolean;
}

interface Part extends Shrinks {
  readonly owner: string;
  readonly to: Day;
  /** The quarter whose last two weeks it was in; undefined: in none. */
  readonly quarter: string | undefined;
}

export class ShrinksLateWatch {
  #parts: Part[] = [];
  readonly #fiscalYearStarts: number;
  readonly #ownerKey: (owner: string) => string;

  /** @param ownerKey one owner under all the names that deals have for them */
  constructor(fiscalYearStarts: number, ownerKey: (owner: string) => string) {
    this.#fiscalYearStarts = fiscalYearStarts;
    this.#ownerKey = ownerKey;
  }

  add(step: SeriesStep): void {
    const { from, to, open, moved } = step;
    this.#parts = this.#parts.filter((part) => daysBetween(part.to, to) < LOOKED_BACK);
    if (daysBetween(from, to) > LATE_DAYS || !tells(step, 'amount')) return;
    const quarter = this.#endedIn(step);
    const losses = grouped(moved, ({ a }) => (a.state === 'open' ? this.#ownerKey(a.row.owner) : undefined));
    for (const [owner, rows] of grouped(open, (row) => this.#ownerKey(row.owner))) {
      const shrunk = (losses.get(owner) ?? []).flatMap((deal) => lossOf(deal));
      this.#parts.push({
        owner,
        to,
        quarter,
        of: rows.length,
        shrunk: shrunk.length,
        value: sumMinor(shrunk.map(({ value }) => value)),
        deals: shrunk.map(({ id }) => id),
      });
    }
  }

  /** The owners for whom it is so in the last year of the series, the least likely to be chance first. */
  found(): ShrinksFound {
    const owners = [...grouped(this.#parts, ({ owner }) => owner)].flatMap(([owner, parts]) => {
      const late = parts.filter(({ quarter }) => quarter !== undefined);
      const otherwise = parts.filter(({ quarter }) => quarter === undefined);
      return late.length === 0 || otherwise.length === 0 ? [] : [{ owner, late, otherwise }];
    });
    const found = owners.flatMap(({ owner, late, otherwise }): ShrinksLate[] => {
      const [a, b] = [together(late), together(otherwise)];
      const isMore = a.shrunk * b.of >= SHRINKS.times * b.shrunk * a.of;
      if (!isMore || a.shrunk < SHRINKS.told) return [];
      const shrinking = late.filter(({ shrunk }) => shrunk > 0);
      const quarters = [...new Set(shrinking.flatMap(({ quarter }) => quarter ?? []))].sort();
      const chance = Math.min(1, owners.length * chanceOfMore(a.shrunk, a.of, b.shrunk, b.of));
      const tooFew = a.shrunk < SHRINKS.least || quarters.length < SHRINKS.ends;
      if (chance > (tooFew ? SHRINKS.toldChance : SHRINKS.chance)) return [];
      return [{ owner, late: a, otherwise: b, quarters, chance, tooFew }];
    });
    return {
      owners: found.sort((x, y) => x.chance - y.chance || (x.owner < y.owner ? -1 : 1)),
      judged: owners.length > 0,
    };
  }

  /** The quarter in whose last two weeks more than half of the step's days are. */
  #endedIn({ from, to }: SeriesStep): string | undefined {
    const days = daysBetween(from, to);
    const quarters = Array.from({ length: days }, (_, at) => {
      const on = addDays(from, at + 1);
      const { name, to: end } = periodAround(on, 'quarter', this.#fiscalYearStarts);
      return daysBetween(on, end) < LATE_DAYS ? name : undefined;
    });
    const late = quarters.filter((name) => name !== undefined);
    return late.length * 2 > days ? late[0] : undefined;
  }
}

/** A made snapshot that leaves the amount empty does not know it. */
function lossOf({ id, movements }: DealMovements): { id: string; value: Minor }[] {
  return movements.flatMap((movement) =>
    movement.kind === 'shrunk' && movement.unknown === undefined ? [{ id, value: movement.value }] : [],
  );
}

function together(parts: readonly Part[]): Shrinks {
  const sum = (of: (part: Part) => number) => sumMinor(parts.map(of));
  return {
    shrunk: sum(({ shrunk }) => shrunk),
    of: sum((part) => part.of),
    value: sum(({ value }) => value),
    deals: [...new Set(parts.flatMap(({ deals }) => deals))].sort(),
  };
}
