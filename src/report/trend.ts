// pipeline/trend/1: how a process goes over time: metrics at each interval, and what moved from each to the next.

import type { Day } from '../base/day.ts';
import { grouped } from '../base/grouped.ts';
import { periodAround } from '../base/period.ts';
import type { Findings } from '../freshness/finding.ts';
import { indexFindings } from '../freshness/findings.ts';
import { openDeals } from '../freshness/open-deals.ts';
import { ownerKey } from '../freshness/owner.ts';
import { type Comparison, compare, type DealMovements, movementsOf } from '../movement/compare.ts';
import { countsOf, endThatCounts } from '../movement/rates.ts';
import { targetFor } from '../plan/targets.ts';
import { mayLack } from '../snapshot/origin.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Settings } from '../workspace/settings.ts';

import { type DatedSnapshot, type Interval, type IntervalUnit, intervalsOf } from './intervals.ts';
import { SeriesWarnings, stageNow, type WarningsView, type WatchedStep } from './series-warnings.ts';
import { type MetricId, type MetricValue, metricAt, type TrendPoint } from './trend-metrics.ts';

export const TREND_GROUPS = ['owner', 'stage', 'segment'] as const;
export type TrendGroup = (typeof TREND_GROUPS)[number];

export interface TrendAsked {
  readonly metrics: readonly MetricId[];
  readonly every: IntervalUnit;
  readonly since: Day | undefined;
  readonly until: Day | undefined;
  readonly by: TrendGroup | undefined;
}

export interface TrendInterval {
  /** `2026-W47`, `2026-11`, `2026-Q4`. */
  readonly name: string;
  /** The newest snapshot in it; null: there is none, and nothing is known of it. */
  readonly snapshot: string | null;
  /** `taken`, or how it was made. */
  readonly origin: string | null;
  /** Whether the interval before has no snapshot: what moved then is of more than one interval. */
  readonly after_gap: boolean;
}

export interface TrendView extends WarningsView {
  readonly schema: 'pipeline/trend/1';
  readonly currency: string;
  readonly every: TrendAsked['every'];
  readonly by: TrendGroup | null;
  /** Ascending, gaps included. */
  readonly intervals: readonly TrendInterval[];
  /** One group, with the key '', where it is not by anything. Else by open value at the end, the largest first. */
  readonly groups: readonly {
    readonly key: string;
    /** By metric: a value an interval, null where nothing is known or there is nothing that it could be of. */
    readonly metrics: Readonly<Partial<Record<MetricId, readonly MetricValue[]>>>;
  }[];
}

export interface TrendFacts {
  readonly settings: Settings;
  /** Ascending. */
  readonly snapshots: readonly DatedSnapshot[];
  /** Called for the newest of each interval, in order: two at a time are held. */
  read(name: string): Snapshot;
}

/**
 * The metrics of each interval, and what moved since the one before it; of the first, since the newest snapshot before.
 * @throws Failure `snapshot-damaged`, `sum-too-large`
 */
export function trendView(facts: TrendFacts, asked: TrendAsked): TrendView {
  const { settings } = facts;
  const { chosen, earlier } = chosenOf(facts, asked);
  const series = new Map<string, Map<MetricId, MetricValue[]>>();
  const intervals: TrendInterval[] = [];
  const blanks: (TrendPoint | undefined)[] = [];
  const currencies: string[] = [];
  const warnings = new SeriesWarnings(settings);
  let before = earlier === undefined ? undefined : facts.read(earlier.name);
  for (const [at, { period, name }] of chosen.entries()) {
    const snapshot = name === undefined ? undefined : facts.read(name);
    intervals.push({
      name: period.name,
      snapshot: name ?? null,
      origin: snapshot?.origin ?? null,
      after_gap: at > 0 && chosen[at - 1]?.name === undefined,
    });
    if (snapshot === undefined) continue;
    currencies[at] = snapshot.reportingCurrency;
    const step = before === undefined ? undefined : stepBetween(before, snapshot);
    if (step !== undefined) warnings.add(step);
    const { blank, points } = pointsOf(snapshot, step, settings, asked.by);
    blanks[at] = blank;
    for (const [key, point] of points) {
      const metrics = series.get(key) ?? new Map<MetricId, MetricValue[]>();
      series.set(key, metrics);
      for (const id of asked.metrics) {
        const values = metrics.get(id) ?? [];
        metrics.set(id, values);
        values[at] = metricAt(id, point);
      }
    }
    before = snapshot;
  }
  const currency = currencies.findLast((one) => one !== undefined) ?? settings.currency;
  const valueAt = (key: string, id: MetricId, at: number): MetricValue => {
    const blank = blanks[at];
    if (blank === undefined) return null;
    const value = series.get(key)?.get(id)?.[at];
    const known = value === undefined ? metricAt(id, blank) : value;
    return known?.kind === 'money' && currencies[at] !== currency ? null : known;
  };
  const valuesOf = (key: string, id: MetricId) => chosen.map((_, at) => valueAt(key, id, at));
  return {
    schema: 'pipeline/trend/1',
    currency,
    every: asked.every,
    by: asked.by ?? null,
    intervals,
    groups: orderOf(series, before, settings, asked.by).map((key) => ({
      key,
      metrics: Object.fromEntries(asked.metrics.map((id) => [id, valuesOf(key, id)])),
    })),
    ...warnings.view(before),
  };
}

/** What moved from one snapshot to the next; undefined between two reporting currencies. */
function stepBetween(before: Snapshot, snapshot: Snapshot): WatchedStep | undefined {
  if (before.reportingCurrency !== snapshot.reportingCurrency) return undefined;
  const comparison = compare(before, snapshot);
  return { before, snapshot, comparison, moved: movementsOf(comparison) };
}

/** Each interval from the first snapshot in that time to the last; and the newest snapshot before all of them. */
function chosenOf(
  { snapshots, settings }: TrendFacts,
  { every, since, until: end }: TrendAsked,
): { chosen: Interval[]; earlier: DatedSnapshot | undefined } {
  const isEarly = ({ until }: DatedSnapshot) => since !== undefined && until < since;
  const within = snapshots.filter((one) => !isEarly(one) && (end === undefined || one.until <= end));
  return {
    chosen: intervalsOf(within, every, settings.fiscalYearStarts),
    earlier: snapshots.findLast(isEarly),
  };
}

/** The point of each group, with no `by` one of all; and that of a group that has nothing in it. */
function pointsOf(
  snapshot: Snapshot,
  step: WatchedStep | undefined,
  settings: Settings,
  by: TrendGroup | undefined,
): { points: Map<string, TrendPoint>; blank: TrendPoint } {
  const keyOf = (row: DealRow) => groupOf(row, by, settings);
  const keyOfPair = (deal: Pick<DealMovements, 'a' | 'b'>) => {
    const end = endThatCounts(deal);
    return end === undefined ? '' : keyOf(end.row as DealRow);
  };
  const openBefore = grouped(step === undefined ? [] : openIn(step.comparison), keyOf);
  const moved = grouped(step?.moved ?? [], keyOfPair);
  const deals = grouped(snapshot.deals, keyOf);
  const archived = grouped(snapshot.archived, keyOf);
  const quarter = periodAround(snapshot.on, 'quarter', settings.fiscalYearStarts);
  const found = indexFindings(bookOf(snapshot, settings), openDeals(snapshot));
  const knowsAt = (side: Snapshot | undefined, field: 'amount' | 'close') =>
    side === undefined || knows(side, field);
  const pointOf = (key: string): TrendPoint => ({
    deals: deals.get(key) ?? [],
    archived: archived.get(key) ?? [],
    digits: snapshot.digits,
    found,
    settings,
    quarter,
    target: by === undefined ? targetFor(snapshot.targets, quarter.name, {}, snapshot.digits) : undefined,
    knows: {
      amounts: knows(snapshot, 'amount'),
      amountsMoved: knows(snapshot, 'amount') && knowsAt(step?.before, 'amount'),
      closesMoved: knows(snapshot, 'close') && knowsAt(step?.before, 'close'),
    },
    step: step === undefined ? undefined : countsOf(openBefore.get(key) ?? [], moved.get(key) ?? []),
  });
  const keys =
    by === undefined ? [''] : [...new Set([...deals.keys(), ...openBefore.keys(), ...moved.keys()])];
  const nothing: Findings = { findings: [], notEvaluated: [], evaluated: new Set() };
  const none = step === undefined ? undefined : countsOf([], []);
  return {
    points: new Map(keys.map((key) => [key, pointOf(key)])),
    blank: { ...pointOf(''), deals: [], archived: [], found: nothing, step: none },
  };
}

/** The rows that were open in A, as A has them. */
function openIn({ differing, steady }: Comparison): DealRow[] {
  const changed = differing.flatMap(({ a }) => (a.state === 'open' ? [a.row as DealRow] : []));
  return [...changed, ...steady.map(({ row }) => row as DealRow)];
}

/** Whether that field is known of open deals: one that was made of the past may tell it of none. */
function knows(snapshot: Snapshot, field: 'amount' | 'close'): boolean {
  return !mayLack(snapshot) || !openDeals(snapshot).every((row) => row[field] === undefined);
}

/** As --as-of shows it. */
function bookOf(state: Snapshot, settings: Settings) {
  const none = { problems: [], leftOut: [], snapshotNames: [], imports: [] };
  return { settings, today: state.on, state, past: true, deals: new Map(), ...none };
}

/** The owner, stage or segment that a row counts to, under its name of now. */
function groupOf(row: DealRow, by: TrendGroup | undefined, { team, process }: Settings): string {
  if (by === undefined) return '';
  if (by === 'owner') return ownerKey(team, row.owner);
  if (by === 'stage') return stageNow(row.stage, process);
  return Object.hasOwn(row.custom, 'segment') ? (row.custom.segment ?? '') : '';
}

function orderOf(
  series: ReadonlyMap<string, unknown>,
  last: Snapshot | undefined,
  settings: Settings,
  by: TrendGroup | undefined,
): string[] {
  const keys = [...series.keys()].filter((key) => by !== 'stage' || !['', 'won', 'lost'].includes(key));
  if (last === undefined || by === undefined) return keys;
  const rank = (stage: string) => {
    const at = settings.process.stages.findIndex(({ id }) => id === stage);
    return at < 0 ? Number.MAX_SAFE_INTEGER : at;
  };
  const open = grouped(openDeals(last), (row) => groupOf(row, by, settings));
  const value = (key: string) => (open.get(key) ?? []).reduce((sum, row) => sum + (row.value ?? 0), 0);
  return keys.sort((a, b) => (by === 'stage' ? rank(a) - rank(b) : value(b) - value(a)) || (a < b ? -1 : 1));
}
