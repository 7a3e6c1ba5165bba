// What a series of snapshots warns of, as JSON: habits that a person can do something about, with the numbers behind each.

import type { Day } from '../base/day.ts';
import { daysBetween } from '../base/day.ts';
import { type Decimal, fromMinor } from '../base/money.ts';
import type { Process } from '../deal/process.ts';
import { ownerKey } from '../freshness/owner.ts';
import type { Comparison, DealMovements } from '../movement/compare.ts';
import { CONVERSION, ConversionFellWatch, type Decided } from '../movement/conversion-fell.ts';
import { PushedAtEndsWatch, QUARTER_ENDS } from '../movement/pushed-at-ends.ts';
import { openAndRead } from '../movement/series-step.ts';
import { SHRINKS, type Shrinks, ShrinksLateWatch } from '../movement/shrinks-late.ts';
import { lastDayOf } from '../snapshot/origin.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Settings } from '../workspace/settings.ts';

import type { Rate } from './rate.ts';

interface Judged {
  /** The counts are too small to judge. */
  readonly too_few: boolean;
}

/** An open deal that was due in each of the last quarters, and pushed beyond its end in the two weeks before or after. */
export interface PushedWarning extends Judged {
  readonly kind: 'pushed-at-quarter-ends';
  readonly deal: string;
  readonly name: string;
  readonly owner: string;
  readonly stage: string;
  readonly value: Decimal | null;
  readonly close: Day | null;
  readonly pushes: readonly {
    readonly quarter: string;
    readonly snapshot: string;
    readonly from: Day;
    readonly to: Day | null;
    readonly days: number | null;
  }[];
  /** In all of these pushes. */
  readonly days: number;
  /** Quarter ends that it would take to judge. */
  readonly needed: number;
}

interface ShrinksView {
  /** Times that a deal shrank ÷ times that one was open from a snapshot to the next. */
  readonly rate: Rate;
  readonly value: Decimal;
  readonly deals: readonly string[];
}

/** An owner whose deals shrink in the last two weeks of a quarter more than otherwise, over the last year. */
export interface ShrinksWarning extends Judged {
  readonly kind: 'shrinks-at-quarter-end';
  readonly owner: string;
  readonly quarters: readonly string[];
  readonly late: ShrinksView;
  readonly otherwise: ShrinksView;
  /** At most so likely that it is chance, all owners compared. */
  readonly chance: number;
  /** Times that deals would have to shrink, and quarter ends at which, to judge. */
  readonly needed: number;
  readonly needed_quarters: number;
}

interface ConversionView {
  readonly from: Day;
  readonly to: Day;
  readonly conversion: Rate;
}

/** A stage that fewer deals leave for a later one or a win than in the half before, over the last year. */
export interface ConversionWarning extends Judged {
  readonly kind: 'conversion-fell';
  readonly stage: string;
  readonly before: ConversionView;
  readonly after: ConversionView;
  /** Lost or removed from it in the later half. */
  readonly lost: readonly string[];
  /** At most so likely that it is chance, all stages compared. */
  readonly chance: number;
  /** Deals decided in each half that it would take to judge. */
  readonly needed: number;
}

export type SeriesWarning = PushedWarning | ShrinksWarning | ConversionWarning;

export interface WarningsView {
  /** By kind; what can be judged first. */
  readonly warnings: readonly SeriesWarning[];
  /** What the series is too short, too coarse or knows too little for. */
  readonly not_judged: readonly SeriesWarning['kind'][];
}

/** A step of the series: two snapshots of one reporting currency. */
export interface WatchedStep {
  readonly before: Snapshot;
  readonly snapshot: Snapshot;
  readonly comparison: Comparison;
  readonly moved: readonly DealMovements[];
}

/** Takes the steps of a series one at a time, and keeps counts, never snapshots. */
export class SeriesWarnings {
  readonly #pushed: PushedAtEndsWatch;
  readonly #shrinks: ShrinksLateWatch;
  readonly #conversion: ConversionFellWatch;

  constructor({ fiscalYearStarts, team, process }: Settings) {
    this.#pushed = new PushedAtEndsWatch(fiscalYearStarts);
    this.#shrinks = new ShrinksLateWatch(fiscalYearStarts, (owner) => ownerKey(team, owner));
    this.#conversion = new ConversionFellWatch((stage) => stageNow(stage, process));
  }

  add({ before, snapshot, comparison, moved }: WatchedStep): void {
    const step = {
      from: lastDayOf(before),
      to: lastDayOf(snapshot),
      snapshot: snapshot.name,
      a: before,
      b: snapshot,
      open: openAndRead(comparison),
      moved,
    };
    this.#pushed.add(step);
    this.#shrinks.add(step);
    this.#conversion.add(step);
  }

  /** @param last the newest snapshot; undefined: there is none */
  view(last: Snapshot | undefined): WarningsView {
    if (last === undefined) return { warnings: [], not_judged: [] };
    const [pushed, shrinks, conversion] = [
      this.#pushed.found(lastDayOf(last)),
      this.#shrinks.found(),
      this.#conversion.found(lastDayOf(last)),
    ];
    const rows = new Map(last.deals.map((row) => [row.id, row]));
    const { digits } = last;
    const warnings: SeriesWarning[] = [
      ...judgedFirst(
        pushed.deals.flatMap((found) => {
          const row = rows.get(found.id);
          return row === undefined || ['', 'won', 'lost'].includes(row.stage)
            ? []
            : [pushedView(found, row, digits)];
        }),
      ),
      ...judgedFirst(shrinks.owners.map((found) => shrinksView(found, digits))),
      ...judgedFirst(conversion.stages.map(conversionView)),
    ];
    return {
      warnings,
      not_judged: [
        ...(pushed.seen < QUARTER_ENDS.least ? (['pushed-at-quarter-ends'] as const) : []),
        ...(shrinks.judged ? [] : (['shrinks-at-quarter-end'] as const)),
        ...(conversion.judged ? [] : (['conversion-fell'] as const)),
      ],
    };
  }
}

/** A stage under its name of now. */
export function stageNow(stage: string, { stages }: Process): string {
  return stages.find(({ was }) => was.includes(stage))?.id ?? stage;
}

function judgedFirst<Warning extends Judged>(warnings: readonly Warning[]): Warning[] {
  return warnings.toSorted((x, y) => Number(x.too_few) - Number(y.too_few));
}

type Found<Watch extends { found(last: Day): unknown }> = ReturnType<Watch['found']>;

function pushedView(
  { id, pushes, tooFew }: Found<PushedAtEndsWatch>['deals'][number],
  { name, owner, stage, value, close }: DealRow,
  digits: number,
): PushedWarning {
  const views = pushes.map(({ quarter, snapshot, from, to }) => ({
    quarter,
    snapshot,
    from,
    to: to ?? null,
    days: to === undefined ? null : daysBetween(from, to),
  }));
  return {
    kind: 'pushed-at-quarter-ends',
    deal: id,
    name,
    owner,
    stage,
    value: value === undefined ? null : fromMinor(value, digits),
    close: close ?? null,
    pushes: views,
    days: views.reduce((sum, { days }) => sum + (days ?? 0), 0),
    too_few: tooFew,
    needed: QUARTER_ENDS.looked,
  };
}

function shrinksView(
  { owner, quarters, late, otherwise, chance, tooFew }: Found<ShrinksLateWatch>['owners'][number],
  digits: number,
): ShrinksWarning {
  const view = ({ shrunk, of, value, deals }: Shrinks): ShrinksView => ({
    rate: { count: shrunk, of, share: of === 0 ? null : shrunk / of },
    value: fromMinor(value, digits),
    deals,
  });
  return {
    kind: 'shrinks-at-quarter-end',
    owner,
    quarters,
    late: view(late),
    otherwise: view(otherwise),
    chance,
    too_few: tooFew,
    needed: SHRINKS.least,
    needed_quarters: SHRINKS.ends,
  };
}

function conversionView({
  stage,
  before,
  after,
  lost,
  chance,
  tooFew,
}: Found<ConversionFellWatch>['stages'][number]): ConversionWarning {
  const view = ({ from, to, movedOn, of }: Decided): ConversionView => ({
    from,
    to,
    conversion: { count: movedOn, of, share: of === 0 ? null : movedOn / of },
  });
  return {
    kind: 'conversion-fell',
    stage,
    before: view(before),
    after: view(after),
    lost,
    chance,
    too_few: tooFew,
    needed: CONVERSION.least,
  };
}
