// The metrics of a trend: what each is of, and how it is read off a point of the series.

import { Failure } from '../base/failure.ts';
import { type Decimal, fromMinor, sumMinor } from '../base/money.ts';
import { didYouMean } from '../base/nearest.ts';
import type { Period } from '../base/period.ts';
import { said } from '../base/said.ts';
import { outcomeOf } from '../deal/deal.ts';
import type { Findings } from '../freshness/finding.ts';
import { freshnessIndexOf } from '../freshness/freshness-index.ts';
import type { StepCounts } from '../movement/rates.ts';
import { isDue } from '../movement/scope.ts';
import { multiplierOf } from '../plan/multiplier.ts';
import type { DealRow } from '../snapshot/row.ts';
import { medianDays } from '../snapshot/stage-days.ts';
import type { Message } from '../words/message.ts';
import type { Settings } from '../workspace/settings.ts';

/** A point of one group: its rows in the snapshot, and the step that led there. */
export interface TrendPoint {
  readonly deals: readonly DealRow[];
  readonly archived: readonly DealRow[];
  readonly digits: number;
  /** What the index's rules find among the open ones. */
  readonly found: Findings;
  readonly settings: Settings;
  /** The quarter of its day. */
  readonly quarter: Period;
  /** The whole workspace's target for it, in minor units; undefined: none, or the point is of a group. */
  readonly target: number | undefined;
  /** Whether the amounts, and in the step the amounts and close dates at both ends, are known of all open deals. */
  readonly knows: {
    readonly amounts: boolean;
    readonly amountsMoved: boolean;
    readonly closesMoved: boolean;
  };
  /** From the point before; undefined for the first. */
  readonly step: StepCounts | undefined;
}

/** Per metric: null where there is nothing that it could be of. */
export type MetricValue =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'money'; readonly amount: Decimal }
  | { readonly kind: 'number'; readonly number: number }
  /** The target is met: nothing is left to cover. */
  | { readonly kind: 'met' }
  /** `of`: what the share is of; a share over nothing is null. Of freshness also for how many `stale` was judged. */
  | {
      readonly kind: 'share';
      readonly share: number | null;
      readonly count: number;
      readonly of: number;
      readonly judged?: number;
    }
  | null;

interface Metric {
  /** As a heading. */
  readonly title: Message;
  /** What it is, in a sentence. */
  readonly text: string;
  read(point: TrendPoint): MetricValue;
}

/** By the name that a person gives it, in the order in which all are shown. */
export const METRICS = {
  'open-count': {
    title: 'Open deals',
    text: 'deals that are open',
    read: ({ deals }) => ({ kind: 'count', count: deals.filter(isOpen).length }),
  },
  'open-value': {
    title: 'Open value',
    text: 'what they are worth, in the reporting currency',
    read: ({ deals, digits, knows }) =>
      knows.amounts ? { kind: 'money', amount: fromMinor(worth(deals.filter(isOpen)), digits) } : null,
  },
  coverage: {
    title: 'Coverage (MP)',
    text: 'open value due in the quarter ÷ what is left of its target, or all of it: the plan multiplier',
    read: coverage,
  },
  freshness: {
    title: 'Fresh, by value',
    text: 'share of open value whose deal shows no finding of the rules behind the index, with the number of such deals',
    read({ deals, found, settings }) {
      const { byValue, fresh, open, staleJudged } = freshnessIndexOf(found, settings)(deals.filter(isOpen));
      const judged = staleJudged.count;
      return { kind: 'share', share: byValue ?? null, count: fresh.count, of: open.count, judged };
    },
  },
  'slip-rate': {
    title: 'Slipped',
    text: 'deals that slipped ÷ deals that were open',
    read: ({ step, knows }) => (step && knows.closesMoved ? rate(step.slipped, step.open) : null),
  },
  'slip-days': {
    title: 'Median slip, days',
    text: 'median of the days by which they slipped',
    read: ({ step, knows }) => number(step && knows.closesMoved ? medianDays(step.slipDays) : undefined),
  },
  'shrink-rate': {
    title: 'Shrunk',
    text: 'deals that shrank ÷ deals that were open',
    read: ({ step, knows }) => (step && knows.amountsMoved ? rate(step.shrunk, step.open) : null),
  },
  'regress-rate': {
    title: 'Went back',
    text: 'deals that went back a stage ÷ deals that were open, in a stage that is known',
    read: ({ step }) => step && rate(step.regressed, step.staged),
  },
  'skip-rate': {
    title: 'Skipped a stage',
    text: 'deals that jumped over a stage ÷ deals that were open, in a stage that is known',
    read: ({ step }) => step && rate(step.skipped, step.staged),
  },
  'drop-out-rate': {
    title: 'Dropped out',
    text: 'deals that were lost or removed ÷ deals that were open',
    read: ({ step }) => step && rate(step.droppedOut, step.open),
  },
  'win-rate': {
    title: 'Won',
    text: 'deals won ÷ deals won or lost',
    read: ({ step }) => step && rate(step.won, step.won + step.lost),
  },
  'late-entry-share': {
    title: 'Entered late',
    text: 'new deals first recorded beyond the first stage ÷ new deals whose first stage is known',
    read: ({ step }) => step && rate(step.enteredLate, step.entered),
  },
} as const satisfies Readonly<
  Record<string, { title: Message; text: string; read(point: TrendPoint): MetricValue | undefined }>
>;

export type MetricId = keyof typeof METRICS;
export const METRIC_IDS = Object.keys(METRICS) as readonly MetricId[];

/** @throws Failure `usage` with "did you mean" where there is no such metric */
export function metricNamed(word: string): MetricId {
  const found = METRIC_IDS.find((id) => id === word);
  if (found !== undefined) return found;
  throw new Failure('usage', said('There is no metric "{word}".', { word }), {
    hint: didYouMean(word, METRIC_IDS, said('Metrics: {metric_ids}.', { metric_ids: METRIC_IDS.join(', ') })),
  });
}

/** The metric at a point; null where there is nothing that it could be of. */
export function metricAt(id: MetricId, point: TrendPoint): MetricValue {
  const metric: Metric | { read(of: TrendPoint): MetricValue | undefined } = METRICS[id];
  return metric.read(point) ?? null;
}

function isOpen({ stage }: DealRow): boolean {
  return stage !== '' && outcomeOf(stage) === 'open';
}

function worth(rows: readonly DealRow[]): number {
  return sumMinor(rows.map(({ value }) => value ?? 0));
}

function rate(count: number, of: number): MetricValue {
  return { kind: 'share', share: of === 0 ? null : count / of, count, of };
}

function number(of: number | undefined): MetricValue {
  return of === undefined ? null : { kind: 'number', number: of };
}

/** Rounded to two decimals, as it is shown. */
function coverage({ deals, archived, quarter, target, knows, settings }: TrendPoint): MetricValue {
  if (target === undefined || !knows.amounts) return null;
  const due = (rows: readonly DealRow[]) => rows.filter(({ close }) => isDue(quarter, close));
  const won = [...deals, ...archived].filter(({ stage, mergedInto }) => stage === 'won' && mergedInto === '');
  const sums = { target, won: worth(due(won)), due: worth(due(deals).filter(isOpen)) };
  const multiplier = multiplierOf(sums, settings.plan.multiplier);
  if (multiplier === 'met') return { kind: 'met' };
  return number(multiplier === undefined ? undefined : Math.round(multiplier * 100) / 100);
}
