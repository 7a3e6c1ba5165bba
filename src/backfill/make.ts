// Past states → snapshots, in order of their days: each is taken with what all those before it tell.

import type { Day } from '../base/day.ts';
import { dayOfName } from '../snapshot/names.ts';
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
export function* madeSnapshots(input: MakeInput): Generator<Made, void, undefined> {
  const { source } = input;
  let { facts } = input;
  const between = [...input.between];
  for (const day of input.days) {
    while (between[0] !== undefined && dayOfName(between[0]) < day)
      facts = foldSeries(facts, input.read(between.shift() ?? ''));
    const { deals, archived, settings, commit } = source.at(day);
    const before = facts;
    const snapshot = takeSnapshot({
      deals,
      archived,
      unreadable: [],
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
  }
}
