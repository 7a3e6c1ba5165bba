// What forecasts and backtests stand on: the history of a workspace as of a day, and the probabilities that are configured.

import { addDays, type Day, epochDay } from '../base/day.ts';
import { grouped } from '../base/grouped.ts';
import { digitsOf } from '../base/money.ts';
import type { Book } from '../book/book.ts';
import type { StageProbability } from '../forecast/fit.ts';
import type { ForecasterSettings } from '../forecast/forecaster.ts';
import type { History } from '../forecast/history.ts';
import { standOf } from '../forecast/known.ts';
import { lastDayOf } from '../snapshot/origin.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { Snapshot, SnapshotHeader } from '../snapshot/snapshot.ts';
import type { Settings, StageSettings } from '../workspace/settings.ts';
import { HistoryBuilder } from './forecast-history.ts';
import type { Grouping } from './groups.ts';

export interface BasisFacts {
  readonly settings: Settings;
  /** Names of snapshots, ascending. */
  readonly names: readonly string[];
  header(name: string): Pick<SnapshotHeader, 'on' | 'origin'>;
  read(name: string): Snapshot;
  /** What stands at the end of today; absent: the forecast stands at the start of a day of the past. */
  readonly now: Snapshot | undefined;
  /** In a mirror the day of the newest export, where that is before today: what stands now is what was known then. */
  readonly exported: Day | undefined;
  readonly today: Day;
  /** What was found out of the past before, of one scope; absent: nothing. */
  readonly answers?: Book['answers'];
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
  /** The export that it stands on, where that is of before today. */
  readonly exported: Day | undefined;
  /** Open stages without a probability in pipeline.yaml: their place in the process stands in. */
  readonly byPlace: readonly string[];
  /** The last row of each deal that was read. */
  readonly rows: ReadonlyMap<string, DealRow>;
}

const DRAWS = 2000;

/**
 * Reads the snapshots of before the day, and nothing else; with `now`, what stands at its end.
 * @param scope names the part of the deals, '' for all: it has chance of its own, and all deals to learn from
 * @throws Failure `snapshot-damaged`, `newer-format`
 */
export function basisOf(facts: BasisFacts, scope: string, isChosen: (row: DealRow) => boolean): Basis {
  const keyOf = (row: DealRow) => (isChosen(row) ? scope : undefined);
  const keys = scope === '' ? [] : [scope];
  const { whole, parts } = basesOf(facts, { name: '', keys, keyOf, scopeOf: () => scope });
  return parts.get(scope) ?? whole;
}

export interface Parting {
  /** What the deals are parted by; '' for one part of them. */
  readonly name: string;
  readonly keys: readonly string[];
  /** Undefined: in no part. */
  keyOf(row: DealRow): string | undefined;
  /** What names the part where chance is drawn. */
  scopeOf(key: string): string;
}

export interface Bases {
  readonly whole: Basis;
  /** By key, in the order of the keys. */
  readonly parts: ReadonlyMap<string, Basis>;
}

/** The basis of all deals and of each part of them, by one reading of the snapshots. @throws as basisOf */
export function basesOf(facts: BasisFacts, { name: parting, keys, keyOf, scopeOf }: Parting): Bases {
  const { settings, now, exported } = facts;
  const day = now === undefined ? facts.today : addDays(exported ?? facts.today, 1);
  const builder = () =>
    new HistoryBuilder({
      process: settings.process,
      rates: settings,
      listPrice: settings.forecast.listPrice.replace(/^custom\./, ''),
    });
  const whole = builder();
  const builders = new Map(keys.map((key) => [key, builder()]));
  const rows = new Map<string, DealRow>();
  const add = (snapshot: Snapshot, isLast: boolean) => {
    whole.add(snapshot);
    if (builders.size > 0) {
      const deals = grouped(snapshot.deals, keyOf);
      const archived = grouped(snapshot.archived, keyOf);
      for (const [key, part] of builders)
        part.add({ ...snapshot, deals: deals.get(key) ?? [], archived: archived.get(key) ?? [] });
    }
    if (isLast) for (const row of [...snapshot.archived, ...snapshot.deals]) rows.set(row.id, row);
  };
  const names = facts.names.filter((name) => addDays(lastDayOf(facts.header(name)), 1) <= day);
  for (const name of names) add(facts.read(name), now === undefined && name === names.at(-1));
  // What stands now was known when it was exported: a snapshot of that day.
  if (now !== undefined) add(exported === undefined ? now : { ...now, on: exported }, true);
  const of = (part: HistoryBuilder, key: string, scope: string, pool: History | undefined): Basis => {
    const history = part.history(facts.today, settings.forecast.historySince);
    const probability = probabilities(settings.process.stages);
    const answers = facts.answers?.(JSON.stringify([parting, key]), { names, before: epochDay(day) });
    return {
      history,
      at: standOf(history, epochDay(day)),
      settings: { probability, scope, draws: DRAWS, ...(pool && { pool }), ...(answers && { answers }) },
      currency: settings.currency,
      digits: digitsOf(settings.currency),
      snapshots: {
        used: names.length - part.otherCurrency,
        otherCurrency: part.otherCurrency,
        last: now === undefined ? part.last : undefined,
      },
      exported,
      byPlace: settings.process.stages.flatMap(({ id, probability: own }) => (own === undefined ? [id] : [])),
      rows,
    };
  };
  const all = of(whole, '', '', undefined);
  const parts = [...builders].map(([key, part]) => [key, of(part, key, scopeOf(key), all.history)] as const);
  return { whole: all, parts: new Map(parts) };
}

/** All deals, and each group of them that the newest rows know, by one reading. @throws as basisOf */
export function groupedBases(facts: BasisFacts, { name, keyOf }: Grouping): Bases {
  const last = facts.names.at(-1);
  const state = facts.now ?? (last === undefined ? undefined : facts.read(last));
  const rows = [...(state?.archived ?? []), ...(state?.deals ?? [])].filter(({ problem }) => problem === '');
  return basesOf(facts, {
    name,
    keys: [...new Set(rows.map(keyOf))].sort(),
    keyOf,
    // Named as `--owner` names it, so that both have the same chance.
    scopeOf: (key) => (name === 'owner' ? key : `${name}=${key}`),
  });
}

/** As configured; of a stage without one, by its place: of four stages 20, 40, 60 and 80 %. */
function probabilities(stages: readonly StageSettings[]): StageProbability {
  const known = new Map(
    stages.map(({ id, probability }, at) => [id, probability ?? (at + 1) / (stages.length + 1)]),
  );
  return (stage) => known.get(stage) ?? 1 / (stages.length + 1);
}
