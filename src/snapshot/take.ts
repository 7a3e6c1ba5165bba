// Takes a snapshot: what the workspace's files say today as rows, with what the series of past ones adds.
// Pure: who reads the files, and whether the result is written or only looked at, is decided elsewhere.

import type { Day } from '../base/day.ts';
import { type Decimal, digitsOf } from '../base/money.ts';
import type { Deal } from '../deal/deal.ts';
import type { Settings } from '../workspace/settings.ts';
import { type ArchivedRow, bareRow, copyOf, type DealRow } from './row.ts';
import { pairFacts, type SeriesFacts } from './series.ts';
import type { Identity } from './series-pairs.ts';
import type { Snapshot } from './snapshot.ts';
import { minorValue, type RowContext, takeRow, wellFormed } from './take-row.ts';
import { targetsInForce } from './targets.ts';
import { totalsByStage } from './totals.ts';

/** A deal whose file could not be read. */
export interface UnreadableDeal {
  readonly id: string;
  /** Why, in one line. */
  readonly problem: string;
  /** Its row in the newest snapshot, among the deals or in the archive. */
  readonly previous?: DealRow | undefined;
  /** Where the file lies in the archive: its folder there. */
  readonly folder?: string | undefined;
}

export interface TakeInput {
  readonly deals: readonly Deal[];
  readonly archived: readonly { readonly deal: Deal; readonly folder: string }[];
  readonly unreadable: readonly UnreadableDeal[];
  /** The rows of further deals, taken before and still the same; each list sorted by id. */
  readonly known?: { readonly deals: readonly DealRow[]; readonly archived: readonly ArchivedRow[] };
  readonly settings: Settings;
  /** In force today: ratesOn(settings, today). */
  readonly rates: Readonly<Record<string, Decimal>>;
  /** Of all snapshots before this one; asked for only where a row has to be taken. */
  series(): SeriesFacts;
  readonly today: Day;
  readonly name: string;
  /** ISO instant with offset. */
  readonly takenAt: string;
  readonly toolVersion: string;
  readonly commit: string;
  readonly dirty: boolean;
  readonly message: string;
  /** How it is made, where it is not taken: `backfill-…`. */
  readonly origin?: string;
  /** Columns that are today's in a backfilled one. */
  readonly assumed?: readonly string[];
}

/**
 * The snapshot. An unreadable deal stands as in the newest snapshot, with its problem and at today's rate; one that
 * no snapshot has is left out, or a bare id where it lies in the archive. Values without a rate are undefined: whoever
 * writes the snapshot asks `ratesMissing` first.
 * @throws Failure `sum-too-large`
 */
export function takeSnapshot(input: TakeInput): Snapshot {
  const { known = NO_ROWS } = input;
  const isKnown = input.deals.length + input.archived.length + input.unreadable.length === 0;
  return snapshotOf(input, isKnown ? known : takeRows(input, known));
}

type Rows = NonNullable<TakeInput['known']>;

const NO_ROWS: Rows = { deals: [], archived: [] };

function takeRows(input: TakeInput, known: Rows): Rows {
  const { settings, rates, today } = input;
  const digits = digitsOf(settings.currency);
  const facts = pairFacts(input.series(), identities(input, known));
  const context = { settings, rates, digits, today };
  const row = (deal: Deal) => takeRow(deal, { ...context, facts: facts.get(deal.id) });
  const deals = [...known.deals, ...input.deals.map(row)];
  const archived = [
    ...known.archived,
    ...input.archived.map(({ deal, folder }) => ({ ...row(deal), archived: folder })),
  ];
  for (const unreadable of input.unreadable) {
    const carried = carriedRow(unreadable, context);
    if (unreadable.folder !== undefined) archived.push({ ...carried, archived: unreadable.folder });
    else if (unreadable.previous !== undefined) deals.push(carried);
  }
  return { deals: deals.sort(byId), archived: archived.sort(byId) };
}

function snapshotOf(input: TakeInput, { deals, archived }: Rows): Snapshot {
  const { settings, rates, today } = input;
  let used: Snapshot['rates'] | undefined;
  let totals: Snapshot['totals'] | undefined;
  return {
    name: input.name,
    on: today,
    takenAt: input.takenAt,
    toolVersion: input.toolVersion,
    commit: input.commit,
    dirty: input.dirty,
    origin: input.origin ?? 'taken',
    assumed: input.assumed ?? [],
    message: wellFormed(input.message),
    process: {
      version: settings.process.version,
      since: settings.process.since,
      stages: settings.process.stages.map(({ id, label, was }) => ({ id, label, was })),
    },
    reportingCurrency: settings.currency,
    digits: digitsOf(settings.currency),
    // What looks at all rows is looked for when it is asked for.
    get rates() {
      used ??= ratesUsed(rates, settings.currency, deals, archived);
      return used;
    },
    targets: targetsInForce(settings.plan.targets, today),
    get totals() {
      totals ??= totalsByStage(
        deals,
        settings.process.stages.map(({ id }) => id),
      );
      return totals;
    },
    deals,
    archived,
  };
}

/** Who is there now, to be paired with whom the series knows. */
function identities(input: TakeInput, known: Rows): Identity[] {
  const all = [...input.deals, ...input.archived.map(({ deal }) => deal)];
  return [
    ...known.deals,
    ...known.archived,
    ...all.map((deal) => ({
      id: deal.id,
      was: deal.was,
      source: deal.source === undefined ? '' : wellFormed(`${deal.source.system}:${deal.source.id}`),
    })),
    ...input.unreadable.map(({ id, previous }) => ({ id, was: '', source: previous?.source ?? '' })),
  ];
}

/** The row of an unreadable deal: it stands as it stood, worth what its amount is worth today. */
function carriedRow({ id, problem, previous }: UnreadableDeal, context: Omit<RowContext, 'facts'>): DealRow {
  const { settings } = context;
  const known = new Map(Object.entries(previous?.custom ?? {}));
  const custom = Object.fromEntries(settings.snapshotCustom.map((key) => [key, known.get(key) ?? '']));
  if (previous === undefined) return { ...bareRow(id, settings.currency, wellFormed(problem)), custom };
  const row: DealRow & { archived?: string } = {
    ...copyOf(previous),
    id,
    value: minorValue(previous.amount, previous.currency, context),
    problem: wellFormed(problem),
    custom,
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
