// What the data says of each stage in a period, to stand beside what people say: how deals left it, how long they stayed,
// and how well that is documented.

import { addDays, daysBetween } from '../base/day.ts';
import { isIn, type Period } from '../base/period.ts';
import type { Book } from '../book/book.ts';
import type { Deal } from '../deal/deal.ts';
import { EXCEPTION } from '../deal/own-activities.ts';
import { stageCalled } from '../deal/process.ts';
import type { Step } from '../discipline/written.ts';
import { isOpen } from '../freshness/open-deals.ts';
import { stageThen } from '../snapshot/stage-record.ts';
import { type FunnelStep, funnelView } from './funnel.ts';
import type { DatedSnapshot } from './intervals.ts';
import { type Rate, rateOf } from './rate.ts';
import { trendView } from './trend.ts';
import type { MetricValue } from './trend-metrics.ts';
import type { MeasureFacts } from './trial-measure.ts';

export interface StageEvidence {
  readonly stage: string;
  readonly label: string;
  /** Deals in it today. */
  readonly open: number;
  /** Of the deals that were in it when the period began; null where no snapshot tells. */
  readonly skipped: Rate | null;
  readonly regressed: Rate | null;
  readonly dropped_out: Rate | null;
  /** Of all stays on record that have ended. */
  readonly days: FunnelStep['days'];
  /** Steps up out of it in the period without one activity in it. */
  readonly undocumented: Rate;
  /** Waivers in force on the deals in it. */
  readonly waivers: number;
  /** Moves out of it against the process, in the period. */
  readonly forced_moves: number;
}

export interface Evidence {
  /** The snapshots that the rates lie between; null: there is none from before the end of the period. */
  readonly between: { readonly from: string; readonly to: string; readonly days: number } | null;
  /** In the order of the process. */
  readonly stages: readonly StageEvidence[];
}

export interface EvidenceFacts extends MeasureFacts {
  readonly book: Book;
  readonly archive: ReadonlyMap<string, Deal>;
  /** Steps up, of every deal (discipline). */
  readonly steps: readonly Step[];
}

const RATES = ['skip-rate', 'regress-rate', 'drop-out-rate'] as const;

/** @throws Failure `snapshot-damaged`, `sum-too-large` */
export function stageEvidence(facts: EvidenceFacts, period: Period): Evidence {
  const { book, settings, steps } = facts;
  const [from, to] = endsOf(period, facts.snapshots);
  const rates = from === undefined || to === undefined ? undefined : ratesBetween(from, to, facts);
  const funnel = funnelView(book, { cohort: undefined, isChosen: () => true });
  const open = book.state.deals.filter(isOpen);
  const now = (stage: string) => stageCalled(settings.process.stages, stage)?.id ?? stage;
  const forced = forcedMoves(facts, period).map(now);
  return {
    between:
      from === undefined || to === undefined
        ? null
        : { from: from.name, to: to.name, days: daysBetween(from.until, to.until) },
    stages: funnel.stages.map(({ stage, label, days }) => {
      const here = open.filter((row) => now(row.stage) === stage);
      const left = steps.filter((step) => now(step.stage) === stage && isIn(period, step.day));
      const [skipped = null, regressed = null, dropped = null] = rates?.get(stage) ?? [];
      return {
        ...{ stage, label, open: here.length, skipped, regressed, dropped_out: dropped, days },
        undocumented: rateOf(left.filter(({ isUndocumented }) => isUndocumented).length, left.length),
        waivers: here.flatMap(({ waived }) => waived.filter(({ until }) => until >= book.today)).length,
        forced_moves: forced.filter((of) => of === stage).length,
      };
    }),
  };
}

/** The newest snapshot before the period, else the first in it; and the newest of its end. */
function endsOf(
  { from, to }: Period,
  snapshots: readonly DatedSnapshot[],
): [from: DatedSnapshot | undefined, to: DatedSnapshot | undefined] {
  const first = snapshots.findLast(({ until }) => until < from) ?? snapshots.find(({ until }) => until <= to);
  const last = snapshots.findLast(({ until }) => until <= to);
  if (first === undefined || last === undefined || last.until <= first.until) return [undefined, undefined];
  return [first, last];
}

function ratesBetween(
  from: DatedSnapshot,
  to: DatedSnapshot,
  { settings, read }: MeasureFacts,
): ReadonlyMap<string, readonly (Rate | null)[]> {
  const { groups } = trendView(
    { settings, snapshots: [from, to], read },
    { metrics: RATES, every: 'week', since: addDays(from.until, 1), until: undefined, by: 'stage' },
  );
  return new Map(
    groups.map(({ key, metrics }) => [key, RATES.map((id) => rateIn(metrics[id]?.at(-1) ?? null))]),
  );
}

function rateIn(value: MetricValue): Rate | null {
  return value?.kind === 'share' ? { count: value.count, of: value.of, share: value.share } : null;
}

/** The stage that each left. */
function forcedMoves({ book, archive }: EvidenceFacts, period: Period): string[] {
  return [...book.deals.values(), ...archive.values()].flatMap((deal) => {
    const stageOn = stageThen(deal);
    return deal.activities
      .filter(({ type, on }) => type === EXCEPTION && isIn(period, on))
      .map(({ on }) => stageOn(addDays(on, -1)));
  });
}
