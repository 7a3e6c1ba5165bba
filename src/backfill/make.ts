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
    const snapshot = takeSnapshot({
      deals,
      archived,
      unreadable: unread
        .filter(({ id }) => isDealId(id))
        .map((one) => ({ ...one, previous: rowIn(last, one.id) })),
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
    yield { snapshot, settings };
    facts = foldSeries(facts, snapshot);
    last = snapshot;
  }
}

function rowIn(snapshot: Pick<Snapshot, 'deals' | 'archived'> | undefined, id: string): DealRow | undefined {
  const isSame = (row: DealRow) => row.id === id;
  return snapshot?.deals.find(isSame) ?? snapshot?.archived.find(isSame);
}
