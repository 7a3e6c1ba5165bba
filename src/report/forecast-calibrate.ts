// pipeline/forecast-calibrate/1: the configured probability of each stage against what happened, and what would fit.

import { type Day, epochDay } from '../base/day.ts';
import type { Period } from '../base/period.ts';
import { labelOf } from '../deal/process.ts';
import { FEWEST_DECIDED, type StageLife, stageRates, type Verdict } from '../forecast/calibrate.ts';
import type { DealHistory } from '../forecast/history.ts';
import type { Settings } from '../workspace/settings.ts';
import type { Basis } from './forecast-basis.ts';
import { stageNow } from './series-warnings.ts';

export interface CalibrateStage {
  readonly stage: string;
  readonly label: string;
  /** 0 to 1; null: none is, and its place in the process says `assumed`. */
  readonly configured: number | null;
  readonly assumed: number;
  readonly won: number;
  readonly decided: number;
  /** In or past it and still open: in no rate. */
  readonly open: number;
  readonly share: number | null;
  /** Wilson, 90 %. */
  readonly low: number | null;
  readonly high: number | null;
  readonly verdict: Verdict;
  readonly proposed: number | null;
}

export interface ForecastCalibrateView {
  readonly schema: 'pipeline/forecast-calibrate/1';
  /** Of the closings that count; null: all. */
  readonly period: string | null;
  readonly as_of: Day;
  readonly snapshots: number;
  /** Below that many decided deals nothing is proposed. */
  readonly fewest: number;
  readonly stages: readonly CalibrateStage[];
  /** Decided deals that none of these stages is known of. */
  readonly without_stage: number;
  /** The change of pipeline.yaml as a unified diff; '' for none. */
  readonly diff: string;
  readonly is_written: boolean;
}

export interface CalibrateAsked {
  readonly settings: Pick<Settings, 'process'>;
  readonly period: Period | undefined;
  readonly today: Day;
  /** The diff that the proposed shares make. */
  readonly diffOf: (shares: ReadonlyMap<string, number>) => string;
  readonly isWritten: boolean;
}

export function forecastCalibrateView(basis: Basis, asked: CalibrateAsked): ForecastCalibrateView {
  const { period } = asked;
  const { stages } = asked.settings.process;
  const { probability } = basis.settings;
  const decidedIn = period && { from: epochDay(period.from), to: epochDay(period.to) + 1 };
  const lives = basis.history.deals.flatMap((deal) => lifeOf(deal, basis, asked.settings));
  const rates = stageRates(new Map(stages.map(({ id }) => [id, probability(id)])), lives, decidedIn);
  const shares = new Map(
    rates.flatMap(({ stage, proposed }) => (proposed === undefined ? [] : [[stage, proposed] as const])),
  );
  return {
    schema: 'pipeline/forecast-calibrate/1',
    period: period?.name ?? null,
    as_of: asked.today,
    snapshots: basis.snapshots.used,
    fewest: FEWEST_DECIDED,
    stages: rates.map(({ stage, won, decided, open, interval, verdict, proposed }) => ({
      ...{ stage, label: labelOf(asked.settings.process, stage) },
      configured: stages.find(({ id }) => id === stage)?.probability ?? null,
      ...{ assumed: probability(stage), won, decided, open },
      share: decided === 0 ? null : won / decided,
      ...{ low: interval?.low ?? null, high: interval?.high ?? null },
      ...{ verdict, proposed: proposed ?? null },
    })),
    without_stage: lives.filter(
      (life) => life.outcome !== undefined && !stages.some(({ id }) => life.stages.has(id)),
    ).length,
    diff: shares.size === 0 ? '' : asked.diffOf(shares),
    is_written: asked.isWritten && shares.size > 0,
  };
}

/** The stages that snapshots saw, and those that the deal itself has on record; none of one that became another. */
function lifeOf(
  { id, states, endings }: DealHistory,
  { rows }: Basis,
  { process }: CalibrateAsked['settings'],
): StageLife[] {
  const row = rows.get(id);
  if (row !== undefined && row.mergedInto !== '') return [];
  const recorded = (row?.stages ?? []).map(({ stage }) => stageNow(stage, process));
  const ending = endings.at(-1);
  const outcome = ending === undefined || ending.outcome === 'open' ? undefined : ending.outcome;
  const stages = new Set([...states.map(({ stage }) => stage), ...recorded]);
  return [{ stages, outcome, closed: outcome === undefined ? undefined : ending?.on }];
}
