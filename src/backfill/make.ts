// Past states → snapshots, in order of their days: each is taken with what all those before it tell.

import type { Day } from '../base/day.ts';
import { isDealId } from '../deal/id.ts';
import { dayOfName } from '../snapshot/names.ts';
import type { DealRow } from '../snapshot/row.ts';
import { type FoldedSnapshot, foldSeries, type SeriesFacts } from '../snapshot/series.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { takeSnapshot } from '../snapshot/take.ts';
import { ratesOn } from '../workspace/rates.ts';
import type { Settings } from '../workspace/settings.ts';
import type { PastSource } from './source.ts';

export interface MakeInput {
  readonly source: PastSource;
  /** Ascending; of none of them is there a snapshot. */
  readonly days: readonly Day[];
  /** What the snapshots tell that lie before the first of the days. */
  readonly facts: SeriesFacts;
  /** The newest of these. */
  readonly last: FoldedSnapshot | undefined;
  /** Names of the snapshots that there are from then on, ascending. */
  readonly between: readonly string[];
  read(name: string): FoldedSnapshot;
  /** ISO instant with offset, at which it is made. */
  readonly takenAt: string;
  readonly toolVersion: string;
}

export interface Made {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  /** Ids of deals that could not be read then and that no snapshot before has: in no row. */
  readonly leftOut: readonly string[];
}

/** The snapshots, each made when it is asked for. @throws Failure `sum-too-large` */
export async function* madeSnapshots(input: MakeInput): AsyncGenerator<Made, void, undefined> {
  const { source } = input;
  let { facts } = input;
  let last = input.last;
  const between = [...input.between];
  for (const day of input.days) {
    while (between[0] !== undefined && dayOfName(between[0]) < day) {
      last = input.read(between.shift() ?? '');
      facts = foldSeries(facts, last);
    }
    const { deals, archived, unread, settings, commit } = await source.at(day);
    const before = facts;
    const rows = unread.length === 0 ? undefined : rowsById(last);
    const carried = unread.map((one) => ({ ...one, previous: rows?.get(one.id) }));
    const snapshot = takeSnapshot({
      deals,
      archived,
      unreadable: carried.filter(({ id }) => isDealId(id)),
      settings,
      rates: ratesOn(settings, day),
      series: () => before,
      today: day,
      name: day,
      takenAt: input.takenAt,
      toolVersion: input.toolVersion,
      commit,
      dirty: false,
      message: '',
      origin: source.origin,
      assumed: source.assumed,
    });
    const inRows = new Set([...snapshot.deals, ...snapshot.archived].map(({ id }) => id));
    yield { snapshot, settings, leftOut: unread.map(({ id }) => id).filter((id) => !inRows.has(id)) };
    facts = foldSeries(facts, snapshot);
    last = snapshot;
  }
}

/** One that stands in both places is among the deals. */
function rowsById(snapshot: FoldedSnapshot | undefined): Map<string, DealRow> {
  const all: readonly DealRow[] = [...(snapshot?.archived ?? []), ...(snapshot?.deals ?? [])];
  return new Map(all.map((row) => [row.id, row]));
}
