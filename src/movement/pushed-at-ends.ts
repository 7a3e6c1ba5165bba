// Deals that are pushed at one quarter end after the other: due in the quarter, and moved beyond its end in the two weeks
// before or after.

import { addDays, type Day, daysBetween } from '../base/day.ts';
import { type Period, periodAround } from '../base/period.ts';
import { renamedIn, type SeriesStep, tells } from './series-step.ts';

/** Days before a quarter's end, its last one included, and after it. */
const AROUND_END = 14;
/** A longer step cannot tell when in it a date was moved. */
const LONGEST_STEP = 31;
/** Quarter ends that are looked at, and how many of them the series must tell of to say anything. */
export const QUARTER_ENDS = { looked: 3, least: 2 } as const;

export interface EndPush {
  /** `2026-Q3`: the quarter that the deal left. */
  readonly quarter: string;
  /** The snapshot that first shows it. */
  readonly snapshot: string;
  readonly from: Day;
  /** Undefined: it has no close date since. */
  readonly to: Day | undefined;
}

export interface PushedAtEnds {
  readonly id: string;
  /** The latest last; one for each of the quarter ends that were seen. */
  readonly pushes: readonly EndPush[];
  /** Whether only two of the three quarter ends were seen. */
  readonly tooFew: boolean;
}

export interface PushedFound {
  readonly deals: readonly PushedAtEnds[];
  /** How many of the last three quarter ends the series tells of. */
  readonly seen: number;
}

export class PushedAtEndsWatch {
  #pushes = new Map<string, Map<string, EndPush>>();
  readonly #seen = new Set<string>();
  readonly #fiscalYearStarts: number;

  constructor(fiscalYearStarts: number) {
    this.#fiscalYearStarts = fiscalYearStarts;
  }

  add(step: SeriesStep): void {
    this.#rename(renamedIn(step));
    if (daysBetween(step.from, step.to) > LONGEST_STEP || !tells(step, 'close')) return;
    const quarters = this.#endingAround(step);
    for (const { name } of quarters) this.#seen.add(name);
    for (const { id, movements } of step.moved) {
      for (const movement of movements) {
        if (movement.kind !== 'slipped' || movement.from === undefined) continue;
        const { from, to } = movement;
        const left = quarters.find((quarter) => from <= quarter.to && (to === undefined || to > quarter.to));
        if (left === undefined) continue;
        const pushes = this.#pushes.get(id) ?? new Map<string, EndPush>();
        this.#pushes.set(id, pushes);
        if (!pushes.has(left.name)) {
          pushes.set(left.name, { quarter: left.name, snapshot: step.snapshot, from, to });
        }
      }
    }
  }

  /**
   * The deals pushed at each of the last three quarter ends that the series tells of, by id. That of the running quarter
   * counts for those that were already pushed at it.
   * @param last the last day of the series
   */
  found(last: Day): PushedFound {
    const quarter = (steps: number) => periodAround(last, 'quarter', this.#fiscalYearStarts, steps);
    const running = quarter(0);
    const hasEnded = running.to === last;
    const ended = [-3, -2, -1].map((steps) => quarter(hasEnded ? steps + 1 : steps).name);
    const deals: PushedAtEnds[] = [];
    for (const [id, pushes] of this.#pushes) {
      const ends = !hasEnded && pushes.has(running.name) ? [...ended.slice(1), running.name] : ended;
      const seen = ends.filter((name) => this.#seen.has(name));
      const own = seen.flatMap((name) => pushes.get(name) ?? []);
      if (seen.length < QUARTER_ENDS.least || own.length < seen.length) continue;
      deals.push({ id, pushes: own, tooFew: seen.length < QUARTER_ENDS.looked });
    }
    return {
      deals: deals.sort((x, y) => (x.id < y.id ? -1 : 1)),
      seen: ended.filter((name) => this.#seen.has(name)).length,
    };
  }

  #rename(heirs: ReadonlyMap<string, string>): void {
    if (heirs.size === 0) return;
    this.#pushes = new Map([...this.#pushes].map(([id, pushes]) => [heirs.get(id) ?? id, pushes]));
  }

  /** The quarters around whose ends some day of the step is. */
  #endingAround({ from, to }: SeriesStep): Period[] {
    const quarters: Period[] = [];
    for (let steps = 0; ; steps++) {
      const quarter = periodAround(addDays(from, 1 - AROUND_END), 'quarter', this.#fiscalYearStarts, steps);
      if (addDays(quarter.to, 1 - AROUND_END) > to) return quarters;
      quarters.push(quarter);
    }
  }
}
