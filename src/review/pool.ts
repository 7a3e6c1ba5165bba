// Which sheets an estimate rests on, and what each of their deals stands for.

import { grouped } from '../base/grouped.ts';
import { type Minor, sumMinor, toMinor } from '../base/money.ts';
import type { Judged } from './judged.ts';
import { type Overstated, overstatedOf, type Sampled } from './overstated.ts';
import type { ReviewSheet } from './sheet.ts';

export interface Pool {
  /** In the order given. */
  readonly sheets: readonly ReviewSheet[];
  /** Sheets of one owner's deals: no sample of everybody's. */
  readonly ofOwners: number;
  /** Sheets drawn once more on one day, after one that was filled in. */
  readonly again: number;
}

/**
 * The sheets that are samples of everybody's open deals; with an owner, of that owner's. Of one day's it is the first that
 * was filled in: who draws again must not choose.
 */
export function poolOf(deals: readonly Judged[], owner: string | undefined): Pool {
  const bySheet = grouped(deals, ({ sheet }) => sheet);
  const all = [...bySheet.keys()].filter(({ draw }) => draw.strata.some(({ stratum }) => stratum === 'open'));
  const fitting = all.filter(({ draw }) => owner !== undefined || draw.owner === undefined);
  const byDraw = grouped(fitting, ({ draw }) => JSON.stringify([draw.on, draw.owner ?? null]));
  const sheets = [...byDraw.values()].flatMap((drawn) => {
    const filled = drawn.find((sheet) => bySheet.get(sheet)?.some(({ answer }) => answer !== undefined));
    return filled ?? drawn[0] ?? [];
  });
  return { sheets, ofOwners: all.length - fitting.length, again: fitting.length - sheets.length };
}

export interface Estimate {
  /** Of the deals that chance could pick. */
  readonly random: Overstated;
  /** Picked by chance, filled in or not. */
  readonly drawn: number;
  /** Filled in with an amount in a currency that nothing gives a rate of. */
  readonly unvalued: number;
  /** What all that chance could pick is worth, sheet by sheet together. */
  readonly randomValue: number;
  /** The important and the largest ones that were filled in: no sample, they are all there. */
  readonly judged: { readonly deals: number; readonly said: Minor; readonly found: Minor };
  /** Both together; undefined where nothing has a value. */
  readonly whole: Pick<Overstated, 'share' | 'interval'>;
}

/**
 * What the open deals of the sheets say of all that they were drawn from.
 * @param isPart whether only some deals of each sheet are meant: then what chance could pick is estimated as well
 */
export function estimateFrom(
  deals: readonly Judged[],
  sheets: readonly ReviewSheet[],
  digits: number,
  isPart: boolean,
): Estimate {
  const pooled = new Set(sheets);
  const open = deals.filter(({ stratum, sheet }) => stratum === 'open' && pooled.has(sheet));
  const drawn = open.filter(({ pick }) => pick.why === 'random');
  const sampled = sampledFrom(drawn);
  const random = overstatedOf(sampled);
  const randomValue = isPart
    ? sampled.reduce((sum, { value, probability }) => sum + value / probability, 0)
    : sumMinor(sheets.map((sheet) => drawnFromValue(sheet, digits)));
  const chosen = open.filter(({ pick, reviewed }) => pick.why !== 'random' && reviewed !== undefined);
  const judged = {
    deals: chosen.length,
    said: sumMinor(chosen.map(({ value = 0 }) => value)),
    found: sumMinor(chosen.map(({ reviewed = 0 }) => reviewed)),
  };
  return {
    ...{ random, randomValue, judged, drawn: drawn.length },
    unvalued: drawn.filter(({ answer, reviewed }) => answer !== undefined && reviewed === undefined).length,
    whole: wholeOf(random, randomValue, judged),
  };
}

/** A deal that was not filled in is taken to be like the others of its sheet: their chances shrink by as much. */
function sampledFrom(drawn: readonly Judged[]): Sampled[] {
  return [...grouped(drawn, ({ sheet }) => sheet)].flatMap(([sheet, ofSheet]) => {
    const answered = ofSheet.filter(({ reviewed }) => reviewed !== undefined);
    const share = answered.length / ofSheet.length;
    return answered.map(({ pick, value = 0, reviewed = 0 }) => ({
      ...{ sheet: sheet.file, value, reviewed },
      probability: pick.probability * share,
    }));
  });
}

function drawnFromValue({ draw }: ReviewSheet, digits: number): Minor {
  const open = draw.strata.find(({ stratum }) => stratum === 'open');
  return open === undefined ? 0 : toMinor(open.drawnFromValue, digits);
}

/** The largest are known and the rest estimated, so that only the rest adds to the interval. */
function wholeOf(
  { share, interval }: Overstated,
  randomValue: number,
  { said, found }: Estimate['judged'],
): Estimate['whole'] {
  const value = randomValue + said;
  if (share === undefined || value <= 0) return { share: undefined, interval: undefined };
  const of = (part: number) => (part * randomValue + (said - found)) / value;
  return {
    share: of(share),
    interval: interval && { low: of(interval.low), high: of(interval.high) },
  };
}
