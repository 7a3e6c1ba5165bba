// What forecasts and backtests stand on: the history of a workspace as of a day, and the probabilities that are configured.

import { addDays, type Day, epochDay } from '../base/day.ts';
import { grouped } from '../base/grouped.ts';
import { digitsOf } from '../base/money.ts';
import type { Book } from '../book/book.ts';
import type { KeptPast } from '../book/kept-past.ts';
import { STAGE_NOT_KNOWN } from '../deal/deal.ts';
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
  /** What was made of past snapshots before; absent: nothing is kept. */
  readonly keptPast?: Book['keptPast'];
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
export function basesOf(facts: BasisFacts, { name, keys, keyOf, scopeOf }: Parting): Bases {
  const { settings, now, exported } = facts;
  const day = now === undefined ? facts.today : addDays(exported ?? facts.today, 1);
  const names = facts.names.filter((one) => addDays(lastDayOf(facts.header(one)), 1) <= day);
  const past = facts.keptPast?.({ names, before: epochDay(day) });
  const strand = (key: string) => strandOf(JSON.stringify([name, key]), settings, past);
  const whole = strand('');
  const parts = new Map(keys.map((key) => [key, strand(key)]));
  const all = [whole, ...parts.values()];
  const add = (snapshot: Snapshot, knows: (strand: Strand) => boolean) => {
    if (!knows(whole)) whole.builder.add(snapshot);
    if (parts.size === 0) return;
    const deals = grouped(snapshot.deals, keyOf);
    const archived = grouped(snapshot.archived, keyOf);
    for (const [key, part] of parts)
      if (!knows(part))
        part.builder.add({ ...snapshot, deals: deals.get(key) ?? [], archived: archived.get(key) ?? [] });
  };
  for (let at = Math.min(...all.map(({ resumed }) => resumed)); at < names.length; at++)
    add(facts.read(names[at] ?? ''), ({ resumed }) => at < resumed);
  for (const { kept, resumed, builder } of all) if (resumed < names.length) past?.fold(kept, builder.kept());
  // What stands now was known when it was exported: a snapshot of that day.
  if (now !== undefined) add(exported === undefined ? now : { ...now, on: exported }, () => false);
  const last = names.at(-1);
  const state = now ?? (last === undefined ? undefined : facts.read(last));
  const rows = new Map([...(state?.archived ?? []), ...(state?.deals ?? [])].map((row) => [row.id, row]));
  const of = ({ kept, builder }: Strand, scope: string, pool: History | undefined): Basis => {
    const history = builder.history(facts.today, settings.forecast.historySince);
    const probability = probabilities(settings.process.stages);
    const answers = past?.answers(kept);
    return {
      history,
      at: standOf(history, epochDay(day)),
      settings: { probability, scope, draws: DRAWS, ...(pool && { pool }), ...(answers && { answers }) },
      currency: settings.currency,
      digits: digitsOf(settings.currency),
      snapshots: {
        used: names.length - builder.otherCurrency,
        otherCurrency: builder.otherCurrency,
        last: now === undefined ? builder.last : undefined,
      },
      exported,
      byPlace: settings.process.stages.flatMap(({ id, probability: own }) => (own === undefined ? [id] : [])),
      rows,
    };
  };
  const ofAll = of(whole, '', undefined);
  const ofParts = [...parts].map(([key, part]) => [key, of(part, scopeOf(key), ofAll.history)] as const);
  return { whole: ofAll, parts: new Map(ofParts) };
}

/** What is being learned of all deals, or of a part of them. */
interface Strand {
  /** The name under which it is kept. */
  readonly kept: string;
  readonly builder: HistoryBuilder;
  /** So many snapshots it knew from before. */
  readonly resumed: number;
}

function strandOf(kept: string, settings: Settings, past: KeptPast | undefined): Strand {
  const builder = new HistoryBuilder({
    process: settings.process,
    rates: settings,
    listPrice: settings.forecast.listPrice.replace(/^custom\./, ''),
  });
  const folded = past?.folded(kept);
  if (folded !== undefined) builder.resume(folded.value);
  return { kept, builder, resumed: folded?.snapshots ?? 0 };
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

/** As configured; of a stage without one, by its place: of four stages 20, 40, 60 and 80 %. One not known may be any: their mean. */
function probabilities(stages: readonly StageSettings[]): StageProbability {
  const known = new Map(
    stages.map(({ id, probability }, at) => [id, probability ?? (at + 1) / (stages.length + 1)]),
  );
  const mean = [...known.values()].reduce((sum, one) => sum + one, 0) / Math.max(1, known.size);
  return (stage) => (stage === STAGE_NOT_KNOWN ? mean : (known.get(stage) ?? 1 / (stages.length + 1)));
}
