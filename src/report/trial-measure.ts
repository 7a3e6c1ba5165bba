// What a trial is measured by, before and after its beginning: the metric over as long a time on either side, so that each
// deal counts once a side, and whether that is enough to tell.

import { addDays, type Day, daysBetween } from '../base/day.ts';
import type { Decision } from '../feedback/entry.ts';
import { differenceOf } from '../movement/difference.ts';
import { isRecent } from '../plan/earlier.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Message } from '../words/message.ts';
import type { Settings } from '../workspace/settings.ts';
import type { DatedSnapshot } from './intervals.ts';
import { trendView } from './trend.ts';
import { METRIC_IDS, type MetricId, type MetricValue } from './trend-metrics.ts';

/** Fewer on a side than this tell nothing, whatever the interval says. */
export const FEWEST = 10;
/** The time before may be that much longer or shorter than the time after, and no more. */
const TOLERANCE = { share: 0.25, days: 3 };

/** What comes of the comparison, as sentences; `fewest` is FEWEST. */
export const VERDICTS = {
  lower: 'lower since, beyond what chance explains',
  higher: 'higher since, beyond what chance explains',
  'within-chance': 'too little to tell: the difference may be chance',
  'too-few': 'too little to tell: fewer than {fewest} deals on a side',
  number: 'a number, not a share: what changed may be chance',
  'no-metric': 'there is no such metric',
  'too-early': 'too early to tell: no snapshot since it began',
  'no-start': 'nothing to begin with: no snapshot from about when it began',
  'no-before': 'nothing to compare with: no snapshot from as long before it',
  unknown: 'nothing that the metric could be of on a side',
} as const satisfies Record<string, Message>;

export interface MeasuredSide {
  /** The names of the two snapshots; `now` for the working set. */
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly value: MetricValue;
}

export interface TrialMeasure {
  readonly metric: string;
  readonly stage: string;
  /** null: it can't be had. */
  readonly before: MeasuredSide | null;
  readonly after: MeasuredSide | null;
  /** Of shares: the one since less the one before, with its interval at 90 %. */
  readonly difference: { readonly share: number; readonly low: number; readonly high: number } | null;
  readonly verdict: keyof typeof VERDICTS;
}

export interface MeasureFacts {
  readonly settings: Settings;
  /** Ascending; the working set, where it is one, as `now` at the end. */
  readonly snapshots: readonly DatedSnapshot[];
  read(name: string): Snapshot;
}

/**
 * @param until the last day that counts: today, the trial's end, or when it was done
 * @throws Failure `snapshot-damaged`, `sum-too-large`
 */
export function trialMeasure(
  { metric, stage, on }: Pick<Decision, 'metric' | 'stage' | 'on'>,
  until: Day,
  facts: MeasureFacts,
): TrialMeasure {
  const of = { metric, stage };
  const none = { ...of, before: null, after: null, difference: null } as const;
  const id = METRIC_IDS.find((known) => known === metric);
  if (id === undefined) return { ...none, verdict: 'no-metric' };
  const start = facts.snapshots.findLast((one) => one.until <= on);
  const end = facts.snapshots.findLast((one) => one.until <= until);
  if (start === undefined || !isRecent(start.until, on, facts.settings.rhythm.snapshot))
    return { ...none, verdict: 'no-start' };
  if (end === undefined || end.until <= start.until) return { ...none, verdict: 'too-early' };
  const sideOf = (from: DatedSnapshot, to: DatedSnapshot): MeasuredSide => ({
    ...{ from: from.name, to: to.name, days: daysBetween(from.until, to.until) },
    value: valueBetween(id, stage, from, to, facts),
  });
  const after = sideOf(start, end);
  const earlier = asLongBefore(start, after.days, facts.snapshots);
  if (earlier === undefined) return { ...none, after, verdict: 'no-before' };
  const before = sideOf(earlier, start);
  return { ...of, before, after, ...compared(before.value, after.value) };
}

/** The snapshot that many days before, or one near enough. */
function asLongBefore(
  start: DatedSnapshot,
  days: number,
  snapshots: readonly DatedSnapshot[],
): DatedSnapshot | undefined {
  const off = ({ until }: DatedSnapshot) => Math.abs(daysBetween(until, start.until) - days);
  const [nearest] = snapshots.filter(({ until }) => until < start.until).sort((a, b) => off(a) - off(b));
  const most = Math.max(TOLERANCE.days, days * TOLERANCE.share);
  return nearest !== undefined && off(nearest) <= most ? nearest : undefined;
}

function valueBetween(
  metric: MetricId,
  stage: string,
  from: DatedSnapshot,
  to: DatedSnapshot,
  { settings, read }: MeasureFacts,
): MetricValue {
  const { groups } = trendView(
    { settings, snapshots: [from, to], read },
    {
      ...{ metrics: [metric], every: 'week', until: undefined, by: stage === '' ? undefined : 'stage' },
      since: addDays(from.until, 1),
    },
  );
  return groups.find(({ key }) => key === stage)?.metrics[metric]?.at(-1) ?? null;
}

function compared(before: MetricValue, after: MetricValue): Pick<TrialMeasure, 'difference' | 'verdict'> {
  if (before === null || after === null) return { difference: null, verdict: 'unknown' };
  if (before.kind !== 'share' || after.kind !== 'share') return { difference: null, verdict: 'number' };
  if (before.of === 0 || after.of === 0) return { difference: null, verdict: 'unknown' };
  const { difference: share, low, high } = differenceOf(before, after);
  const difference = { share, low, high };
  if (Math.min(before.of, after.of) < FEWEST) return { difference, verdict: 'too-few' };
  if (low <= 0 && high >= 0) return { difference, verdict: 'within-chance' };
  return { difference, verdict: share < 0 ? 'lower' : 'higher' };
}
