// A draw from a snapshot: the strata, the sample of each, and the record of it that a sheet keeps. Who draws again from
// what a sheet says gets the same.

import { compareText } from '../base/compare-text.ts';
import { addDays, type Day, daysBetween } from '../base/day.ts';
import { fromMinor, sumMinor } from '../base/money.ts';
import type { Outcome } from '../deal/deal.ts';
import { idsOf } from '../deal/former-ids.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { SampleSize } from '../workspace/settings.ts';
import { drawSample } from './draw.ts';
import type { StratumSample } from './sample.ts';
import type { OwnerName, SheetDraw, SheetPick, SheetStratum } from './sheet.ts';
import { type ClosedSince, type Stratum, stratumOf } from './strata.ts';
import { SAMPLER } from './stream.ts';

/** What was asked for. */
export interface DrawRequest
  extends Pick<
    SheetDraw,
    'on' | 'workspace' | 'owner' | 'team' | 'seed' | 'weighted' | 'most' | 'notAgainWithin'
  > {
  readonly closed: ClosedSince;
  readonly strata: readonly (SampleSize & { readonly stratum: Outcome })[];
}

/** What it takes to carry that out, beside the deals. */
export interface DrawMeans {
  /** The owner's key, one for all names that deals have for them. */
  ownerKey(owner: string): string;
  /** Ids, as they were then, of the deals reviewed lately. */
  readonly reviewed: ReadonlySet<string>;
}

export interface DrawnStratum {
  readonly size: SampleSize;
  readonly from: Stratum;
  readonly sample: StratumSample;
  /** Every deal of it, by id. */
  readonly rows: ReadonlyMap<string, DealRow>;
}

export interface Drawing {
  readonly request: DrawRequest;
  readonly strata: readonly DrawnStratum[];
  /** Where owners matter, as the record has them; by name. */
  readonly names: readonly OwnerName[];
  /** How many more deals there would be, had there been the time. */
  readonly cut: number;
}

/** @throws Failure `usage` where every owner is to get a deal and there is no time for that */
export function drawFrom(
  state: Pick<Snapshot, 'deals' | 'archived'>,
  request: DrawRequest,
  { ownerKey, reviewed }: DrawMeans,
): Drawing {
  const { owner, closed, strata: sizes, team } = request;
  const isMine = (row: DealRow) => owner === undefined || ownerKey(row.owner) === owner;
  const strata = sizes.map(({ stratum, ...size }) => {
    const from = stratumOf(state, stratum, closed, isMine);
    return { size, from, rows: new Map(from.rows.map((row) => [row.id, row])) };
  });
  const rowOf = (id: string) => strata.map(({ rows }) => rows.get(id)).find((row) => row !== undefined);
  const wasReviewed = (row: DealRow) => idsOf(row).some((id) => reviewed.has(id));
  const { strata: samples, cut } = drawSample({
    ...request,
    strata: strata.map(({ size, from }) => ({ stratum: from.stratum, deals: from.rows, size })),
    reviewed: new Set(strata.flatMap(({ from }) => from.rows.filter(wasReviewed).map(({ id }) => id))),
    ownerOf: team ? (id) => ownerKey(rowOf(id)?.owner ?? '') : undefined,
  });
  return {
    request,
    names: owner === undefined && !team ? [] : namesIn(state, ownerKey),
    strata: strata.flatMap((stratum, at) => {
      const sample = samples[at];
      return sample === undefined ? [] : [{ ...stratum, sample }];
    }),
    cut,
  };
}

/** The names that are not the key of their owner. */
function namesIn(
  { deals, archived }: Pick<Snapshot, 'deals' | 'archived'>,
  ownerKey: DrawMeans['ownerKey'],
): OwnerName[] {
  const names = new Set([...deals, ...archived].map(({ owner }) => owner));
  return [...names]
    .map((name) => ({ name, owner: ownerKey(name) }))
    .filter(({ name, owner }) => name !== owner)
    .sort((a, b) => compareText(a.name, b.name));
}

/** The draw as a sheet records it. @throws Failure `sum-too-large` */
export function recordOf(
  { request, names, strata }: Drawing,
  snapshot: SheetDraw['snapshot'],
  { reportingCurrency, digits }: Pick<Snapshot, 'reportingCurrency' | 'digits'>,
): SheetDraw {
  return {
    ...request,
    names,
    snapshot,
    sampler: SAMPLER.version,
    currency: reportingCurrency,
    strata: strata.map(
      ({ size, sample, rows }): SheetStratum => ({
        stratum: sample.stratum,
        largest: size.largest,
        random: size.random,
        population: sample.population,
        excluded: sample.excluded,
        drawnFrom: sample.drawnFrom,
        drawnFromValue: fromMinor(sumMinor(sample.drawnFromValues), digits),
        picked: sample.picked.flatMap(({ id, why, rank, probability, value }): SheetPick[] => {
          const row = rows.get(id);
          if (row === undefined) return [];
          const { owner, stage, amount, currency, close } = row;
          const worth = value === undefined ? undefined : fromMinor(value, digits);
          return [{ id, why, rank, probability, owner, stage, amount, currency, value: worth, close }];
        }),
      }),
    ),
  };
}

/**
 * The newest of the sheets dated before that day with the same owner; undefined where there is none.
 * @param ownerKey as `DrawMeans` has it: a sheet keeps the name that its owner had then
 */
export function lastReview<Sheet extends { readonly draw: Pick<SheetDraw, 'on' | 'owner'> }>(
  sheets: readonly Sheet[],
  on: Day,
  owner: string | undefined,
  ownerKey: DrawMeans['ownerKey'],
): Sheet | undefined {
  const keyOf = (name: string | undefined) => (name === undefined ? undefined : ownerKey(name));
  const asked = keyOf(owner);
  return sheets.reduce<Sheet | undefined>((newest, sheet) => {
    const { draw } = sheet;
    if (draw.on >= on || keyOf(draw.owner) !== asked) return newest;
    return newest === undefined || draw.on >= newest.draw.on ? sheet : newest;
  }, undefined);
}

/** The ids in sheets dated before that day, filled in or not, by at most so many days. */
export function reviewedWithin(
  sheets: readonly { readonly draw: Pick<SheetDraw, 'on' | 'strata'> }[],
  on: Day,
  days: number,
): Set<string> {
  const counting = sheets.filter(({ draw }) => draw.on < on && daysBetween(draw.on, on) <= days);
  return new Set(
    counting.flatMap(({ draw }) => draw.strata.flatMap(({ picked }) => picked.map(({ id }) => id))),
  );
}

/** The first day on which chance may pick one of these again; undefined where none was left out for having been in a sheet. */
export function drawnAgainFrom(
  sheets: readonly { readonly draw: Pick<SheetDraw, 'on' | 'strata'> }[],
  on: Day,
  days: number,
  rows: readonly DealRow[],
): Day | undefined {
  const counting = sheets.filter(({ draw }) => draw.on < on && daysBetween(draw.on, on) <= days);
  const newest = new Map<string, Day>();
  for (const { draw } of counting) {
    for (const { id } of draw.strata.flatMap(({ picked }) => picked)) {
      newest.set(id, latest(newest.get(id) ?? draw.on, draw.on));
    }
  }
  const seen = rows.flatMap((row) => {
    const days = idsOf(row).flatMap((id) => newest.get(id) ?? []);
    return days.length === 0 ? [] : [days.reduce(latest)];
  });
  return seen.length === 0 ? undefined : addDays(seen.reduce(earliest), days + 1);
}

function latest(a: Day, b: Day): Day {
  return a > b ? a : b;
}

function earliest(a: Day, b: Day): Day {
  return a < b ? a : b;
}
