// What forecasts and backtests stand on: the history of a workspace as of a day, and the probabilities that are configured.

import { addDays, type Day, epochDay } from '../base/day.ts';
import { digitsOf } from '../base/money.ts';
import type { StageProbability } from '../forecast/fit.ts';
import type { ForecasterSettings } from '../forecast/forecaster.ts';
import type { History } from '../forecast/history.ts';
import { standOf } from '../forecast/known.ts';
import { lastDayOf } from '../snapshot/origin.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { Snapshot, SnapshotHeader } from '../snapshot/snapshot.ts';
import type { Settings, StageSettings } from '../workspace/settings.ts';
import { HistoryBuilder } from './forecast-history.ts';

export interface BasisFacts {
  readonly settings: Settings;
  /** Names of snapshots, ascending. */
  readonly names: readonly string[];
  header(name: string): Pick<SnapshotHeader, 'on' | 'origin'>;
  read(name: string): Snapshot;
  /** What stands at the end of today; absent: the forecast stands at the start of a day of the past. */
  readonly now: Snapshot | undefined;
  readonly today: Day;
}

export interface Basis {
  readonly history: History;
  /** At whose start the forecast stands: tomorrow for the end of today, else the day after the last snapshot. Counted from 1970-01-01. */
  readonly at: number;
  readonly settings: ForecasterSettings;
  readonly currency: string;
  readonly digits: number;
  readonly snapshots: {
    readonly used: number;
    readonly otherCurrency: number;
    /** The one that it stands on; undefined: on the working set. */
    readonly last: string | undefined;
  };
  /** Open stages without a probability in pipeline.yaml: their place in the process stands in. */
  readonly byPlace: readonly string[];
  /** The last row of each deal that was read. */
  readonly rows: ReadonlyMap<string, DealRow>;
}

const DRAWS = 2000;

/**
 * Reads the snapshots of before the day, and nothing else; with `now`, what stands at its end.
 * @param scope names the part of the deals, '' for all: it has chance of its own
 * @throws Failure `snapshot-damaged`, `newer-format`
 */
export function basisOf(facts: BasisFacts, scope: string, isChosen: (row: DealRow) => boolean): Basis {
  const { settings, today, now } = facts;
  const day = now === undefined ? today : addDays(today, 1);
  const { historySince, listPrice } = settings.forecast;
  const builder = new HistoryBuilder({
    process: settings.process,
    rates: settings,
    listPrice: listPrice.replace(/^custom\./, ''),
    isChosen,
  });
  const rows = new Map<string, DealRow>();
  const add = (snapshot: Snapshot, isLast: boolean) => {
    builder.add(snapshot);
    if (isLast) for (const row of [...snapshot.archived, ...snapshot.deals]) rows.set(row.id, row);
  };
  const names = facts.names.filter((name) => addDays(lastDayOf(facts.header(name)), 1) <= day);
  for (const name of names) add(facts.read(name), now === undefined && name === names.at(-1));
  if (now !== undefined) add(now, true);
  const history = builder.history(today, historySince);
  return {
    history,
    at: standOf(history, epochDay(day)),
    settings: { probability: probabilities(settings.process.stages), scope, draws: DRAWS },
    currency: settings.currency,
    digits: digitsOf(settings.currency),
    snapshots: {
      used: names.length - builder.otherCurrency,
      otherCurrency: builder.otherCurrency,
      last: now === undefined ? builder.last : undefined,
    },
    byPlace: settings.process.stages.flatMap(({ id, probability }) =>
      probability === undefined ? [id] : [],
    ),
    rows,
  };
}

/** As configured; of a stage without one, by its place: of four stages 20, 40, 60 and 80 %. */
function probabilities(stages: readonly StageSettings[]): StageProbability {
  const known = new Map(
    stages.map(({ id, probability }, at) => [id, probability ?? (at + 1) / (stages.length + 1)]),
  );
  return (stage) => known.get(stage) ?? 1 / (stages.length + 1);
}
