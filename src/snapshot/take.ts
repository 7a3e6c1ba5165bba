// Takes a snapshot: what the workspace's files say today as rows, with what the series of past ones adds.
// Pure: who reads the files, and whether the result is written or only looked at, is decided elsewhere.

import type { Day } from '../base/day.ts';
import { type Decimal, digitsOf, sumMinor } from '../base/money.ts';
import { type Deal, outcomeOf } from '../deal/deal.ts';
import type { PlanTarget, Settings } from '../workspace/settings.ts';
import { bareRow, type DealRow } from './row.ts';
import { pairFacts, type SeriesFacts } from './series.ts';
import type { Identity } from './series-pairs.ts';
import type { Snapshot, StageTotal, TargetRecord } from './snapshot.ts';
import { minorValue, takeRow, wellFormed } from './take-row.ts';

/** A deal whose file could not be read. */
export interface UnreadableDeal {
  readonly id: string;
  /** Why, in one line. */
  readonly problem: string;
  /** Its row in the newest snapshot, among the deals or in the archive. */
  readonly previous?: DealRow | undefined;
  /** The reporting currency of that snapshot; left out: today's. */
  readonly previousCurrency?: string | undefined;
  /** Where the file lies in the archive: its folder there. */
  readonly folder?: string | undefined;
}

export interface TakeInput {
  readonly deals: readonly Deal[];
  readonly archived: readonly { readonly deal: Deal; readonly folder: string }[];
  readonly unreadable: readonly UnreadableDeal[];
  readonly settings: Settings;
  /** In force today: ratesOn(settings, today). */
  readonly rates: Readonly<Record<string, Decimal>>;
  /** Of all snapshots before this one. */
  readonly series: SeriesFacts;
  readonly today: Day;
  readonly name: string;
  /** ISO instant with offset. */
  readonly takenAt: string;
  readonly toolVersion: string;
  readonly commit: string;
  readonly dirty: boolean;
  readonly message: string;
}

/**
 * The snapshot. An unreadable deal stands as in the newest snapshot, with its problem; one that no snapshot
 * has is left out, or a bare id where it lies in the archive. Values without a rate are undefined: whoever
 * writes the snapshot asks `ratesMissing` first.
 * @throws Failure `sum-too-large`
 */
export function takeSnapshot(input: TakeInput): Snapshot {
  const { settings, series, rates, today } = input;
  const digits = digitsOf(settings.currency);
  const facts = pairFacts(series, identities(input));
  const row = (deal: Deal) => takeRow(deal, { facts: facts.get(deal.id), settings, rates, digits, today });
  const deals = input.deals.map(row);
  const archived = input.archived.map(({ deal, folder }) => ({ ...row(deal), archived: folder }));
  for (const unreadable of input.unreadable) {
    const carried = carriedRow(unreadable, settings, (kept) =>
      minorValue(kept.amount, kept.currency, { rates, digits }),
    );
    if (unreadable.folder !== undefined) archived.push({ ...carried, archived: unreadable.folder });
    else if (unreadable.previous !== undefined) deals.push(carried);
  }
  deals.sort(byId);
  archived.sort(byId);
  return {
    name: input.name,
    on: today,
    takenAt: input.takenAt,
    toolVersion: input.toolVersion,
    commit: input.commit,
    dirty: input.dirty,
    origin: 'taken',
    assumed: [],
    message: wellFormed(input.message),
    process: {
      version: settings.process.version,
      since: settings.process.since,
      stages: settings.process.stages.map(({ id, label, was }) => ({ id, label, was })),
    },
    reportingCurrency: settings.currency,
    digits,
    rates: ratesUsed(rates, settings.currency, deals, archived),
    targets: targetsInForce(settings.plan.targets, today),
    totals: totalsByStage(
      deals,
      settings.process.stages.map(({ id }) => id),
    ),
    deals,
    archived,
  };
}

/** Who is there now, to be paired with whom the series knows. */
function identities(input: TakeInput): Identity[] {
  const all = [...input.deals, ...input.archived.map(({ deal }) => deal)];
  return [
    ...all.map((deal) => ({
      id: deal.id,
      was: deal.was,
      source: deal.source === undefined ? '' : wellFormed(`${deal.source.system}:${deal.source.id}`),
    })),
    ...input.unreadable.map(({ id, previous }) => ({ id, was: '', source: previous?.source ?? '' })),
  ];
}

/**
 * The row of an unreadable deal: it stands as it stood, at the value that it had, so that what one diff closes
 * with the next one opens with. Only where the reporting currency has changed is the value a new one.
 */
function carriedRow(
  { id, problem, previous, previousCurrency = '' }: UnreadableDeal,
  settings: Settings,
  valueToday: (row: DealRow) => number | undefined,
): DealRow {
  if (previous === undefined) return bareRow(id, settings.currency, wellFormed(problem));
  const kept = previousCurrency === '' || previousCurrency === settings.currency;
  const row: DealRow & { archived?: string } = {
    ...previous,
    id,
    value: kept ? previous.value : valueToday(previous),
    problem: wellFormed(problem),
    custom: Object.fromEntries(
      settings.snapshotCustom.map((key) => [key, new Map(Object.entries(previous.custom)).get(key) ?? '']),
    ),
  };
  delete row.archived;
  return row;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function ratesUsed(
  rates: Readonly<Record<string, Decimal>>,
  reporting: string,
  ...files: readonly (readonly DealRow[])[]
): Record<string, Decimal> {
  const used = new Set([reporting]);
  for (const rows of files) for (const row of rows) used.add(row.currency);
  return Object.fromEntries(
    [...used].sort().flatMap((currency) => {
      const rate = Object.hasOwn(rates, currency) ? rates[currency] : undefined;
      return rate === undefined ? [] : [[currency, rate] as const];
    }),
  );
}

/**
 * Deals and value of each stage: the process's in order, then stages that it lacks, then won and lost.
 * @throws Failure `sum-too-large`
 */
export function totalsByStage(rows: readonly DealRow[], process: readonly string[]): StageTotal[] {
  const byStage = new Map<string, DealRow[]>(process.map((stage) => [stage, []]));
  const outcomes = new Map<string, DealRow[]>([
    ['won', []],
    ['lost', []],
  ]);
  for (const row of rows) {
    const group = outcomeOf(row.stage) === 'open' ? byStage : outcomes;
    const stage = group.get(row.stage);
    if (stage === undefined) group.set(row.stage, [row]);
    else stage.push(row);
  }
  return [...byStage, ...outcomes].map(([stage, of]) => ({
    stage,
    deals: of.length,
    value: sumMinor(of.map(({ value }) => value ?? 0)),
  }));
}

/** Of the targets for the same thing, the one with the latest `since` not after the day; later lines win ties. */
export function targetsInForce(targets: readonly PlanTarget[], on: Day): TargetRecord[] {
  const inForce = new Map<string, PlanTarget>();
  for (const target of targets) {
    if (target.since !== undefined && target.since > on) continue;
    const { period, owner, group, stage, segment, currency } = target;
    const key = JSON.stringify([period, owner, group, stage, segment, currency]);
    const held = inForce.get(key);
    if (held?.since === undefined || (target.since !== undefined && target.since >= held.since)) {
      inForce.set(key, target);
    }
  }
  return [...inForce.values()].map(({ period, target, since, ...scope }) => ({
    period,
    ...(scope.owner === '' ? {} : { owner: scope.owner }),
    ...(scope.group === '' ? {} : { group: scope.group }),
    ...(scope.stage === '' ? {} : { stage: scope.stage }),
    ...(scope.segment === '' ? {} : { segment: scope.segment }),
    ...(scope.currency === '' ? {} : { currency: scope.currency }),
    target,
    since,
  }));
}

/** An open or won deal, archived ones too, counts money: without a rate nothing can be added up. */
export interface MissingRate {
  readonly currency: string;
  /** Ids, ascending. */
  readonly deals: readonly string[];
}

/** The currencies of open or won deals, among the deals and in the archive, that have no rate; by currency. */
export function ratesMissing(snapshot: Pick<Snapshot, 'deals' | 'archived' | 'rates'>): MissingRate[] {
  const missing = new Map<string, string[]>();
  for (const row of [...snapshot.deals, ...snapshot.archived]) {
    if (row.stage === '' || row.stage === 'lost' || Object.hasOwn(snapshot.rates, row.currency)) continue;
    const ids = missing.get(row.currency);
    if (ids === undefined) missing.set(row.currency, [row.id]);
    else ids.push(row.id);
  }
  return [...missing]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, deals]) => ({ currency, deals: deals.sort() }));
}
